import type { FiscalOperator } from '../drivers/fiscal-settings.ts'
import type { FaultCode } from '../fault.ts'
import type { CodePage, EscposProfile } from '../profile.ts'
import type { Make } from './makes.ts'

/** Where a printer may be on this machine: `line` as `parseLine` reads it, `what` as its maker calls it. */
export type Port = { line: string; what: string; fault: FaultCode | null }

/** What a printer said when it was asked; `baud` is the speed at which it did, null where it was silent at all. */
export type Heard = {
  baud: number | null
  status: boolean
  whenPrinted: boolean
  processId: boolean
  pushes: boolean
  maker: string | null
  model: string | null
}

/** A fiscal device that told who it is, and the profile under which it understood the question. */
export type FiscalFound = {
  profile: 'datecs-fp' | 'datecs-fp-x'
  model: string
  deviceNumber: string
  baud: number | null
}

/** What the town has already: names are not given twice by mistake. */
export type Town = {
  printers: readonly { name: string; line: string }[]
  profiles: readonly string[]
  desks: readonly { number: number; name: string; printer: string }[]
  /** Practice knows no fiscal devices. */
  isTraining: boolean
}

/**
 * What is known of a printer so far. What is not known yet is left out, and is asked for next; `done` names the steps whose
 * sheet has come out or whose work is done, `told` is a word about the answer before.
 */
export type Draft = {
  town: Town
  ports: readonly Port[]
  done: readonly StepName[]
  told?: Told | undefined
  line?: string | undefined
  heard?: Heard | undefined
  make?: Make | 'fiscal' | undefined
  operator?: number
  password?: string
  fiscal?: FiscalFound
  page?: CodePage | undefined
  euro?: EscposProfile['euro'] | undefined
  columns?: number | undefined
  cutter?: EscposProfile['cutter'] | undefined
  feedLines?: number | undefined
  hasDrawer?: boolean
  /** It was kicked at pin 2 and stayed shut. */
  isNotAtPin2?: boolean
  pin?: 2 | 5 | null | undefined
  name?: string | undefined
  profile?: string | undefined
  desk?: number | null | undefined
  isSaved?: boolean
}

export type Told = 'no_speed' | 'no_page' | 'all_pages' | 'fed_more'

export const STEPS = [
  'line',
  'listen',
  'make',
  'operator',
  'password',
  'identify',
  'speed',
  'page',
  'euro',
  'columns',
  'cutter',
  'drawer',
  'opened_2',
  'opened_5',
  'name',
  'profile',
  'desk',
  'save',
] as const
export type StepName = (typeof STEPS)[number]

/** What is done at the printer before a question is asked. */
export type Work =
  | { do: 'listen'; line: string }
  /** `asks`: the printer answers, so it is asked first whether it can print. */
  | { do: 'print'; line: string; bytes: Uint8Array; asks: boolean }
  | { do: 'identify'; line: string; operator: FiscalOperator }
  /** The same at every speed, each naming itself. */
  | { do: 'speeds'; line: string }

/** One way to answer: `key` is what is typed for it. `value` is a fact that needs no translation. */
export type Choice = { key: string; value?: string; fault?: FaultCode | null }

/** `proposal` is what an empty answer takes; `isOpen`: something that is no choice may be typed. */
export type Question = {
  step: StepName
  choices: readonly Choice[]
  proposal: string | null
  isOpen: boolean
  /** What is typed is not shown. */
  isSecret?: boolean
}

/** What the person has decided, ready to be kept; `profile` is null where a shipped one says it all. */
export type SetUp = {
  name: string
  line: string
  profileName: string
  profile: EscposProfile | null
  desk: number | null
  fiscal: (FiscalOperator & { number: string }) | null
}
