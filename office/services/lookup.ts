import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { serviceFees, services } from '../../db/schema/services.ts'
import { departments } from '../../db/schema/town.ts'
import type { Fee, Pricing, Service, Speed, Term } from '../../rules/services.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** Services with the fees in force on a day, by code; `ids` limits them, null is all. Two statements, sent together. */
export async function offeredServices(
  db: Ctx['db'] | Tx,
  today: Temporal.PlainDate,
  ids: string[] | null,
): Promise<Service[]> {
  const [rows, fees] = await Promise.all([
    db
      .select({ service: services, department: departments })
      .from(services)
      .innerJoin(departments, eq(departments.id, services.departmentId))
      .where(and(eq(services.offered, true), ids ? inArray(services.id, ids) : undefined))
      .orderBy(asc(services.code)),
    feesInForce(db, today, ids),
  ])
  return rows.map(({ service, department }) => ({
    id: service.id,
    code: service.code,
    name: { bg: service.nameBg, en: service.nameEn },
    department: {
      id: department.id,
      code: department.code,
      name: { bg: department.nameBg, en: department.nameEn },
    },
    pricing: service.pricing as Pricing,
    note: service.note,
    paymentCode: service.paymentCode,
    fees: fees.get(service.id) ?? {},
  }))
}

async function feesInForce(db: Ctx['db'] | Tx, today: Temporal.PlainDate, ids: string[] | null) {
  const rows = await db
    .selectDistinctOn([serviceFees.serviceId, serviceFees.speed])
    .from(serviceFees)
    .where(and(lte(serviceFees.validFrom, today), ids ? inArray(serviceFees.serviceId, ids) : undefined))
    .orderBy(asc(serviceFees.serviceId), asc(serviceFees.speed), desc(serviceFees.validFrom))
  const fees = new Map<string, Service['fees']>()
  for (const row of rows) {
    const fee: Fee = { cents: row.feeCents, term: termOf(row.term, row.termUnit) }
    fees.set(row.serviceId, { ...fees.get(row.serviceId), [row.speed as Speed]: fee })
  }
  return fees
}

const termOf = (amount: number | null, unit: string | null): Term | null =>
  amount === null || unit === null ? null : { amount, unit: unit as Term['unit'] }
