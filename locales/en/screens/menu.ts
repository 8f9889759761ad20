import type { MenuTexts } from '../../bg/screens/menu.ts'

export const menu: MenuTexts = {
  title: 'Menu',
  choose: 'Choose',
  till: 'Till',
  openTill: 'Open the till',
  payIn: 'Pay-in',
  payOut: 'Pay-out',
  noSale: 'No-sale opening',
  x: 'X report',
  closeTill: 'Close the till',
  printers: 'Printer',
  printerState: 'State and test page',
  printerSetUp: 'Set-up',
  people: 'People, structure and feedback',
  parties: 'People and organisations',
  training: 'Training',
  work: 'To the real desk',
  again: 'The last basket once more',
  favourites: 'Favourite services',
  help: [
    'A digit chooses, or the arrows and Enter. Esc goes back.',
    'What is in parentheses is off now; choose it to see why.',
  ],
}
