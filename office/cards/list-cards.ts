import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { listedCards } from './lookup.ts'

export type ListedCard = {
  code: string
  name: Record<Lang, string>
  version: number
  phases: number
  importedAt: Temporal.Instant
}

/** The services with a technology card, and which version is in force. */
export async function listCards(ctx: Ctx): Promise<ListedCard[]> {
  authorise(ctx, 'cards.see')
  const rows = await listedCards(ctx.db)
  return rows.map(({ nameBg, nameEn, ...row }) => ({ ...row, name: { bg: nameBg, en: nameEn } }))
}
