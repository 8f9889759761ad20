import { tasks } from '../../db/schema/tasks.ts'
import type { TaskKind } from '../../rules/tasks.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A task as it is given. Giver, time and who sees it from now on are the database's. */
export type EnteredTask = {
  id: string
  caseId: string
  documentId: string | null
  /** Of a phase: its request and its code in the card. */
  requestId: string | null
  phase: string | null
  parentId: string | null
  kind: TaskKind
  /** The result that is wanted. */
  what: string
  /** Null is the whole department. */
  assigneeId: string | null
  departmentId: string
  dueOn: Temporal.PlainDate
}

/** Writes a task that was looked at already. */
export async function enterTask(tx: Tx, ctx: Ctx, task: EnteredTask): Promise<void> {
  await tx.insert(tasks).values({ ...task, assignerId: task.kind === 'phase' ? null : ctx.who.id })
}
