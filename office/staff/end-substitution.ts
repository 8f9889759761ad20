import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { substitutions } from '../../db/schema/staff.ts'
import { showDay } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { type Substitution, stateOfSubstitution } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { substitutionsWhere } from './lookup.ts'

const EndSubstitution = z.object({ substitutionId: idInput })

/**
 * The absent one is back: from now on nobody acts for them; one that has not begun is taken back whole. The days on which somebody
 * acted stay on record. Refuses a substitution that is over.
 */
export async function endSubstitution(ctx: Ctx, raw: z.input<typeof EndSubstitution>): Promise<Substitution> {
  authorise(ctx, 'staff.substitute')
  const { substitutionId } = parseInput(EndSubstitution, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'substitutions')
    const [known] = await substitutionsWhere(tx, eq(substitutions.id, substitutionId))
    if (!known) throw refusal('substitution.unknown', { id: substitutionId })
    const state = stateOfSubstitution(known, ctx.today)
    if (state === 'over' || state === 'taken_back')
      throw refusal('substitution.over', {
        name: known.absent.name,
        until: showDay(known.until, ctx.lang),
      })
    const begins = state === 'coming' ? known.from : ctx.today
    const until = begins.subtract({ days: 1 })
    await Promise.all([
      tx.update(substitutions).set({ untilDay: until }).where(eq(substitutions.id, known.id)),
      writeLogbook(tx, ctx, 'staff.substitute', {
        subjectId: known.absent.id,
        facts: { absent: known.absent.login, substitute: known.substitute.login, until: until.toString() },
      }),
    ])
    return { ...known, until }
  })
}
