import type { Method } from '../satisfaction-methods.ts'

/** The words of the yearly report on satisfaction (чл. 24, ал. 8 НАО) in one language; days are already text. */
export type AnnualTexts = {
  /** As the ordinance has them, in short. */
  methods: Record<Method, string>
  list: {
    title: (year: number) => string
    column: Record<'number' | 'method' | 'obligatory' | 'state' | 'notedOn' | 'notedBy', string>
    obligatory: string
    state: Record<'done' | 'not_done' | 'not_noted', string>
    due: (day: string) => string
  }
  /** How many of the eleven, and the numbers of the obligatory ones that were not. */
  standing: (carriedOut: number, missing: string) => string
  title: (year: number) => string
  notOver: (day: string) => string
  heading: Record<'introduction' | 'methods' | 'devices' | 'terms' | 'limits' | 'conclusions', string>
  introduction: (year: number, due: string) => string[]
  method: {
    heading: (method: Method, name: string, isObligatory: boolean) => string
    conduct: (text: string) => string
    findings: (text: string) => string
    measures: (text: string) => string
    noMeasures: string
    notDone: (why: string) => string
    obligatoryNotDone: (why: string | null) => string
    notNoted: string
    devices: string
    signals: string
  }
  devices: {
    none: string
    noAnswers: string
    intro: string
    parts: Record<'faces' | 'quarters' | 'halls' | 'reasons' | 'left', string>
    column: Record<'quarter' | 'change', string>
    quarter: (quarter: number) => string
    change: Record<'up' | 'same' | 'down', string>
    sentence: (answers: number, share: string, low: string, high: string, index: string) => string
    few: (answers: number, least: number) => string
  }
  terms: {
    none: string
    sentence: (ended: number, kept: number, share: string) => string
  }
  limits: string[]
  conclusions: {
    answers: (question: string, sentence: string) => string
    measures: string
    measure: (method: Method, name: string, text: string) => string
    noMeasures: string
  }
}
