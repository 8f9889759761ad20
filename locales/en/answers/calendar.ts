import type { CalendarAnswers } from '../../bg/answers/calendar.ts'

export const calendarAnswers: CalendarAnswers = {
  calendar: {
    title: (year, workingDays) => `${year}: ${workingDays} working days`,
    daysWereMoved: 'Until 2016 days were moved by orders of the Council of Ministers, which are not here.',
    columns: { day: 'Day', weekday: 'Weekday', name: 'Name', kind: 'Kind', basis: 'Basis' },
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    kinds: {
      fixed: 'holiday',
      easter: 'Easter',
      compensation: 'in lieu',
      'one-off': 'off by order',
      worked: 'worked by order',
    },
    setOff: (day, next) => `${day} is a day off. A term that ends on it ends on ${next}.`,
    setWorking: day => `${day} is a working day.`,
    duesThere: (dues, day) =>
      `${dues === 1 ? '1 request ends' : `${dues} requests end`} then. Move their last day: gishe calendar move-due ${day}`,
    moved: (count, day, next) =>
      count === 0
        ? `No request has ${day} as its last day.`
        : `${count === 1 ? '1 request' : `${count} requests`} with the last day ${day} now ${count === 1 ? 'ends' : 'end'} on ${next}.`,
    hours: (from, until) => `Working hours: from ${from} to ${until}.`,
    ruleColumns: {
      rule: 'Code',
      what: 'For',
      term: 'Term',
      from: 'From',
      article: 'Basis',
      extension: 'Extension',
    },
  },
}
