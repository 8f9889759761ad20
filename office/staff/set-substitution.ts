import { and, eq, gte, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { substitutions } from '../../db/schema/staff.ts'
import { showDay } from '../../rules/dates.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import type { Substitution } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { type MemberRow, substitutionsWhere, workingMember } from './lookup.ts'

const SetSubstitution = z
  .object({
    id: idInput,
    /** Logins. */
    absent: z.string(),
    substitute: z.string(),
    from: z.instanceof(Temporal.PlainDate),
    until: z.instanceof(Temporal.PlainDate),
    /** The order or the leave it rests on. */
    ground: textInput(3, 200),
  })
  .refine(({ from, until }) => Temporal.PlainDate.compare(from, until) <= 0, 'from is after until')
export type SetSubstitution = z.input<typeof SetSubstitution>
type Days = Pick<z.output<typeof SetSubstitution>, 'from' | 'until'>

/**
 * Names who acts for somebody absent on these days and sees what the absent one sees. A head names for the own people and for
 * oneself, the administrator for all; the database says so again. Refuses days gone by, somebody who is absent then, and somebody
 * who acts for others then.
 */
export async function setSubstitution(ctx: Ctx, raw: SetSubstitution): Promise<Substitution> {
  authorise(ctx, 'staff.substitute')
  const { id, from, until, ground, ...logins } = parseInput(SetSubstitution, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'substitutions')
    const [[earlier], absent, substitute] = await Promise.all([
      substitutionsWhere(tx, eq(substitutions.id, id)),
      workingMember(tx, logins.absent),
      workingMember(tx, logins.substitute),
    ])
    if (earlier) return earlier
    if (absent.id === substitute.id) throw refusal('substitution.self', { name: absent.name })
    if (Temporal.PlainDate.compare(from, ctx.today) < 0)
      throw refusal('substitution.in_the_past', { day: showDay(from, ctx.lang) })
    refuseIf(await whyTaken(tx, ctx, { absent, substitute, from, until }))
    await Promise.all([
      tx.insert(substitutions).values({
        id,
        absentId: absent.id,
        substituteId: substitute.id,
        fromDay: from,
        untilDay: until,
        ground,
        setBy: ctx.who.id,
      }),
      writeLogbook(tx, ctx, 'staff.substitute', {
        subjectId: absent.id,
        facts: {
          absent: absent.login,
          substitute: substitute.login,
          from: from.toString(),
          until: until.toString(),
          ground,
        },
      }),
    ])
    return {
      id,
      absent: whoOf(absent),
      substitute: whoOf(substitute),
      from,
      until,
      ground,
    }
  })
}

const whoOf = ({ id, login, name }: MemberRow) => ({ id, login, name })

/** Either of them is absent on one of these days already, or the absent one acts for somebody then. */
async function whyTaken(
  tx: Tx,
  ctx: Ctx,
  { absent, substitute, from, until }: Days & { absent: MemberRow; substitute: MemberRow },
): Promise<Refusal | null> {
  const then = await substitutionsWhere(
    tx,
    and(lte(substitutions.fromDay, until), gte(substitutions.untilDay, from)),
    sql`${substitutions.fromDay} <= ${substitutions.untilDay}`,
  )
  const away = then.find(one => [absent.id, substitute.id].includes(one.absent.id))
  if (away)
    return refusal('substitution.overlaps', {
      name: away.absent.name,
      from: showDay(away.from, ctx.lang),
      until: showDay(away.until, ctx.lang),
    })
  const acting = then.find(one => one.substitute.id === absent.id)
  return acting
    ? refusal('substitution.acts_for_others', { name: absent.name, absent: acting.absent.name })
    : null
}
