import type { SatisfactionScreenTexts } from '../../bg/screens/satisfaction.ts'

/** What citizens answered on the devices in the halls. */
export const satisfaction: SatisfactionScreenTexts = {
  title: 'Satisfaction',
  views: {
    all: 'Overview',
    heat: 'Hours',
    hall: 'Halls',
    kiosk: 'Devices',
    week: 'Weeks',
    reason: 'Reasons',
  },
  question: 'Question',
  hall: 'Hall',
  allHalls: 'all halls',
  heatOf: { index: 'Index', count: 'Answers' },
  asked: (number, of, text, days) => `Question ${number} of ${of}: “${text}” · ${days}`,
  askedOn: (from, until) => (until === null ? `asked since ${from}` : `asked ${from}–${until}`),
  neverAsked: 'never asked yet',
  noQuestion: 'No question yet',
  left: { test: 'tests', closed: 'out of hours', burst: 'bursts', repeat: 'repeats' },
  leftOut: (times, share, parts) =>
    times === '0' ? 'Everything was counted.' : `Not counted ${times} (${share} %): ${parts}`,
  help: [
    'Digits choose the view, ← and → (or Tab) the next one: overview, hours, halls, devices, weeks, reasons.',
    'F2 changes the kind of period, PgUp and PgDn are earlier and later, 0 is today. F3 shows another question: answers to different questions are never added up.',
    'F4 leaves one hall. With the hours F5 changes between index and number of answers.',
    'An hour: answers an hour in which the halls were open. Response: answers beside the payments and requests at the counter of the hall.',
    'Under 30 answers no share is shown. Halls are compared only where intervals do not overlap.',
    'As a command: gishe satisfaction --month --by hall --xlsx halls.xlsx',
  ],
}
