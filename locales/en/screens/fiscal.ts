import type { FiscalScreenTexts } from '../../bg/screens/fiscal.ts'

export const fiscal: FiscalScreenTexts = {
  title: desk => `Fiscal device of desk ${desk}`,
  menu: 'Fiscal device',
  device: 'Device',
  none: 'none at this desk',
  state: 'State',
  ready: 'ready',
  lastZ: 'Last Z report',
  unknown: 'not known',
  sold: 'Sold since then',
  documents: (documents, total) => `${documents} ${documents === 1 ? 'receipt' : 'receipts'}, ${total}`,
  waiting: 'Waiting',
  papers: (waiting, inDoubt) => (inDoubt > 0 ? `${waiting}, and ${inDoubt} in doubt (F6)` : String(waiting)),
  clock: 'Clock',
  off: (seconds, isAhead) => `${seconds} s ${isAhead ? 'ahead' : 'behind'}`,
  last: 'Last document',
  cash: 'Cash in the device',
  notAsked: 'Enter asks the device',
  paper: 'Asked for',
  ask: 'Ask',
  back: 'Back',
  entries: {
    x_report: 'X report (without reset)',
    z_report: 'Z report (with reset)',
    cash_in: 'Cash put in',
    cash_out: 'Cash taken out',
  },
  doIt: { z_report: 'Start Z', cash_in: 'Put in', cash_out: 'Take out' },
  zIsForGood:
    'The Z report resets the turnover and closes the day of the device for good. Enter starts it, Esc does not.',
  amount: 'Amount',
  amountHint: 'for example 50',
  tillIsApart: 'Your till does not change: that is pay-in and pay-out (F10).',
  remindsOfZ: (documents, total) =>
    `The fiscal device sold since its last Z (${documents} ${documents === 1 ? 'receipt' : 'receipts'}, ${total}). Start a Z report: F10.`,
  help: [
    'The digits start the reports and cash in and out; they wait in line with the other receipts.',
    'Enter asks the device for its clock, its last document and the cash in it.',
    'A Z report is due every day; after 24 hours without one the device sells nothing.',
    'The clock is set with "gishe fiscal clock --set", after the Z report.',
  ],
}
