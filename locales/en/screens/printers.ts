import type { PrinterSetUpTexts } from '../../bg/screens/printers.ts'

export const printerSetUp: PrinterSetUpTexts = {
  title: 'Setting up a printer',
  answer: 'Answer',
  take: 'Answer',
  again: 'Sheet again',
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
