import type { CalendarRefusals } from '../../../rules/refusals/calendar.ts'
import { deadlines } from '../deadlines.ts'

export const calendarRefusals: {
  [Code in keyof CalendarRefusals]: (facts: CalendarRefusals[Code]) => string
} = {
  'calendar.needs_order': () =>
    'Денят се променя с акт на Министерския съвет. Напишете кой: номер и дата („РМС 812/19.11.2025“).',
  'calendar.out_of_reach': ({ earliest, latest }) =>
    `Променят се дни от ${earliest} до ${latest}. Проверете годината.`,
  'calendar.is_so': ({ day, isWorking }) =>
    `${day} и сега е ${isWorking ? 'работен' : 'почивен'} ден. Проверете деня с „gishe calendar list“.`,
  'calendar.day_passed': ({ day }) =>
    `${day} вече мина и краят на сроковете от този ден не се мести. Просрочените се приключват с причина.`,
  'calendar.hours_wrong': () =>
    'Работното време свършва, преди да е започнало. Пишете например 08:30 и 17:30.',
  'term.unknown_rule': ({ text }) => `Няма срок „${text}“. Сроковете се виждат с „gishe calendar rules“.`,
  'term.not_extendable': ({ article, term }) =>
    `Срокът по ${term} не се удължава по ${article}. Вижте допустимите удължавания в „gishe calendar rules“.`,
  'term.extended_too_far': ({ most, unit, article }) =>
    `По ${article} срокът се удължава най-много с ${deadlines.explained.amount(most, unit)}.`,
  'term.over': ({ day }) =>
    `Срокът изтече на ${day} и вече не може да се удължи. Посочете причина за забавата.`,
}
