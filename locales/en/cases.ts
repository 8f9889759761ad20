import type { CasesTexts } from '../bg/cases.ts'

export const cases: CasesTexts = {
  sections: { official: 'official', internal: 'internal', control: 'control' },
  confidential: 'confidential',
}
