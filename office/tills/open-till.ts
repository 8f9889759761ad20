import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { LOCKS } from '../../db/locks.ts'
import { staff } from '../../db/schema/staff.ts'
import { openTills, tillClosings, tills } from '../../db/schema/tills.ts'
import { showTime } from '../../rules/dates.ts'
import { cents } from '../../rules/money.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotHeld } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import { issueVoucher, leftAtDesk } from '../books/voucher.ts'
import type { Ctx, Desk } from '../context.ts'
import { centsInput, idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type OpenTill, openTillOf } from './lookup.ts'

const OpenTillInput = z.object({ tillId: idInput, openingFloat: centsInput })
export type OpenTillInput = z.input<typeof OpenTillInput>

/**
 * Opens the cashier's till at the desk with the money that lies in it. `tillId` is minted by the door: sent twice, the
 * till is opened once. Refuses a desk that another cashier holds and a second till of the same cashier.
 */
export async function openTill(ctx: Ctx, raw: OpenTillInput): Promise<OpenTill> {
  authorise(ctx, 'tills.open')
  const input = parseInput(OpenTillInput, raw)
  refuseIf(whyNotHeld(input.openingFloat))
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    // One opening at a desk at a time: each statement below sees what the one before it committed.
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.opening}, hashtext(${desk.id}))`)
    const mine = await openTillOf(tx, ctx.who.id)
    if (mine?.id === input.tillId) return mine
    if (mine) throw refusal('till.open_elsewhere', { desk: mine.desk, since: showTime(mine.openedAt) })
    await Promise.all([refuseTakenDesk(tx, desk), refuseUsedId(tx, input.tillId)])
    const left = await leftAtDesk(tx, desk.id)
    await Promise.all([
      // Sent at once, before its voucher.
      tx
        .insert(tills)
        .values({
          id: input.tillId,
          deskId: desk.id,
          staffId: ctx.who.id,
          openingFloatCents: input.openingFloat,
        })
        .execute(),
      issueVoucher(tx, {
        tillId: input.tillId,
        subject: 'float',
        amount: cents(input.openingFloat - left),
        ground: paperTexts(ctx.lang).vouchers.float,
        counterparty: null,
      }),
      writeLogbook(tx, ctx, 'tills.open', {
        subjectId: input.tillId,
        facts: { float_cents: input.openingFloat },
      }),
    ])
    const opened = await openTillOf(tx, ctx.who.id)
    if (!opened) throw new Error('a till that was just opened is not open')
    return opened
  })
}

export function deskOf(ctx: Ctx): Desk {
  if (!ctx.desk) throw refusal('desk.needed', {})
  return ctx.desk
}

/** A repeat that comes after that till was closed: it is never opened again. */
async function refuseUsedId(tx: Tx, id: string): Promise<void> {
  const closed = await tx.select().from(tillClosings).where(eq(tillClosings.tillId, id))
  if (closed.length > 0) throw refusal('till.not_open', {})
}

async function refuseTakenDesk(tx: Tx, desk: Desk): Promise<void> {
  const [taken] = await tx
    .select({ cashier: staff.name, since: tills.openedAt })
    .from(openTills)
    .innerJoin(tills, eq(tills.id, openTills.tillId))
    .innerJoin(staff, eq(staff.id, openTills.staffId))
    .where(eq(openTills.deskId, desk.id))
  if (taken)
    throw refusal('till.desk_taken', {
      desk: desk.number,
      cashier: taken.cashier,
      since: showTime(taken.since),
    })
}
