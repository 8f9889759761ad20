import { randomUUIDv7 } from 'node:crypto'
import { referenceData } from '../../db/reference-data.ts'
import type { serviceFees, services } from '../../db/schema/services.ts'
import type { departments } from '../../db/schema/town.ts'
import { type Cents, cents, euroOfLeva, parseCents } from '../../rules/money.ts'
import type { Pricing, Speed } from '../../rules/services.ts'

const FIRST_OWN_CODE = 10_001

type ServiceColumn =
  | 'service_id'
  | 'name_bg'
  | 'name_en'
  | 'department_group'
  | 'legal_basis'
  | 'term_normal_days'
  | 'term_fast_days'
  | 'term_express_hours'
  | 'term_unit'
  | 'fee_normal_bgn'
  | 'fee_fast_bgn'
  | 'fee_express_bgn'
  | 'fee_kind'
  | 'fee_note'
  | 'payment_code'
  | 'source'
  | 'source_url'
type ServiceRow = Record<ServiceColumn, string>

export type Catalogue = {
  departments: (typeof departments.$inferInsert)[]
  services: (typeof services.$inferInsert)[]
  fees: (typeof serviceFees.$inferInsert)[]
}

/**
 * The shipped catalogue: names, numbers, legal grounds and payment codes. With `sampleFees` also the fees that several
 * municipalities published in leva, converted by the legal rule: samples for a demo, nobody's tariff in force. Without
 * them every amount is typed until the town sets its fees. Services without a register number get the town's own, from 10001.
 */
export function shippedCatalogue(validFrom: Temporal.PlainDate, sampleFees: boolean): Catalogue {
  const groups = referenceData<'code' | 'name_bg' | 'name_en' | 'group_bg'>('departments.csv')
  const units = new Map(groups.map(group => [group.group_bg, { ...group, id: randomUUIDv7() }]))
  const rows: ServiceRow[] = referenceData<ServiceColumn>('services.csv')
  const catalogue: Catalogue = {
    departments: [...units.values()].map(u => ({
      id: u.id,
      code: u.code,
      nameBg: u.name_bg,
      nameEn: u.name_en,
    })),
    services: [],
    fees: [],
  }
  let ownCode = FIRST_OWN_CODE
  for (const row of rows) {
    const unit = units.get(row.department_group)
    if (!unit)
      throw new Error(`services.csv names a group that departments.csv does not: ${row.department_group}`)
    const service = serviceOf(row, unit.id, row.service_id || String(ownCode++), sampleFees)
    catalogue.services.push(service)
    catalogue.fees.push(...feesOf(row, service, validFrom, sampleFees))
  }
  return catalogue
}

const serviceOf = (row: ServiceRow, departmentId: string, code: string, sampleFees: boolean) => ({
  id: randomUUIDv7(),
  code,
  nameBg: row.name_bg,
  nameEn: row.name_en,
  departmentId,
  pricing: sampleFees ? pricingOf(row) : ('open' as const),
  note: sampleFees ? row.fee_note || null : null,
  paymentCode: row.payment_code || null,
  legalBasis: row.legal_basis || null,
  source: row.source || null,
  sourceUrl: row.source_url || null,
})

/** Tiers, tariffs and percentages are worked out by the cashier; the note says how. */
function pricingOf(row: ServiceRow): Pricing {
  if (row.fee_kind === 'per_unit') return 'per_unit'
  return row.fee_kind === 'fixed' || row.fee_kind === 'free' ? 'fixed' : 'open'
}

type PricedService = ReturnType<typeof serviceOf>

function feesOf(row: ServiceRow, service: PricedService, validFrom: Temporal.PlainDate, sampleFees: boolean) {
  const speeds: { speed: Speed; lev: string; term: string; unit: string }[] = [
    { speed: 'normal', lev: row.fee_normal_bgn, term: row.term_normal_days, unit: dayUnit(row) },
    { speed: 'fast', lev: row.fee_fast_bgn, term: row.term_fast_days, unit: dayUnit(row) },
    { speed: 'express', lev: row.fee_express_bgn, term: row.term_express_hours, unit: 'hours' },
  ]
  return speeds
    .filter(s => s.speed === 'normal' || (sampleFees ? s.lev !== '' : s.term !== ''))
    .map(s => {
      const levCents = sampleFees ? levOf(s.lev) : null
      return {
        serviceId: service.id,
        speed: s.speed,
        validFrom,
        levCents,
        feeCents: levCents === null ? null : euroOfLeva(levCents),
        term: s.term === '' ? null : Number(s.term),
        termUnit: s.term === '' ? null : s.unit,
      }
    })
}

const dayUnit = (row: ServiceRow): string =>
  row.term_unit === 'working' ? 'working_days' : row.term_unit === 'calendar' ? 'calendar_days' : 'days'

function levOf(text: string): Cents | null {
  if (text === '') return null
  const read = parseCents(text)
  if ('fault' in read) throw new Error(`services.csv holds an amount that is none: ${text}`)
  return cents(read.cents)
}
