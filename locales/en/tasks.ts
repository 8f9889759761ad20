import type { LateReason } from '../../rules/late-reasons.ts'
import type { TasksTexts } from '../bg/tasks.ts'

export const tasks: TasksTexts = {
  kinds: { resolution: 'resolution', phase: 'phase', opinion: 'for an opinion' },
  outcomes: { done: 'done', not_done: 'not done', cancelled: 'cancelled' },
  opinions: {
    agree: 'I agree',
    disagree: 'I disagree',
    terminate: 'I terminate the procedure',
    rework: 'to be reworked',
  },
}

export const lateReasons: Record<LateReason, string> = {
  overload: 'the department is overloaded',
  staff_absent: 'somebody is absent',
  other_body: 'waiting for another body',
  applicant: 'papers of the applicant came late',
  technical: 'a technical failure',
  complex: 'a complex matter',
  other: 'another reason',
}
