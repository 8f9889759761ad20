import { sql } from 'drizzle-orm'
import { daysLate } from '../../rules/control.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import type { LateRow } from '../../rules/reports/registry.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { lateOf, type PeriodAsked, unitAsked } from './lookup.ts'

type Found = {
  id: string
  number: string | null
  what: string
  department: string
  holder: string | null
  due: string
  ended: string
  reason: LateReason
  note: string | null
}

/** Everything that ended after its last day in a period, with the reason that its unit stated. */
export async function listLate(ctx: Ctx, asked: PeriodAsked): Promise<LateRow[]> {
  authorise(ctx, 'reports.registry')
  const [found] = await Promise.all([
    ctx.db.execute<Found>(sql`
      select l.id, l.number, l.what, ${ctx.lang === 'bg' ? sql`d.name_bg` : sql`d.name_en`} as department, s.name as holder,
        l.due_on::text as due, l.ended_on::text as ended, l.reason, l.note
      from ${lateOf(asked, ctx.lang)} l join departments d on d.id = l.department_id left join staff s on s.id = l.holder_id
      order by l.ended_on, l.id`),
    unitAsked(ctx.db, asked.whose),
  ])
  return found.map(row => {
    const [dueOn, endedOn] = [Temporal.PlainDate.from(row.due), Temporal.PlainDate.from(row.ended)]
    return {
      id: row.id,
      number: row.number ?? '',
      what: row.what,
      department: row.department,
      holder: row.holder ?? '',
      dueOn,
      endedOn,
      daysLate: daysLate(dueOn, endedOn),
      reason: row.reason,
      note: row.note,
    }
  })
}
