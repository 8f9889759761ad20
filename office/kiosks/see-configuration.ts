import type { KioskConfiguration } from '../../rules/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { configurationFor } from './configuration.ts'

/** What the device of a place is told: question, faces, hours, texts, PIN, pace. Refuses a place that has no question yet. */
export async function seeConfiguration(ctx: Ctx, kioskId: string): Promise<KioskConfiguration> {
  authorise(ctx, 'kiosks.hear')
  return configurationFor(ctx.db, ctx, kioskId)
}
