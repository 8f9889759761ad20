import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { type CardVersion, type UnitNames, unitNames, versionsOf } from './lookup.ts'

export type CardShown = CardVersion & {
  /** All that there are, the newest first. */
  versions: number[]
  units: UnitNames
}

/** The card of a service, in force or an older version; refuses an unknown service, one without a card, and a version it never had. */
export async function showCard(ctx: Ctx, code: string, version: number | null = null): Promise<CardShown> {
  authorise(ctx, 'cards.see')
  const [versions, units] = await Promise.all([versionsOf(ctx.db, code), unitNames(ctx.db)])
  const shown = versions.find(one => version === null || one.version === version)
  if (!shown) throw refusal(versions.length > 0 ? 'card.no_such_version' : 'card.none', { code })
  return { ...shown, versions: versions.map(one => one.version), units }
}
