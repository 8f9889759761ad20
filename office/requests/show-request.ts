import { asc, eq } from 'drizzle-orm'
import { tasks } from '../../db/schema/tasks.ts'
import type { Due } from '../../rules/deadlines.ts'
import type { ChecklistItem } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { type TaskRow, tasksWhere } from '../tasks/lookup.ts'
import { dueAfter, mendByOf } from './events.ts'
import {
  type HandedOut,
  handOutOf,
  itemsOf,
  type RequestFound,
  requestIdOf,
  requestWithId,
} from './lookup.ts'

const MOST_TASKS = 500

export type RequestShown = RequestFound & {
  items: ChecklistItem[]
  /** Its phases and whatever else was given to somebody for it, in their order. */
  tasks: TaskRow[]
  handOut: HandedOut | null
  /** The last day and why; of a term that stands still what it would be if it went on today. */
  due: Due
  /** Until when an irregularity may be mended. */
  mendBy: Temporal.PlainDate | null
}

/** All of a request, by its id, its number, its УРИ or the number of its bill; refuses one that is not there or not theirs to see. */
export async function showRequest(
  ctx: Ctx,
  which: { requestId: string } | { number: string },
): Promise<RequestShown> {
  authorise(ctx, 'requests.see')
  const id = 'requestId' in which ? which.requestId : await requestIdOf(ctx.db, which.number)
  const [request, items, its, handOut, calendar] = await Promise.all([
    requestWithId(ctx.db, id),
    itemsOf(ctx.db, id),
    tasksWhere(ctx.db, eq(tasks.requestId, id), [asc(tasks.givenAt), asc(tasks.id)], MOST_TASKS),
    handOutOf(ctx.db, id),
    calendarOf(ctx.db),
  ])
  return {
    ...request,
    items,
    tasks: its,
    handOut,
    due: dueAfter(ctx, request, [], calendar),
    mendBy: mendByOf(request, calendar, ctx.today),
  }
}
