import type { Standing } from './requests.ts'

/** What whoever brought a matter does next. */
export const NEXT_STEPS = ['wait', 'pay', 'mend', 'take_result', 'nothing'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** `isHandedOut`: the result was given; `isOwed`: its fee was not paid yet. */
export function nextStepOf(standing: Standing | 'closed', isHandedOut: boolean, isOwed: boolean): NextStep {
  switch (standing) {
    case 'irregular':
      return 'mend'
    case 'under_way':
    case 'suspended':
      return isOwed ? 'pay' : 'wait'
    case 'completed':
    case 'refused':
    case 'terminated':
      return isHandedOut ? 'nothing' : 'take_result'
    case 'withdrawn':
    case 'closed':
      return 'nothing'
  }
}
