import type { BoardAnswers } from '../../bg/answers/board.ts'

export const boardAnswers: BoardAnswers = {
  board: {
    title: at => `The desks at ${at}`,
    limit: limit => `Cash limit of a drawer: ${limit}`,
    noLimit: 'Cash limit of a drawer: none is set',
    closed: 'closed',
    minutes: minutes => `${minutes} min ago`,
    columns: {
      desk: 'Desk',
      cashier: 'Cashier',
      since: 'Since',
      payments: 'Payments',
      held: 'Held',
      stuck: 'Papers',
      last: 'Last',
      pace: '15/60 min',
      served: 'Average',
      alarms: 'Attention',
    },
    alarms: { over_limit: 'beyond the limit', papers: 'papers are stuck' },
  },
}
