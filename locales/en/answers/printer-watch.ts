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
  askedNow: 'The device answered now.',
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
