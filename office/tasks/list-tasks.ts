import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openTasks, taskEndings, tasks } from '../../db/schema/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { handsOf, type TaskRow, tasksWhere } from './lookup.ts'

export const TASK_BOXES = ['mine', 'department', 'given', 'all'] as const
export type TaskBox = (typeof TASK_BOXES)[number]

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

/** Open tasks, what is due first first; ended ones, the latest first. */
export async function listTasks(ctx: Ctx, raw: ListTasks): Promise<TasksListed> {
  authorise(ctx, 'tasks.see')
  const input = parseInput(ListTasks, raw)
  const isOpen = input.state === 'open'
  const found = await tasksWhere(
    ctx.db,
    and(await isInBox(ctx, input), isMeant(input), isAfter(input)),
    isOpen
      ? [asc(openTasks.dueOn), asc(openTasks.taskId)]
      : [desc(taskEndings.endedOn), desc(taskEndings.taskId)],
    input.limit + 1,
  )
  return { tasks: found.slice(0, input.limit), isMore: found.length > input.limit }
}

const ofState = ({ state }: Input) => (state === 'open' ? openTasks : taskEndings)

async function isInBox(ctx: Ctx, input: Input): Promise<SQL | undefined> {
  const { assigneeId, departmentId } = ofState(input)
  if (input.box === 'all') return undefined
  const hands = await handsOf(ctx.db)
  if (input.box === 'mine') return inArray(assigneeId, [...hands.staffIds])
  if (input.box === 'given') return inArray(tasks.assignerId, [...hands.staffIds])
  return and(
    hands.isSecretary ? undefined : inArray(departmentId, [...hands.departmentIds]),
    input.untaken ? isNull(assigneeId) : undefined,
  )
}

function isMeant(input: Input): SQL | undefined {
  const { taskId, assigneeId, departmentId } = ofState(input)
  return and(
    isNotNull(taskId),
    input.staffId ? eq(assigneeId, input.staffId) : undefined,
    input.departmentId ? eq(departmentId, input.departmentId) : undefined,
    input.caseId ? eq(tasks.caseId, input.caseId) : undefined,
  )
}

/** A page begins after the last task of the one before, wherever that stands by now. */
function isAfter({ state, after }: Input): SQL | undefined {
  if (after === null) return undefined
  return state === 'open'
    ? sql`(${openTasks.dueOn}, ${openTasks.taskId}) > (coalesce((select due_on from open_tasks where task_id = ${after}),
        (select due_on from task_endings where task_id = ${after})), ${after}::uuid)`
    : sql`(${taskEndings.endedOn}, ${taskEndings.taskId}) < (select ended_on, task_id from task_endings where task_id = ${after})`
}
