import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openTasks, taskEndings, tasks } from '../../db/schema/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { handsOf, type TaskRow, tasksWhere } from './lookup.ts'

export const TASK_BOXES = ['mine', 'department', 'given', 'all'] as const

const ListTasks = z.object({
  /** One's own and those of whom one stands in for; the departments'; those one gave; all that one sees. */
  box: z.enum(TASK_BOXES).default('mine'),
  state: z.enum(['open', 'ended']).default('open'),
  /** Of the departments: only those that nobody has yet. */
  untaken: z.boolean().default(false),
  staffId: idInput.optional(),
  departmentId: idInput.optional(),
  caseId: idInput.optional(),
  limit: z.int().min(1).max(500).default(50),
  /** The last task of the page before. */
  after: idInput.nullable().default(null),
})
export type ListTasks = z.input<typeof ListTasks>
type Input = z.output<typeof ListTasks>

export type TasksListed = { tasks: TaskRow[]; isMore: boolean }

/** Open tasks, what is due first first; ended ones, the latest first. Which they are is asked before what they are: a page is short. */
export async function listTasks(ctx: Ctx, raw: ListTasks): Promise<TasksListed> {
  authorise(ctx, 'tasks.see')
  const input = parseInput(ListTasks, raw)
  const ids = input.state === 'open' ? await openIds(ctx, input) : await endedIds(ctx, input)
  const page = ids.slice(0, input.limit).map(({ id }) => id)
  const rows = page.length === 0 ? [] : await tasksWhere(ctx.db, inArray(tasks.id, page), [], page.length)
  return {
    tasks: page.flatMap(id => rows.find(row => row.id === id) ?? []),
    isMore: ids.length > input.limit,
  }
}

const openIds = async (ctx: Ctx, input: Input) =>
  await ctx.db
    .select({ id: openTasks.taskId })
    .from(openTasks)
    .where(and(await isInBox(ctx, input), isMeant(openTasks, input), isAfter(input)))
    .orderBy(asc(openTasks.dueOn), asc(openTasks.taskId))
    .limit(input.limit + 1)

const endedIds = async (ctx: Ctx, input: Input) =>
  await ctx.db
    .select({ id: taskEndings.taskId })
    .from(taskEndings)
    .where(and(await isInBox(ctx, input), isMeant(taskEndings, input), isAfter(input)))
    .orderBy(desc(taskEndings.endedOn), desc(taskEndings.taskId))
    .limit(input.limit + 1)

async function isInBox(ctx: Ctx, input: Input): Promise<SQL | undefined> {
  if (input.box === 'all') return undefined
  const { assigneeId, departmentId } = input.state === 'open' ? openTasks : taskEndings
  const hands = await handsOf(ctx.db)
  if (input.box === 'mine') return inArray(assigneeId, [...hands.staffIds])
  if (input.box === 'given') return isGivenBy(ctx, input, [...hands.staffIds])
  return and(
    hands.isSecretary ? undefined : inArray(departmentId, [...hands.departmentIds]),
    input.untaken ? isNull(assigneeId) : undefined,
  )
}

const isGivenBy = ({ db }: Ctx, { state }: Input, staffIds: string[]): SQL =>
  state === 'open'
    ? inArray(openTasks.assignerId, staffIds)
    : inArray(
        taskEndings.taskId,
        db.select({ id: tasks.id }).from(tasks).where(inArray(tasks.assignerId, staffIds)),
      )

const isMeant = (
  { assigneeId, departmentId, caseId }: typeof openTasks | typeof taskEndings,
  input: Input,
): SQL | undefined =>
  and(
    input.staffId ? eq(assigneeId, input.staffId) : undefined,
    input.departmentId ? eq(departmentId, input.departmentId) : undefined,
    input.caseId ? eq(caseId, input.caseId) : undefined,
  )

/** A page begins after the last task of the one before, wherever that stands by now. */
function isAfter({ state, after }: Input): SQL | undefined {
  if (after === null) return undefined
  return state === 'open'
    ? sql`(${openTasks.dueOn}, ${openTasks.taskId}) > (coalesce((select due_on from open_tasks where task_id = ${after}),
        (select due_on from task_endings where task_id = ${after})), ${after}::uuid)`
    : sql`(${taskEndings.endedOn}, ${taskEndings.taskId}) < (select ended_on, task_id from task_endings where task_id = ${after})`
}
