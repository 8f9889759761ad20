import type { Section } from '../../rules/cases.ts'

/** The words of cases that every door says. */
export type CasesTexts = { sections: Record<Section, string>; confidential: string }

export const cases: CasesTexts = {
  sections: { official: 'официален', internal: 'вътрешен', control: 'контролен' },
  confidential: 'с ограничен достъп',
}
