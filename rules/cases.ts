import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Разделите на преписката: чл. 44–47 НОДА. */
export const SECTIONS = ['official', 'internal', 'control'] as const
export type Section = (typeof SECTIONS)[number]

/** What of a case decides whether something may be done in it. */
export type CaseState = { number: string; isClosed: boolean; isRestricted: boolean }

/** Why nothing is done in a case, or null: one that is closed is opened again first. */
export const whyNotWorkIn = ({ number, isClosed }: Pick<CaseState, 'number' | 'isClosed'>): Refusal | null =>
  isClosed ? refusal('case.closed', { number }) : null

/** A document put into a case: into which section, in which order. */
export type Filed = { section: Section; ordinal: number }

/** Where a document is now: where it was put last; null is nowhere. */
export const sectionNow = (filed: readonly Filed[]): Section | null =>
  filed.toSorted((one, other) => other.ordinal - one.ordinal)[0]?.section ?? null

/**
 * Why a document cannot be put into this section, or null. What is taken out of the official section goes into the control one, with
 * its reason, and stays there: both are seen for good.
 */
export function whyNotFile(
  number: string,
  section: Section,
  filed: readonly Filed[],
  note: string | null,
): Refusal | null {
  const now = sectionNow(filed)
  if (now === 'control') return refusal('case.taken_out', { number })
  if (filed.some(one => one.section === section)) return refusal('case.filed_already', { number })
  if (section !== 'control') return null
  if (now !== 'official') return refusal('case.not_official', { number })
  return isReason(note) ? null : refusal('case.take_out_needs_reason', {})
}

/** Why a case cannot be closed, or null; `index` is where it belongs in the nomenclature. */
export function whyNotClose(
  state: CaseState,
  { openWork, hasIndex }: { openWork: number; hasIndex: boolean },
): Refusal | null {
  const { number } = state
  if (state.isClosed) return refusal('case.closed', { number })
  if (openWork > 0) return refusal('case.has_open_work', { number })
  return hasIndex ? null : refusal('case.index_needed', { number })
}

export function whyNotReopen({ number, isClosed }: CaseState, reason: string): Refusal | null {
  if (!isClosed) return refusal('case.not_closed', { number })
  return isReason(reason) ? null : refusal('case.reopen_needs_reason', {})
}

export function whyNotRestrict({ number, isRestricted }: CaseState, reason: string): Refusal | null {
  if (isRestricted) return refusal('case.restricted', { number })
  return isReason(reason) ? null : refusal('case.restrict_needs_reason', {})
}

/** Why a case is not shared with this one, or null: of a restricted one people are named, never whole departments. */
export const whyNotShare = (
  { number, isRestricted }: CaseState,
  { isPerson, mayRestrict }: { isPerson: boolean; mayRestrict: boolean },
): Refusal | null =>
  isRestricted && !(isPerson && mayRestrict) ? refusal('case.restricted_to_people', { number }) : null
