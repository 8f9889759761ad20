import type { NextStep } from '../../rules/case-status.ts'
import type { Section } from '../../rules/cases.ts'

/** The words of cases that every door says. */
export type CasesTexts = {
  sections: Record<Section, string>
  nextSteps: Record<NextStep, string>
  closed: string
  confidential: string
}

export const cases: CasesTexts = {
  sections: { official: 'официален', internal: 'вътрешен', control: 'контролен' },
  nextSteps: {
    wait: 'изчакайте',
    pay: 'платете таксата на касата',
    mend: 'отстранете посочените нередовности',
    take_result: 'вземете готовия документ',
    nothing: 'нищо повече не е нужно',
  },
  closed: 'приключена',
  confidential: 'с ограничен достъп',
}
