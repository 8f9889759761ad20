import { referenceData } from '../../db/reference-data.ts'
import type { Lang } from '../../rules/languages.ts'

/** What the codes for kinds of payment (44xxxx) are called, from data/payment_kind_codes.csv. */
export const paymentKinds = (lang: Lang): Map<string, string> =>
  new Map(
    referenceData<'code' | 'name_bg' | 'name_en'>('payment_kind_codes.csv').map(row => [
      row.code,
      lang === 'bg' ? row.name_bg : row.name_en,
    ]),
  )
