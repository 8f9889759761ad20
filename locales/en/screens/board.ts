import type { BoardTexts } from '../../bg/screens/board.ts'

export const board: BoardTexts = {
  title: 'Board of desks',
  x: 'X report',
  receipts: 'Receipts',
  reports: 'Reports',
  close: 'Close',
  menu: 'Menu',
  leave: 'Leave',
  asOf: time => `At ${time}`,
  limit: limit => `cash limit of a drawer ${limit}`,
  noLimit: 'no cash limit of a drawer is set',
  columns: ['Desk', 'Cashier', 'Since', 'Paid', 'Held €', 'Paper', 'Last', '15 / 60', 'Avg'],
  closed: 'closed',
  minutes: minutes => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`),
  desk: (number, name) => `Desk ${number} · ${name}`,
  overLimit: (held, limit) => `Beyond the limit: ${held} held, the limit is ${limit}. A pay-out is needed.`,
  stuck: ({ late, failed, unsure }) =>
    `Papers: waiting over a minute ${late}, failed ${failed}, in doubt ${unsure}.`,
  empty: 'The town has no desks yet.',
  help: [
    'Every desk as it is now; the board refreshes itself.',
    'Paid: payments today. Last: how long ago the last one was.',
    '15 / 60: payments of the last 15 and 60 minutes. Avg: time for one customer.',
    'The sign ! and the colour: cash beyond the limit, papers that do not come out.',
    'Enter shows the X of the till. F8 closes it for the cashier, with a reason.',
    'F7: reports. As a command: gishe board --watch',
  ],
}
