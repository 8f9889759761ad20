import { sql } from 'drizzle-orm'
import { WATCH } from '../../rules/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** Places by what was heard of their devices, and the presses that wait in all of them. */
export type KiosksCounted = { heard: number; silent: number; never: number; outbox: number }

/** Counts places that are not closed: whose device gave word lately, is silent, or was never heard of. */
export async function countKiosks(ctx: Ctx): Promise<KiosksCounted> {
  authorise(ctx, 'kiosks.watch')
  const [counted] = await ctx.db.execute<Record<keyof KiosksCounted, string>>(sql`
    with silence as (select coalesce((select silent_minutes from kiosk_rules order by set_at desc limit 1), ${WATCH.silentMinutes}::int) as minutes),
      words as (select max(s.last_word_at) as last, sum(s.outbox) as outbox from kiosks k left join kiosk_states s on s.kiosk_id = k.id
        where k.closed_at is null group by k.id)
    select count(*) filter (where last >= now() - make_interval(mins => minutes)) as heard,
      count(*) filter (where last < now() - make_interval(mins => minutes)) as silent,
      count(*) filter (where last is null) as never, coalesce(sum(outbox), 0) as outbox from words, silence`)
  const numberOf = (key: keyof KiosksCounted) => Number(counted?.[key] ?? 0)
  return {
    heard: numberOf('heard'),
    silent: numberOf('silent'),
    never: numberOf('never'),
    outbox: numberOf('outbox'),
  }
}
