import { sql } from 'drizzle-orm'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type InboxCount = {
  /** Open tasks of one's own and of those one stands in for. */
  mine: number
  overdue: number
  today: number
  /** Of one's departments, that nobody has yet. */
  untaken: number
  /** Papers on the way to oneself or one's departments. */
  papers: number
}

/** How much waits for whoever is signed in, for the line at the top: one round trip. */
export async function countInbox(ctx: Ctx): Promise<InboxCount> {
  authorise(ctx, 'tasks.see')
  const today = ctx.today.toString()
  const [row] = await ctx.db.execute<Record<keyof InboxCount, number>>(sql`
    select mine::int, overdue::int, today::int, untaken::int, papers::int from
      (select count(*) as mine, count(*) filter (where due_on < ${today}) as overdue,
        count(*) filter (where due_on = ${today}) as today
        from open_tasks where assignee_id = any ((select acting_as())::uuid[])) own,
      (select count(*) as untaken from open_tasks
        where assignee_id is null and department_id = any ((select seen_departments())::uuid[])) units,
      (select count(*) as papers from handovers h where (h.taker_id = any ((select acting_as())::uuid[])
        or h.taker_department_id = any ((select seen_departments())::uuid[]))
        and not exists (select from handover_receipts r where r.handover_id = h.id)) waiting`)
  if (!row) throw new Error('an inbox was counted without an answer')
  return row
}
