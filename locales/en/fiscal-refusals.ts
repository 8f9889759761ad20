import type { FiscalRefusalTexts } from '../bg/fiscal-refusals.ts'

export const fiscalRefusals: FiscalRefusalTexts = {
  'fiscal.revenue_in_the_past': () =>
    'A fiscal receipt is asked for from today or a later day: the payments until then are issued already.',
  'fiscal.revenue_set_already': ({ code, day }) =>
    `Something else is said of service ${code} from ${day} and does not change. Choose a later day.`,
  'fiscal.revenue_needs_ground': () =>
    'Write on what ground it was decided: an order or an instruction of the chief accountant (at least 3 characters).',
}
