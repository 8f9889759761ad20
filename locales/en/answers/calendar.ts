import type { CalendarAnswers } from '../../bg/answers/calendar.ts'

export const calendarAnswers: CalendarAnswers = {
  calendar: {
    title: (year, workingDays) => `${year}: ${workingDays} working days`,
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
