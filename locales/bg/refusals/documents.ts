import type { DocumentsRefusals } from '../../../rules/refusals/documents.ts'

export const documentsRefusals: {
  [Code in keyof DocumentsRefusals]: (facts: DocumentsRefusals[Code]) => string
} = {
  'document.case_unknown': () => 'Няма такава преписка, или не е за вас.',
  'document.unknown': ({ text }) =>
    `Няма документ „${text}“, или не е за вас. Потърсете го по номер, лице или думи.`,
  'document.sender_needed': () => 'Входящият документ няма подател. Изберете или впишете лице.',
  'document.recipient_needed': () => 'Изходящият документ няма получател. Изберете или впишете лице.',
  'document.subject_needed': () => 'Документът няма относно. Напишете с няколко думи за какво е.',
  'document.subject_too_long': ({ letters }) =>
    `Относно е твърде дълго: побират се ${letters} знака. Съкратете го.`,
  'document.channel_needed': () =>
    'Не е посочено как е постъпил документът. Изберете: гише, кметство, поща, е-поща, портал или ССЕВ.',
  'document.in_the_future': ({ day }) => `${day} още не е дошъл. Посочете кога документът е постъпил.`,
  'document.too_old': ({ day, first }) =>
    `${day} е твърде назад: номерата преди ${first} са приключени. Регистрирайте го с днешна дата.`,
  'document.foreign_day_later': ({ day, received }) =>
    `Датата на подателя ${day} е след ${received}, когато документът е постъпил. Проверете я.`,
  'document.count_wrong': ({ mostSheets }) => `Броят е цяло число от 0 до ${mostSheets}.`,
  'document.id_reused': () => 'С този номер на заявката вече е регистриран друг документ. Подайте нов.',
  'document.kind_unknown': ({ text }) => `Няма вид документ „${text}“. Вижте „gishe registers kinds“.`,
}
