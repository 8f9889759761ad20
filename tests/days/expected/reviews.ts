import type { ActOf } from '../registry-acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'
import { handsOf, mayOf, type Registry, sees, type Task } from './registry.ts'

type Day = Temporal.PlainDate

/** What a head finds of a task in a week, which is told by its Monday: чл. 113–118 НОДА. */
export function expectReview(books: Books, who: Who, act: ActOf<'control.review'>): Expected {
  const { registry } = books
  const { id, taskId, week, verdict, note } = act
  if (!mayOf(books, who, ['head'])) return no('authority.denied')
  const task = registry.tasks.get(taskId)
  const isSeen = task !== undefined && sees(registry, who.login, task.caseId)
  const earlier = registry.reviews.get(id)
  if (earlier && isSeen) return again(earlier)
  const monday = Temporal.PlainDate.from(week)
  if (isAfter(monday, registry.today)) return no('review.week_ahead')
  if (verdict !== 'no_problems' && (note ?? '').trim().length < 3) return no('review.note_needed')
  if (!isSeen) return no('task.unknown')
  const hands = handsOf(registry, who.login)
  if (!hands.all && !hands.units.has(task.unit)) return no('review.not_yours')
  const sunday = monday.add({ days: 6 })
  if (!wasInWeek(registry, task, sunday)) return no('review.not_of_week')
  const done = { week, status: statusAt(registry, task, sunday), verdict }
  return {
    done,
    write: () => {
      registry.reviews.set(id, done)
      return {
        reviews: [{ id, task: taskId, ...done, note, by: who.login }],
        logbook: logged(who, 'control.review', taskId),
      }
    },
  }
}

/** What ended did so today; what was cancelled in the week is nobody's to look at. */
const wasInWeek = ({ today }: Registry, { given, ending }: Task, sunday: Day): boolean =>
  !isAfter(given, sunday) && !(ending?.outcome === 'cancelled' && !isAfter(today, sunday))

function statusAt({ today }: Registry, { due, ending }: Task, sunday: Day): string {
  const isPast = isAfter(today, sunday)
  const outcome = isPast ? null : (ending?.outcome ?? null)
  if (outcome === 'done') return 'done'
  return outcome !== null || isAfter(isPast ? sunday : today, due) ? 'not_done' : 'under_way'
}

const isAfter = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) > 0
