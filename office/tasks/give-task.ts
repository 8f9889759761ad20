import { asc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { tasks } from '../../db/schema/tasks.ts'
import { whyNotWorkIn } from '../../rules/cases.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { type Hands, whyNotGive, whyNotHeld } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type Assignee, assigneesOf, departmentOfStaff, targetInput } from './assignees.ts'
import { enterTask } from './enter-task.ts'
import { handsOf, type Substitute, substituteOf, type TaskRow, tasksWhere } from './lookup.ts'
import { placeInput, placeOf, type TaskPlace } from './place.ts'

const MOST_TARGETS = 20

const GiveTask = z.object({
  place: placeInput,
  kind: z.enum(['resolution', 'opinion']).default('resolution'),
  /** The result that is wanted. */
  what: textInput(0, 2000),
  dueOn: dayInput,
  /** The same to several: each has a task of its own. */
  to: z.array(z.object({ taskId: idInput, target: targetInput })).max(MOST_TARGETS),
})
export type GiveTask = z.input<typeof GiveTask>
type Input = z.output<typeof GiveTask>

/** `substitute` acts today for whom it was given to. */
export type TaskGiven = TaskRow & { substitute: Substitute | null }

/**
 * Gives a task with a clear result and a term, to people and departments. A head gives tasks; whoever has one gives parts of it
 * inside the own departments; whoever works on a case asks for opinions. Sent again with the same ids it gives back what was done;
 * ids of other tasks are refused.
 * Refuses, in this order: an unknown place, an unknown person or department and those who do not work on cases, whom the task above
 * does not belong to, a closed case, an unclear result, a term that is past or beyond that of the whole, nobody, the same one twice,
 * somebody without a department, those who are not subordinate.
 */
export async function giveTask(ctx: Ctx, raw: GiveTask): Promise<TaskGiven[]> {
  authorise(ctx, 'tasks.work')
  const input = parseInput(GiveTask, raw)
  if (input.kind === 'resolution' && !('parentId' in input.place)) authorise(ctx, 'tasks.give')
  return inTransaction(ctx, async tx => {
    const ids = input.to.map(({ taskId }) => taskId)
    const looked = lookUp(tx, ctx, input)
    // What was given already is answered so, whatever became of the place meanwhile.
    const [earlier] = await Promise.all([knownTasks(tx, ids), looked.catch(() => null)])
    if (earlier.length === 0) await give(tx, ctx, input, await looked)
    else if (!isRepeat(earlier, input)) throw refusal('task.id_reused', {})
    const [rows, substitutes] = await Promise.all([
      tasksWhere(tx, inArray(tasks.id, ids), [asc(tasks.id)], ids.length),
      Promise.all(
        input.to.map(({ target }) =>
          'staffId' in target ? substituteOf(tx, target.staffId, ctx.today) : null,
        ),
      ),
    ])
    return ids.flatMap((id, at) => {
      const given = rows.find(row => row.id === id)
      return given ? { ...given, substitute: substitutes[at] ?? null } : []
    })
  })
}

type Looked = Awaited<ReturnType<typeof lookUp>>

async function lookUp(tx: Tx, ctx: Ctx, input: Input) {
  const targets = input.to.map(({ target }) => target)
  const [hands, place, assignees, home] = await Promise.all([
    handsOf(tx),
    placeOf(tx, input.place),
    assigneesOf(tx, ctx, targets),
    departmentOfStaff(tx, ctx.who.id),
  ])
  return { hands, place, assignees, home }
}

async function give(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  { hands, place, assignees, home }: Looked,
): Promise<void> {
  refuseIf(place.parent && whyNotHeld(place.parent, hands))
  refuseIf(whyNotWorkIn({ number: place.caseNumber, isClosed: place.isClosed }))
  refuseIf(whyNotGive({ ...input, most: place.most }, ctx.today, ctx.lang))
  const targets = targetsOf(assignees, place, home)
  if (ctx.who.post !== 'head' && input.kind === 'resolution') refuseStrangers(targets, hands)
  await Promise.all(
    targets.map((target, at) => enter(tx, ctx, input, place, target, input.to[at]?.taskId ?? '')),
  )
}

type Known = typeof tasks.$inferSelect

const knownTasks = async (tx: Tx, ids: string[]): Promise<Known[]> =>
  ids.length === 0 ? [] : await tx.select().from(tasks).where(inArray(tasks.id, ids))

/** Whether these tasks are what is asked for, as it was given then. */
function isRepeat(earlier: readonly Known[], { place, kind, what, dueOn, to }: Input): boolean {
  const isThere = (task: Known): boolean =>
    'parentId' in place
      ? task.parentId === place.parentId
      : task.parentId === null &&
        task.caseId === place.caseId &&
        (place.documentId === null || task.documentId === place.documentId)
  return to.every(({ taskId, target }) => {
    const task = earlier.find(({ id }) => id === taskId)
    if (!task || !isThere(task)) return false
    const isTheirs =
      'staffId' in target
        ? task.assigneeId === target.staffId
        : task.assigneeId === null && task.departmentId === target.departmentId
    return isTheirs && task.kind === kind && task.what === what && task.dueOn.equals(dueOn)
  })
}

type Given = Assignee & { departmentId: string }

/** Somebody of no department works where the giver does, or where the case is worked on. */
function targetsOf(assignees: readonly Assignee[], place: TaskPlace, home: string | null): Given[] {
  if (assignees.length === 0) throw refusal('task.nobody', {})
  return assignees.map((one, at) => {
    const isTwice = assignees.slice(0, at).some(other => idOf(other) === idOf(one))
    if (isTwice) throw refusal('task.twice_to', { name: one.name })
    const departmentId = one.departmentId ?? home ?? place.departmentId
    if (!departmentId) throw refusal('task.nowhere', { name: one.name })
    return { ...one, departmentId }
  })
}

const idOf = ({ staffId, departmentId }: Assignee): string | null => staffId ?? departmentId

function refuseStrangers(targets: readonly Given[], hands: Hands): void {
  const stranger = targets.find(({ departmentId }) => !hands.departmentIds.includes(departmentId))
  if (stranger) throw refusal('task.not_subordinate', { name: stranger.name })
}

async function enter(tx: Tx, ctx: Ctx, input: Input, place: TaskPlace, target: Given, id: string) {
  const { what, dueOn, kind } = input
  await Promise.all([
    enterTask(tx, ctx, {
      id,
      caseId: place.caseId,
      documentId: place.documentId,
      requestId: place.requestId,
      phase: null,
      parentId: place.parent?.taskId ?? null,
      kind,
      what,
      assigneeId: target.staffId,
      departmentId: target.departmentId,
      dueOn,
    }),
    writeLogbook(tx, ctx, kind === 'opinion' ? 'tasks.work' : 'tasks.give', {
      subjectId: id,
      facts: { did: 'give', case: place.caseNumber, to: target.name, due: dueOn.toString() },
    }),
  ])
}
