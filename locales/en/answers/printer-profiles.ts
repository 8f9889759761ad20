import type { PrinterProfilesAnswers } from '../../bg/answers/printer-profiles.ts'

export const printerProfilesAnswers: PrinterProfilesAnswers = {
  profiles: {
    columns: {
      name: 'Profile',
      columns: 'Letters',
      page: 'Page',
      euro: 'Euro',
      whose: 'Whose',
      source: 'Source',
    },
    ofProgram: 'the program',
    ofTown: 'the town',
  },
  logoQueued: printer =>
    `The sign waits for the printer "${printer}". The desk or "gishe printers agent" sends it.`,
  profileSet: (name, added) =>
    `The profile "${name}" is ${added ? 'added' : 'changed'}. Use it with "gishe printers set … --profile ${name}" and print a test page.`,
}
