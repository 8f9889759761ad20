import type { SetUpTexts } from '../../locales/bg/answers/set-up.ts'
import { describePrintFault } from '../../locales/texts.ts'
import type { Choice, Draft, Question, StepName } from '../../printers/set-up/draft.ts'
import type { Make } from '../../printers/set-up/makes.ts'
import { pageName } from '../../printers/set-up/sheets.ts'
import type { Lang } from '../../rules/languages.ts'

/** A question as a person reads it, on the command line and on the screen alike. */
export type Asked = {
  question: string
  /** What to look at, and what was said about the answer before. */
  told: string[]
  notice: string | null
  choices: { key: string; text: string }[]
  /** What an empty answer takes. */
  proposal: string | null
  /** Something that is no choice may be typed. */
  isOpen: boolean
  isSecret: boolean
  /** How to have the sheet, or the search, once more; null where there is neither. */
  againHint: string | null
  /** What has been found out so far. */
  known: [label: string, value: string][]
}

const SHEETS: readonly StepName[] = ['speed', 'page', 'euro', 'columns', 'cutter', 'opened_2', 'opened_5']

export function askedIn(draft: Draft, { step, ...question }: Question, words: SetUpTexts, lang: Lang): Asked {
  const isLost = step === 'line' && draft.ports.length === 0
  return {
    question: words.asks[step],
    told: words.more[step],
    notice: draft.told ? words.told[draft.told] : isLost ? words.told.nothing_found : null,
    choices: question.choices.map(choice => ({
      key: choice.key,
      text: choiceText(step, choice, words, lang),
    })),
    proposal: question.proposal,
    isOpen: question.isOpen,
    isSecret: question.isSecret === true,
    againHint: SHEETS.includes(step) ? words.hints.again : step === 'line' ? words.hints.lookAgain : null,
    known: knownOf(draft, words),
  }
}

function choiceText(step: StepName, choice: Choice, words: SetUpTexts, lang: Lang): string {
  const { key, value = '', fault } = choice
  if (key === '0') return words.noneOf[step as keyof SetUpTexts['noneOf']]
  if (step === 'euro') return '€'
  if (step === 'make') return words.makes[value as Make | 'fiscal']
  if (step === 'cutter') return words.answers.cutter[key as '1']
  if (step === 'drawer') return words.answers.drawer[key as '1']
  if (step === 'opened_2' || step === 'opened_5') return words.answers.opened[key as '1']
  if (step === 'save') return words.answers.save[key as '1']
  return fault ? `${value}: ${describePrintFault(fault, lang)}` : value
}

function knownOf(d: Draft, { known, values, makes }: SetUpTexts): [string, string][] {
  const told: [string, string | undefined][] = [
    [known.line, d.line],
    [
      known.status,
      d.make === 'fiscal' ? undefined : d.heard && (d.heard.status ? values.status.yes : values.status.no),
    ],
    [known.make, d.fiscal?.model ?? (d.make && [makes[d.make], d.heard?.model].filter(Boolean).join(' · '))],
    [known.number, d.fiscal?.deviceNumber],
    [known.operator, d.operator === undefined ? undefined : `${d.operator}`],
    [known.page, d.page && `${d.page.number} ${pageName(d.page)}`],
    [known.euro, d.euro && (d.euro === 'EUR' ? 'EUR' : '€')],
    [known.columns, d.columns === undefined ? undefined : values.columns(d.columns)],
    [known.cutter, d.cutter && values.cutter[d.cutter]],
    [known.drawer, d.pin === undefined ? undefined : d.pin === null ? values.noDrawer : values.pin(d.pin)],
    [known.name, d.name],
    [known.profile, d.profile],
    [known.desk, d.desk === undefined || d.desk === null ? undefined : `${d.desk}`],
  ]
  return told.filter((one): one is [string, string] => one[1] !== undefined)
}
