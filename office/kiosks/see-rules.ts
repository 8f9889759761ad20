import { desc } from 'drizzle-orm'
import { kioskRules } from '../../db/schema/kiosks.ts'
import { PACE, type Pace, WATCH, type Watch } from '../../rules/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** How devices are watched and how they go about their day; `setAt` is null while the town has said nothing. */
export type KioskRules = Watch & { pace: Pace; setAt: Temporal.Instant | null }

/** What holds now of watching and pace. */
export async function seeRules(ctx: Ctx): Promise<KioskRules> {
  authorise(ctx, 'kiosks.see')
  const { silentMinutes, negatives, negativeMinutes, pace: said, setAt } = kioskRules
  const [row] = await ctx.db
    .select({ silentMinutes, negatives, negativeMinutes, pace: said, setAt })
    .from(kioskRules)
    .orderBy(desc(kioskRules.setAt))
    .limit(1)
  const { pace, ...watch } = row ?? { ...WATCH, pace: {}, setAt: null }
  return { ...watch, pace: { ...PACE, ...pace } }
}
