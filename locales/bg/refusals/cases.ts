import type { CasesRefusals } from '../../../rules/refusals/cases.ts'

export const casesRefusals: { [Code in keyof CasesRefusals]: (facts: CasesRefusals[Code]) => string } = {
  'case.unknown': ({ text }) =>
    `Няма преписка „${text}“, или не е за вас. Потърсете я по номер, лице или думи.`,
  'case.closed': ({ number }) =>
    `Преписка ${number} е приключена. Отворете я отново с основание, после продължете.`,
  'case.has_open_work': ({ number }) =>
    `По преписка ${number} има незавършени задачи или заявление. Завършете ги, после я приключете.`,
}
