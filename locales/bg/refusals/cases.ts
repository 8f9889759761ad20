import type { CasesRefusals } from '../../../rules/refusals/cases.ts'

export const casesRefusals: { [Code in keyof CasesRefusals]: (facts: CasesRefusals[Code]) => string } = {
  'case.unknown': ({ text }) =>
    `Няма преписка „${text}“, или не е за вас. Потърсете я по номер, лице или думи.`,
  'case.ambiguous': ({ text, near }) =>
    `Има няколко преписки „${text}“. Посочете УРИ:${near.map(one => `\n  ${one}`).join('')}`,
  'case.closed': ({ number }) =>
    `Преписка ${number} е приключена. Отворете я отново с основание, после продължете.`,
  'case.not_closed': ({ number }) => `Преписка ${number} не е приключена и се работи по нея.`,
  'case.has_open_work': ({ number }) =>
    `По преписка ${number} има незавършени задачи или заявление. Завършете ги, после я приключете.`,
  'case.index_needed': ({ number }) =>
    `За преписка ${number} няма индекс по номенклатурата. Изберете къде се числи: от него зависи срокът за съхранение.`,
  'case.index_unknown': ({ text }) => `В номенклатурата няма действащ индекс „${text}“. Вижте списъка ѝ.`,
  'case.reopen_needs_reason': () => 'Напишете на какво основание преписката се отваря отново.',
  'case.filed_already': ({ number }) => `${number} вече е в този раздел на преписката.`,
  'case.not_official': ({ number }) =>
    `${number} не е в официалния раздел: в контролния отива само изваденото от него.`,
  'case.taken_out': ({ number }) =>
    `${number} е изваден от официалния раздел и остава в контролния. Регистрирайте нов документ.`,
  'case.take_out_needs_reason': () => 'Напишете защо документът се изважда от официалния раздел.',
  'case.linked_to_itself': ({ number }) =>
    `Преписка ${number} не се свързва сама със себе си. Посочете друга.`,
  'case.linked_already': ({ number }) => `Преписка ${number} вече е свързана с тази.`,
  'case.restricted': ({ number }) => `Достъпът до преписка ${number} вече е ограничен.`,
  'case.restrict_needs_reason': () => 'Напишете защо се ограничава достъпът.',
  'case.restricted_to_people': ({ number }) =>
    `Преписка ${number} е с ограничен достъп: дава се само на посочени хора, от деловодител или ръководител.`,
  'case.not_seen': () =>
    'Преписката вече е с ограничен достъп и не е отворена за вас. Поискайте достъп от деловодител или ръководител.',
  'case.code_wrong': () => 'Няма преписка с такъв номер и код за достъп. Проверете ги по разписката.',
}
