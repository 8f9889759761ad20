import type { LateReason } from '../../rules/late-reasons.ts'
import type { Opinion, TaskKind, TaskOutcome } from '../../rules/tasks.ts'

/** The words of tasks that every door says. */
export type TasksTexts = {
  kinds: Record<TaskKind, string>
  outcomes: Record<TaskOutcome, string>
  opinions: Record<Opinion, string>
}

export const tasks: TasksTexts = {
  kinds: { resolution: 'резолюция', phase: 'етап', opinion: 'за становище' },
  outcomes: { done: 'изпълнена', not_done: 'неизпълнена', cancelled: 'прекратена' },
  opinions: {
    agree: 'съгласен',
    disagree: 'несъгласен',
    terminate: 'прекратявам процедурата',
    rework: 'за доработка',
  },
}

export const lateReasons: Record<LateReason, string> = {
  overload: 'претовареност на звеното',
  staff_absent: 'отсъствие на служител',
  other_body: 'чакане на друго ведомство',
  applicant: 'забавени документи от заявителя',
  technical: 'техническа повреда',
  complex: 'сложност на случая',
  other: 'друга причина',
}
