import type { PrinterWatchAnswers } from '../../bg/answers/printer-watch.ts'

export const printerWatchAnswers: PrinterWatchAnswers = {
  printers: {
    name: 'Printer',
    desks: 'Desks',
    state: 'State',
    seen: 'Seen',
    standIn: 'Stands in',
    by: 'Printed by',
    profile: 'Profile',
    line: 'Line',
  },
  printerState: { screen: 'screen', unknown: 'unknown', ready: 'ready', unable: 'unable' },
  printedBy: { desk: 'desk', agent: 'agent' },
  printerWarns: warning => `Note: ${warning}.`,
  statusWords: {
    no_answer: 'no answer',
    online: 'online',
    offline: 'offline',
    cover_open: 'cover open',
    cover_closed: 'cover closed',
    feed_pressed: 'feed button pressed',
    stopped_by_paper_end: 'stopped without paper',
    error: 'error',
    no_error: 'no error',
    cutter: 'cutter stuck',
    unrecoverable: 'an error that stays',
    ends_by_itself: 'an error that ends by itself',
    paper_there: 'paper there',
    paper_near_end: 'paper near its end',
    paper_end: 'no paper',
  },
  askedNow: 'Asked just now.',
  seenBy: (program, at) => `Seen at ${at} by "${program}".`,
  printersAsOf: moment => `Printers, ${moment}. Ctrl-C ends.`,
  agent: {
    prints: (printer, line) => `Printing for "${printer}" (${line}).`,
    byDesk: printer =>
      `"${printer}" is printed by its desk. For an agent: gishe printers set "${printer}" --printed-by agent`,
    wellAgain: 'Ready again.',
    standsIn: other => `What waits is printed by "${other}".`,
  },
}
