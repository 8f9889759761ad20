import type { FilesRefusals } from '../../../rules/refusals/files.ts'

export const filesRefusals: { [Code in keyof FilesRefusals]: (facts: FilesRefusals[Code]) => string } = {
  'file.not_there': ({ path }) => `Няма файл ${path}. Проверете пътя.`,
  'file.unreadable': ({ path }) => `Файлът ${path} не може да се прочете. Проверете правата му.`,
  'file.empty': ({ name }) => `Файлът „${name}“ е празен (0 байта). Сканирайте или изтеглете го отново.`,
  'file.too_large': ({ name, size, mostSize }) =>
    `Файлът „${name}“ е ${size}, а най-много са ${mostSize}. Разделете го или го сканирайте с по-малка разделителна способност.`,
  'file.name_wrong': ({ name }) =>
    `Името на файла „${name}“ не става. Преименувайте го: букви, цифри и разширение.`,
  'file.type_unknown': ({ name, known }) =>
    `Файл като „${name}“ не се приема. Приемат се ${known.join(', ')}.`,
  'file.type_differs': ({ name, extension, found }) =>
    `Файлът „${name}“ се нарича .${extension}, а вътре е ${found === '' ? 'нещо друго' : found}. Запишете го отново с вярното разширение.`,
  'file.no_space': ({ path }) =>
    `Няма място на диска за файлове (${path}). Нищо не е записано; освободете място и повторете.`,
  'file.store_unwritable': ({ path }) =>
    `Папката за файлове ${path} не може да се пише. Нека администраторът поправи правата ѝ или GISHE_FILES.`,
  'file.damaged': ({ name }) =>
    `Файлът „${name}“ на диска не е този, който е приложен: контролната му сума се различава. Възстановете го от резервно копие.`,
  'file.missing': ({ name }) =>
    `Файлът „${name}“ го няма в папката за файлове. Възстановете го от резервно копие.`,
  'file.not_written': ({ path }) => `„${path}“ не може да се запише. Посочете друга папка или име.`,
}
