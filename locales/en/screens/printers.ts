import type { PrinterSetUpTexts, PrinterTexts } from '../../bg/screens/printers.ts'

export const printerSetUp: PrinterSetUpTexts = {
  title: 'Setting up a printer',
  answer: 'Answer',
  take: 'Answer',
  again: 'Again',
  lookAgain: 'Look again',
  back: 'Back',
  known: 'So far',
  saved: (name, profile, page) => `"${name}" is set up with profile ${profile}. Test page: ${page}.`,
  help: [
    'Each question is answered with what is on the paper.',
    'A number chooses, or the arrows and Enter; Enter alone takes what is proposed.',
    'F5 prints the sheet again, and at the beginning looks for ports anew.',
    'Esc goes back to the question before, from the first one it leaves.',
    'Nothing is saved before the last answer. Then a test page is printed.',
  ],
}

export const printer: PrinterTexts = {
  title: 'Printer',
  testPage: 'Test page',
  queued: 'The test page waits for the printer.',
  roles: { printer: 'Printer', fiscal: 'Fiscal device', standIn: 'Stand-in printer' },
  labels: { profile: 'Profile', line: 'Line', state: 'State', by: 'Printed by' },
  ready: 'ready',
  screen: 'a screen: papers are read here',
  unknown: 'nobody has printed on it yet',
  stale: when => `unknown since ${when}`,
  by: { desk: 'the program of the desk', agent: 'an agent on the machine with the printer' },
  here: 'this program',
  owed: 'Waiting',
  unsure: 'Unsure',
  failed: 'Failed',
  whereToCheck: 'F6 at the desk shows the papers; there you say whether they came out.',
  help: [
    'Shows the printer of the desk, how it does and what is still to be printed.',
    'Enter prints a test page: letters, signs, width.',
    'Its set-up is in the menu (F10, Printer) and is for administrators.',
  ],
}
