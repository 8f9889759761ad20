import type { CasesTexts } from '../bg/cases.ts'

export const cases: CasesTexts = {
  sections: { official: 'official', internal: 'internal', control: 'control' },
  nextSteps: {
    wait: 'wait',
    pay: 'pay the fee at the cash desk',
    mend: 'mend what the notice names',
    take_result: 'take the finished document',
    nothing: 'nothing more is needed',
  },
  closed: 'closed',
  confidential: 'confidential',
}
