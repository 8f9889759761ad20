import type { PrintAnswers } from '../../bg/answers/print.ts'

export const printAnswers: PrintAnswers = {
  jobs: { id: 'Number', queued: 'Since', desk: 'Desk', title: 'Paper', printer: 'Printer', state: 'State' },
  jobState: {
    queued: 'waiting',
    sending: 'being printed',
    printed: 'printed',
    sent: 'sent',
    shown: 'on the screen',
    failed: 'failed',
    unsure: 'unsure whether it came out',
  },
  noJobs: 'There are no papers to be printed.',
  copied: (title: string) => `Waits to be printed: ${title}. The desk or "gishe printers agent" prints it.`,
  resolved: (title, state) => `${title}: ${state}.`,
  testQueued: printer =>
    `The test page waits for the printer "${printer}". The desk or "gishe printers agent" prints it.`,
  printing: job => `Printing ${job}`,
  printingElsewhere: 'Another program prints for this printer already. Waiting for it to end.',
  printingStopped: 'Printing is stopped.',
}
