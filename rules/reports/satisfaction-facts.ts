import type { KioskConfiguration } from '../kiosks.ts'
import type { Lang } from '../languages.ts'
import type { FaceCounts } from '../satisfaction.ts'
import type { Period } from './periods.ts'

/** How satisfaction is looked at; `all` is the page with every figure, `heat` hours of the day by days of the week. */
export const SATISFACTION_BY = ['all', 'hall', 'kiosk', 'hour', 'weekday', 'week', 'heat', 'reason'] as const
export type SatisfactionBy = (typeof SATISFACTION_BY)[number]

export const HEAT_OF = ['index', 'count'] as const
export type HeatOf = (typeof HEAT_OF)[number]

/** A question as it was worded: its answers are never added to those of another one. */
export type QuestionAsked = {
  id: string
  /** In the order in which questions were made. */
  number: number
  text: Record<Lang, string>
  faces: number
  followUp: KioskConfiguration['followUp']
  /** First and last day; no last day while some place asks it. Null where no place ever did. */
  asked: { from: Temporal.PlainDate; until: Temporal.PlainDate | null } | null
}

/** Where a device stands, and for how many open hours of the period it asked the question. */
export type PlaceLooked = {
  id: string
  number: number
  place: string
  hall: { id: string; code: string; name: Record<Lang, string> }
  openHours: number
}

/** Presses that were kept and not counted; told only where every figure is looked at. */
export type LeftOut = { test: number; closed: number; burst: number; repeat: number }

/** `key` is a kiosk, an hour, a weekday (1 Monday), the Monday of a week, or weekday × 100 + hour. */
export type SumRow = { key: string; counts: FaceCounts; left: LeftOut }

export type Satisfaction = {
  period: Period
  by: SatisfactionBy
  /** Null where none was ever made. */
  question: QuestionAsked | null
  /** All that can be chosen, the newest first. */
  questions: QuestionAsked[]
  places: PlaceLooked[]
  /** Whether the town has any place for a device. */
  hasPlaces: boolean
  /** One hall or device alone. */
  only: { hall: Record<Lang, string> } | { kiosk: number } | null
  rows: SumRow[]
  reasons: { code: string; times: number }[]
  /** How often somebody was served in each hall while the question was asked; null of one device alone. */
  served: ReadonlyMap<string, number> | null
  /** The hours in which the town works, from and until. */
  hours: { from: number; until: number }
}
