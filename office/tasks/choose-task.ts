import { asc, inArray, sql } from 'drizzle-orm'
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
  const found = (await endingWith(ctx, typed, true)) ?? (await endingWith(ctx, typed, false))
  if (!found) throw refusal('task.unknown', { text })
  return found
}

async function endingWith(ctx: Ctx, signs: string, isOpen: boolean): Promise<TaskRow | null> {
  const among = isOpen ? sql`select task_id from open_tasks` : sql`select task_id from task_endings`
  const ids = sql`(select t.task_id from (${among}) t where right(t.task_id::text, ${signs.length}) = ${signs})`
  const [one, ...others] = await tasksWhere(ctx.db, inArray(tasks.id, ids), [asc(tasks.id)], MOST_NEAR)
  if (one && others.length > 0)
    throw refusal('task.ambiguous', {
      text: signs,
      near: [one, ...others].map(({ id, what }) => `${id} ${what}`),
    })
  return one ?? null
}
