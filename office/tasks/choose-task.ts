import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tasks } from '../../db/schema/tasks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { type TaskRow, tasksWhere, taskWithId } from './lookup.ts'

const ChooseTask = z.object({ text: z.string().max(60) })

const MOST_NEAR = 8

/**
 * The task that is meant by its id, or by the last signs of it, as lists show them; an open one before those that ended. Refuses
 * one that is not there or not theirs to see, and signs with which several end.
 */
export async function chooseTask(ctx: Ctx, raw: z.input<typeof ChooseTask>): Promise<TaskRow> {
  authorise(ctx, 'tasks.see')
  const { text } = parseInput(ChooseTask, raw)
  const typed = text.trim().toLowerCase()
  if (idInput.safeParse(typed).success) return taskWithId(ctx.db, typed)
  if (!/^[0-9a-f]{4,12}$/.test(typed)) throw refusal('task.unknown', { text })
  const found =
    (await endingWith(ctx, typed, isOpenOfTheirs)) ??
    (await endingWith(ctx, typed, isEndedOfTheirs)) ??
    ((await seesAll(ctx)) ? await endingWith(ctx, typed, isAny) : null)
  if (!found) throw refusal('task.unknown', { text })
  return found
}

/** Asked from the side of the cases that one sees: the row policy would be asked for each task of the town. */
const THEIR_CASES = sql`select a.case_id from case_access a where a.staff_id = any ((select acting_as())::uuid[])
  or a.department_id = any ((select seen_departments())::uuid[])`
const isOpenOfTheirs = sql`select task_id from open_tasks where case_id in (${THEIR_CASES})`
const isEndedOfTheirs = sql`select task_id from task_endings where case_id in (${THEIR_CASES})`
const isAny = sql`select id as task_id from tasks`

async function seesAll({ db }: Ctx): Promise<boolean> {
  const [row] = await db.execute<{ all: boolean }>(sql`select sees_all_cases() as all`)
  return row?.all ?? false
}

async function endingWith(ctx: Ctx, signs: string, among: SQL): Promise<TaskRow | null> {
  const found = await ctx.db.execute<{ id: string }>(sql`
    select t.task_id as id from (${among}) t where right(t.task_id::text, ${signs.length}) = ${signs} limit ${MOST_NEAR}`)
  const ids = [...found].map(({ id }) => id)
  if (ids.length === 0) return null
  const [one, ...others] = await tasksWhere(ctx.db, inArray(tasks.id, ids), [asc(tasks.id)], MOST_NEAR)
  if (one && others.length > 0)
    throw refusal('task.ambiguous', {
      text: signs,
      near: [one, ...others].map(({ id, what }) => `${id} ${what}`),
    })
  return one ?? null
}
