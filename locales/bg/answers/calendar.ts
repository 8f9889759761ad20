import type { DayKind } from '../../../rules/holidays.ts'

const kinds: Record<DayKind, string> = {
  fixed: 'празник',
  easter: 'Великден',
  compensation: 'вместо празник',
  'one-off': 'почивен с акт',
  worked: 'работен с акт',
}

export const calendarAnswers = {
  calendar: {
    title: (year: number, workingDays: number) => `${year}: ${workingDays} работни дни`,
    columns: { day: 'Ден', weekday: 'Пада се', name: 'Име', kind: 'Вид', basis: 'Основание' },
    weekdays: ['понеделник', 'вторник', 'сряда', 'четвъртък', 'петък', 'събота', 'неделя'],
    kinds,
    setOff: (day: string, next: string) =>
      `${day} е почивен ден. Срок, който изтича тогава, изтича на ${next}.`,
    setWorking: (day: string) => `${day} е работен ден.`,
    ruleColumns: {
      rule: 'Код',
      what: 'За какво',
      term: 'Срок',
      from: 'От',
      article: 'Основание',
      extension: 'Удължаване',
    },
  },
}

export type CalendarAnswers = typeof calendarAnswers
