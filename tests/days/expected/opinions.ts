import type { ActOf } from '../registry-acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'
import { handsOf, holds, mayOf, type Registry, sees, seesDocument, type Task, whyNotOn } from './registry.ts'
import { hasOpenParts, whyNotLate } from './tasks.ts'

type Given = ActOf<'opinions.give'>

/** Чл. 94 НОДА, as the office says it. */
const SAID: Record<Given['value'], string> = {
  agree: 'съгласен',
  disagree: 'несъгласен',
  terminate: 'прекратявам процедурата',
  rework: 'за доработка',
}

export function expectOpinion(books: Books, who: Who, act: Given): Expected {
  const { registry } = books
  const { id, documentId, taskId, value, note, lateReason } = act
  if (!mayOf(books, who, ['officer', 'head'])) return no('authority.denied')
  const document = registry.documents.get(documentId)
  if (!document || !seesDocument(registry, who.login, document)) return no('document.unknown')
  const earlier = registry.opinions.get(id)
  if (earlier) return again(earlier)
  const task = registry.tasks.get(taskId ?? '') ?? null
  const wrong =
    (taskId === null ? null : whyNotTask(registry, who, task)) ??
    (task && task.caseId !== document.caseId ? 'opinion.other_case' : null) ??
    whyNotGive(registry, act, task) ??
    whyNotOn(registry, who.login, document)
  if (wrong) return no(wrong)
  const done = { number: document.number, value }
  return {
    done,
    write: () => {
      registry.opinions.set(id, done)
      const result = note === null ? SAID[value] : `${SAID[value]}: ${note}`
      const ends = task?.kind === 'opinion' ? [task] : []
      for (const one of ends) one.ending = { outcome: 'done', result }
      return {
        opinions: [{ id, document: documentId, task: taskId, value, note, by: who.login }],
        taskEndings: ends.map(one => ({
          task: one.id,
          outcome: 'done',
          result,
          next: null,
          late: lateReason,
          by: who.login,
        })),
        logbook: [
          ...ends.flatMap(one => logged(who, 'tasks.work', one.id)),
          ...logged(who, 'opinions.give', documentId),
        ],
      }
    },
  }
}

/** Why nothing is said on a task, or null. */
function whyNotTask(registry: Registry, { login }: Who, task: Task | null): string | null {
  if (!task || !sees(registry, login, task.caseId)) return 'task.unknown'
  if (task.ending) return 'task.ended'
  return holds(task, handsOf(registry, login)) ? null : 'task.not_yours'
}

function whyNotGive(registry: Registry, act: Given, task: Task | null): string | null {
  if (act.value !== 'agree' && (act.note ?? '').trim().length < 3) return 'opinion.note_needed'
  if (task?.kind !== 'opinion') return null
  return hasOpenParts(registry, task) ? 'task.has_open' : whyNotLate(registry, task.due, act)
}
