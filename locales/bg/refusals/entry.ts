import type { EntryRefusals } from '../../../rules/refusals/entry.ts'

export const entryRefusals: {
  [Code in keyof EntryRefusals]: (facts: EntryRefusals[Code]) => string
} = {
  'entry.moment_wrong': ({ text }) =>
    `„${text}“ не е ден или час. Пишете например 20.11, 20.11.2026 16:45, вчера или 10:30.`,
  'entry.count_wrong': ({ text }) => `„${text}“ не е брой. Напишете число с цифри.`,
  'entry.not_chosen': ({ text }) =>
    `„${text}“ още нищо не избира. Изберете от показаните с Enter, или го изтрийте.`,
  'entry.file_not_taken': ({ text }) =>
    `Файлът „${text}“ още не е взет. Вземете го с Enter, или го изтрийте.`,
  'entry.nothing_before': () => 'Няма предишен документ с лице. Потърсете лицето по име или номер.',
  'entry.unfinished': () => 'Има недовършен документ. Регистрирайте го с F8 или го изчистете с Esc, Esc.',
  'entry.no_slip': () => 'Още не е издадено потвърждение на този екран. Регистрирайте входящ документ.',
  'entry.nothing_registered': () => 'На този екран още нищо не е регистрирано. Регистрирайте документ.',
  'entry.service_needed': () => 'Не е избрана услуга. Напишете номера ѝ или част от името.',
}
