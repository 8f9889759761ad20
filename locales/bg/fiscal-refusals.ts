import type { RefusalCode, RefusalFacts } from '../../rules/refusal.ts'

type FiscalCode = Extract<RefusalCode, `fiscal.${string}`>
export type FiscalRefusalTexts = { [Code in FiscalCode]: (facts: RefusalFacts[Code]) => string }

/** Refusals that concern fiscal receipts and their devices. */
export const fiscalRefusals: FiscalRefusalTexts = {
  'fiscal.revenue_in_the_past': () =>
    'Фискалният бон се определя от днес или от по-късен ден: плащанията дотогава са вече издадени.',
  'fiscal.revenue_set_already': ({ code, day }) =>
    `За услуга ${code} вече е казано друго от ${day} и то не се променя. Изберете по-късен ден.`,
  'fiscal.revenue_needs_ground': () =>
    'Напишете на какво основание е решено: заповед или указание на главния счетоводител (поне 3 знака).',
}
