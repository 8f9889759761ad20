import { and, asc, count, countDistinct, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { paymentLines, payments, paymentTenders } from '../../db/schema/payments.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { tills } from '../../db/schema/tills.ts'
import { departments, desks } from '../../db/schema/town.ts'
import { startOfDay } from '../../rules/dates.ts'
import { cents } from '../../rules/money.ts'
import type { CashBy, CashRow } from '../../rules/reports/cash.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { paymentKinds } from './lookup.ts'

export type CashReport = { rows: CashRow[]; payments: number }

/**
 * What came in during a period (both days included), by one dimension, largest first; `payments` counts each payment once.
 * A cashier sees the own tills only.
 */
export async function cashReport(ctx: Ctx, period: Period, by: CashBy): Promise<CashReport> {
  authorise(ctx, 'reports.cash')
  const within = and(
    gte(payments.takenAt, startOfDay(period.from)),
    lt(payments.takenAt, startOfDay(period.to.add({ days: 1 }))),
    ctx.who.post === 'cashier' ? eq(tills.staffId, ctx.who.id) : undefined,
  )
  const [rows, [all]] = await Promise.all([
    by === 'tender' ? tenderRows(ctx, within) : lineRows(ctx, within, dimension(ctx, by)),
    ctx.db
      .select({ payments: count() })
      .from(payments)
      .innerJoin(tills, eq(tills.id, payments.tillId))
      .where(within),
  ])
  const kinds = by === 'payment-code' ? paymentKinds(ctx.lang) : null
  return {
    rows: rows.map(row => ({
      ...row,
      name: kinds?.get(row.key) ?? row.name,
      quantity: Number(row.quantity),
      amount: cents(BigInt(row.amount)),
    })),
    payments: all?.payments ?? 0,
  }
}

type Dimension = { key: SQL<string>; name: AnyPgColumn | SQL<string> }

function dimension(ctx: Ctx, by: Exclude<CashBy, 'tender'>): Dimension {
  const bg = ctx.lang === 'bg'
  if (by === 'service') return { key: sql`${services.code}`, name: bg ? services.nameBg : services.nameEn }
  if (by === 'department')
    return { key: sql`${departments.code}`, name: bg ? departments.nameBg : departments.nameEn }
  if (by === 'desk') return { key: sql`${desks.number}::text`, name: desks.name }
  if (by === 'cashier') return { key: sql`${staff.login}`, name: staff.name }
  return { key: sql`coalesce(${paymentLines.paymentCode}, '')`, name: sql`''` }
}

const lineRows = (ctx: Ctx, within: SQL | undefined, { key, name }: Dimension) =>
  ctx.db
    .select({
      key,
      name: sql<string>`${name}`,
      payments: countDistinct(payments.id),
      quantity: sql<string>`sum(${paymentLines.quantity})`,
      amount: sql<string>`sum(${paymentLines.amountCents})`,
    })
    .from(payments)
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .innerJoin(paymentLines, eq(paymentLines.paymentId, payments.id))
    .innerJoin(services, eq(services.id, paymentLines.serviceId))
    .innerJoin(departments, eq(departments.id, paymentLines.departmentId))
    .where(within)
    .groupBy(sql`1`, sql`2`)
    .orderBy(desc(sql`5`), asc(sql`1`))

const tenderRows = (ctx: Ctx, within: SQL | undefined) =>
  ctx.db
    .select({
      key: sql<string>`${paymentTenders.tender}`,
      name: sql<string>`''`,
      payments: countDistinct(payments.id),
      quantity: sql<string>`count(*)`,
      amount: sql<string>`sum(${paymentTenders.amountCents})`,
    })
    .from(payments)
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(paymentTenders, eq(paymentTenders.paymentId, payments.id))
    .where(within)
    .groupBy(sql`1`)
    .orderBy(desc(sql`5`), asc(sql`1`))
