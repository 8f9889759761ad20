import { z } from 'zod'
import { wordsOf } from '../../rules/parties.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { findSettlements } from './find-settlements.ts'
import type { Settlement } from './lookup.ts'

const ChooseSettlement = z.object({ text: z.string().max(100) })
const MOST_NEAR = 8

/** The settlement meant by an EKATTE code or a name, whole or its beginning; refuses none, and several with their codes. */
export async function chooseSettlement(ctx: Ctx, raw: z.input<typeof ChooseSettlement>): Promise<Settlement> {
  authorise(ctx, 'parties.see')
  const { text } = parseInput(ChooseSettlement, raw)
  const found = await findSettlements(ctx, { text, limit: 100 })
  const called = found.filter(one => one.ekatte === text.trim() || bare(one.name) === bare(text))
  const [only, ...others] = called.length > 0 ? called : found
  if (!only) throw refusal('settlement.unknown', { text })
  if (others.length === 0) return only
  const near = [only, ...others].map(
    one => `${one.ekatte} ${one.name} (${one.municipality}, ${one.district})`,
  )
  throw refusal('settlement.ambiguous', { text, near: near.slice(0, MOST_NEAR) })
}

/** The name without гр. or с. before it. */
const bare = (name: string): string =>
  wordsOf(name)
    .filter((word, at) => at > 0 || !['гр', 'с'].includes(word))
    .join(' ')
