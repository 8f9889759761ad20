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
    daysWereMoved: 'До 2016 г. дните са размествани с решения на Министерския съвет; тук ги няма.',
    columns: { day: 'Ден', weekday: 'Пада се', name: 'Име', kind: 'Вид', basis: 'Основание' },
    weekdays: ['понеделник', 'вторник', 'сряда', 'четвъртък', 'петък', 'събота', 'неделя'],
    kinds,
    setOff: (day: string, next: string) =>
      `${day} е почивен ден. Срок, който изтича тогава, изтича на ${next}.`,
    setWorking: (day: string) => `${day} е работен ден.`,
    duesThere: (dues: number, day: string) =>
      `Тогава ${dues === 1 ? 'изтича 1 заявление' : `изтичат ${dues} заявления`}. Преместете края им: gishe calendar move-due ${day}`,
    moved: (count: number, day: string, next: string) =>
      count === 0
        ? `Няма заявления с краен ден ${day}.`
        : `${count === 1 ? '1 заявление' : `${count} заявления`} с краен ден ${day} вече ${count === 1 ? 'изтича' : 'изтичат'} на ${next}.`,
    hours: (from: string, until: string) => `Работно време: от ${from} до ${until} ч.`,
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
