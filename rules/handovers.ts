import { dayOf, showDay, showTime } from './dates.ts'
import type { Lang } from './languages.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Hands } from './tasks.ts'

export type Holder = { id: string; name: string }

/** Where a paper is: with whoever registered it, in somebody's hands, between two, or out of the house (чл. 138, 141 НОДА). */
export type PaperPlace =
  | { at: 'registry'; holder: Holder; since: Temporal.Instant }
  /** `unitId` is the department that it was given to, where it was given to one. */
  | { at: 'hands'; holder: Holder; unitId: string | null; since: Temporal.Instant }
  | { at: 'on_the_way'; from: Holder; to: string; since: Temporal.Instant }
  | { at: 'outside'; from: Holder; to: string; since: Temporal.Instant; backBy: Temporal.PlainDate | null }

/** Somebody outside, by what they showed who they are, with the day on which the paper is back. */
export type Borrower = { name: string; identity: string; backBy: Temporal.PlainDate }

/** Why somebody cannot hand this paper over, or null: it is given by whoever has it. */
export function whyNotHand(place: PaperPlace, hands: Hands, isClerk: boolean, lang: Lang): Refusal | null {
  switch (place.at) {
    case 'on_the_way':
      return refusal('paper.on_the_way', { to: place.to, since: moment(place.since, lang) })
    case 'outside':
      return refusal('paper.outside', { name: place.to, since: moment(place.since, lang) })
    case 'registry':
      return isClerk || hands.staffIds.includes(place.holder.id) ? null : notWith(place.holder)
    case 'hands': {
      const isOurs = place.unitId !== null && hands.departmentIds.includes(place.unitId)
      return isOurs || hands.staffIds.includes(place.holder.id) ? null : notWith(place.holder)
    }
  }
}

const notWith = ({ name }: Holder): Refusal => refusal('paper.not_with_you', { name })

/** Why a paper does not go out to this person, or null. */
export function whyNotLend({ name, identity, backBy }: Borrower, today: Temporal.PlainDate): Refusal | null {
  if (name.trim().length < 2 || !isReason(identity)) return refusal('paper.borrower_needed', {})
  return Temporal.PlainDate.compare(backBy, today) < 0 ? refusal('paper.back_in_the_past', {}) : null
}

/** A paper that was given to somebody. */
export type Handed = {
  giverId: string
  takerId: string | null
  takerUnitId: string | null
  isOutside: boolean
}

/** Why somebody cannot take a paper, or null. What was outside is taken back by a clerk, or by another than who gave it. */
export function whyNotTakePaper(handed: Handed, hands: Hands, isClerk: boolean): Refusal | null {
  const isTheirs =
    (handed.takerId !== null && hands.staffIds.includes(handed.takerId)) ||
    (handed.takerUnitId !== null && hands.departmentIds.includes(handed.takerUnitId)) ||
    (handed.isOutside && (isClerk || !hands.staffIds.includes(handed.giverId)))
  return isTheirs ? null : refusal('paper.not_for_you', {})
}

/** The words of `sayPlace`; moments and days come as they are shown. */
export type HandoverTexts = {
  registry: (holder: string, since: string) => string
  hands: (holder: string, since: string) => string
  onTheWay: (from: string, to: string, since: string) => string
  outside: (to: string, from: string, since: string, backBy: string, isLate: boolean) => string
}

/** Where a paper is, on one line. */
export function sayPlace(
  place: PaperPlace,
  today: Temporal.PlainDate,
  texts: HandoverTexts,
  lang: Lang,
): string {
  const since = moment(place.since, lang)
  switch (place.at) {
    case 'registry':
      return texts.registry(place.holder.name, since)
    case 'hands':
      return texts.hands(place.holder.name, since)
    case 'on_the_way':
      return texts.onTheWay(place.from.name, place.to, since)
    case 'outside': {
      const backBy = place.backBy ? showDay(place.backBy, lang) : '–'
      const isLate = place.backBy !== null && Temporal.PlainDate.compare(place.backBy, today) < 0
      return texts.outside(place.to, place.from.name, since, backBy, isLate)
    }
  }
}

const moment = (at: Temporal.Instant, lang: Lang): string => `${showDay(dayOf(at), lang)} ${showTime(at)}`
