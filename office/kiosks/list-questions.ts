import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import type { Faces, KioskConfiguration, Reason } from '../../rules/kiosks.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { followUpOf } from './lookup.ts'

export type QuestionListed = {
  id: string
  text: Record<Lang, string>
  faces: Faces
  followUp: KioskConfiguration['followUp']
  firstAskedAt: Temporal.Instant | null
  /** The places that ask it now. */
  kiosks: number[]
  /** Counted presses since it is asked. */
  presses: number
}

/** Every question that was ever asked, the newest first, with where it is asked now. */
export async function listQuestions(ctx: Ctx): Promise<QuestionListed[]> {
  authorise(ctx, 'kiosks.see')
  const rows = await ctx.db.execute<Row>(questions)
  return rows.map(row => ({
    id: row.id,
    text: { bg: row.text_bg, en: row.text_en },
    faces: row.faces,
    followUp: followUpOf(row.follow_up_bg, row.follow_up_en, row.follow_up_to, row.reasons),
    firstAskedAt: row.first_asked_at ? instantOf(row.first_asked_at) : null,
    kiosks: row.kiosks ?? [],
    presses: Number(row.presses),
  }))
}

type Row = {
  id: string
  text_bg: string
  text_en: string
  faces: Faces
  follow_up_bg: string | null
  follow_up_en: string | null
  follow_up_to: number | null
  reasons: Reason[]
  first_asked_at: string | null
  kiosks: number[] | null
  presses: string
}

const questions: SQL = sql`
  with now as (select distinct on (a.kiosk_id) a.question_id, k.number from kiosk_asks a
      join kiosks k on k.id = a.kiosk_id and k.closed_at is null order by a.kiosk_id, a.asked_from desc)
  select q.id, q.text_bg, q.text_en, q.faces, q.follow_up_bg, q.follow_up_en, q.follow_up_to, q.reasons,
    (select min(asked_from) from kiosk_asks where question_id = q.id) as first_asked_at,
    (select json_agg(number order by number) from now where question_id = q.id) as kiosks,
    (select coalesce(sum(face1 + face2 + face3 + face4 + face5), 0) from kiosk_hours where question_id = q.id) as presses
  from kiosk_questions q order by q.made_at desc, q.id desc`
