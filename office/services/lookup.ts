import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { serviceFees, services } from '../../db/schema/services.ts'
import { departments } from '../../db/schema/town.ts'
import type { Pricing, Service, Speed, Term } from '../../rules/services.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** Services with the fees in force on a day, by code, in one statement; `ids` limits them, null is all. */
export async function offeredServices(
  db: Ctx['db'] | Tx,
  today: Temporal.PlainDate,
  ids: string[] | null,
): Promise<Service[]> {
  const offered = new Map<string, Service>()
  for (const offer of await offers(db, today, ids)) {
    const service = offered.get(offer.id) ?? withoutFees(offer)
    offered.set(offer.id, service)
    const { speed, feeCents, term, termUnit } = offer
    if (speed) service.fees[speed as Speed] = { cents: feeCents, term: termOf(term, termUnit) }
  }
  return [...offered.values()]
}

/** One row for each speed a service is offered at, at least one for each service. */
const offers = (db: Ctx['db'] | Tx, today: Temporal.PlainDate, ids: string[] | null) =>
  db
    .select(OFFER)
    .from(services)
    .innerJoin(departments, eq(departments.id, services.departmentId))
    .leftJoin(serviceFees, and(eq(serviceFees.serviceId, services.id), inForceOn(today)))
    .where(and(eq(services.offered, true), ids ? inArray(services.id, ids) : undefined))
    .orderBy(asc(services.code))

/**
 * The tax group of a service where it needs a fiscal receipt today, as the wall of the payment lines reads it; null where the
 * town said so of none, or that it needs none.
 */
export const TAX_GROUP_NOW = sql<number | null>`(
  select f.tax_group from fiscal_revenues f
  where f.service_id = ${services.id} and f.valid_from <= (now() at time zone 'Europe/Sofia')::date
  order by f.valid_from desc limit 1)`

const OFFER = {
  id: services.id,
  code: services.code,
  nameBg: services.nameBg,
  nameEn: services.nameEn,
  departmentId: departments.id,
  departmentCode: departments.code,
  departmentBg: departments.nameBg,
  departmentEn: departments.nameEn,
  pricing: services.pricing,
  note: services.note,
  paymentCode: services.paymentCode,
  needsPayer: services.needsPayer,
  taxGroup: TAX_GROUP_NOW,
  speed: serviceFees.speed,
  feeCents: serviceFees.feeCents,
  term: serviceFees.term,
  termUnit: serviceFees.termUnit,
}

/** The latest fee of its speed that began by that day. */
const inForceOn = (today: Temporal.PlainDate) => sql`${serviceFees.validFrom} = (
  select max(f.valid_from) from service_fees f
  where f.service_id = ${serviceFees.serviceId} and f.speed = ${serviceFees.speed} and f.valid_from <= ${today.toString()})`

const withoutFees = (row: Awaited<ReturnType<typeof offers>>[number]): Service => ({
  id: row.id,
  code: row.code,
  name: { bg: row.nameBg, en: row.nameEn },
  department: {
    id: row.departmentId,
    code: row.departmentCode,
    name: { bg: row.departmentBg, en: row.departmentEn },
  },
  pricing: row.pricing as Pricing,
  note: row.note,
  paymentCode: row.paymentCode,
  needsPayer: row.needsPayer,
  taxGroup: row.taxGroup,
  fees: {},
})

const termOf = (amount: number | null, unit: string | null): Term | null =>
  amount === null || unit === null ? null : { amount, unit: unit as Term['unit'] }
