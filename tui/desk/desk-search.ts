import { favouriteDigit, readEntry } from '../../rules/entry.ts'
import { looksLikeIdentifier, readIdentifier } from '../../rules/identifiers.ts'
import { findServices, type Service } from '../../rules/services.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'
import type { DeskState, Finding, Found } from './desk-state.ts'
import { typeTender } from './tendering.ts'

const MOST_FOUND = 50

/** What every key that is no command does: text goes to the entry line, arrows move in the list that is shown. */
export function typeAtDesk(before: DeskState, key: Key): DeskState {
  const s = before.armed ? { ...before, armed: null } : before
  if (s.mode === 'paying' && s.tendering.tender !== 'cash')
    return { ...s, tendering: typeTender(s.tendering, key) }
  const entry = typeInto(isScannedAnew(s.entry.value, key) ? entryLine() : s.entry, key)
  if (s.mode !== 'service' && s.mode !== 'committing') return { ...s, entry }
  if (entry !== s.entry)
    return entry.value === s.entry.value ? { ...s, entry } : { ...lookUp(s, entry), seen: s.seen }
  if (s.found.length > 0) return choose(s, key)
  return { ...s, cursor: moveCursor(s.cursor, key, s.basket.length) }
}

/** A whole number that comes in one run onto another one takes its place: the card was scanned once more. */
const isScannedAnew = (value: string, key: Key): boolean =>
  key.kind === 'text' && isNumberOfSomebody(key.text) && isNumberOfSomebody(value)

const isNumberOfSomebody = (text: string): boolean =>
  readIdentifier(text) !== null || looksLikeIdentifier(text)

const choose = (s: DeskState, key: Key): DeskState =>
  withSeen(
    s.isListed && isSeen(s)
      ? { ...s, pick: moveCursor(s.pick, key, s.found.length) }
      : { ...s, isListed: true, pick: Math.max(0, s.pick) },
  )

/** The search is drawn as it is. */
export function withSeen(s: DeskState): DeskState {
  const { entry, found, finding, pick, isListed } = s
  return isSeen(s) && s.seen.pick === pick && s.seen.isListed === isListed && s.seen.finding === finding
    ? s
    : { ...s, seen: { text: entry.value, found, finding, pick, isListed } }
}

/** Nothing was typed since the search was drawn. */
export const isSeen = (s: DeskState): boolean => s.seen.text === s.entry.value && s.seen.found === s.found

/** The entry line and what the desk itself finds for it. */
export function lookUp(s: DeskState, entry: EntryLine): DeskState {
  const { text, entry: kind } = readEntry(entry.value)
  const found = [...favouritesFor(s, text), ...servicesFor(s, text, kind.kind)]
  const isNumber = kind.kind === 'number'
  const first = found[0]
  const isMeant = first?.kind === 'favourite' || (first?.kind === 'service' && first.service.code === text)
  const isHalf = isNumber && found.length > 1 && !isMeant
  const finding = s.finding?.text === text ? s.finding : null
  const alone = {
    ...s,
    entry,
    found,
    finding: null,
    pick: isHalf ? -1 : 0,
    isListed: found.length > 0 && !isNumber,
  }
  return withSeen(finding ? appended(alone, finding) : alone)
}

function servicesFor(s: DeskState, text: string, kind: string): Found[] {
  if (kind !== 'number' && kind !== 'name') return []
  return findServices(s.services, text, s.lang, MOST_FOUND).map(service => ({ kind: 'service', service }))
}

/** The favourite of a single digit: what the desk shows at it, also where a service has that number. */
function favouritesFor(s: DeskState, text: string): Found[] {
  const digit = favouriteDigit(text)
  if (digit === null) return []
  return favouritesOf(s).filter(favourite => favourite.digit === digit)
}

/** The favourites of the desk that are still offered. */
export function favouritesOf(s: DeskState): (Found & { kind: 'favourite' })[] {
  const offered = new Map(s.services.map(service => [service.id, service]))
  return s.favourites.flatMap(({ digit, serviceId, speed }) => {
    const service: Service | undefined = offered.get(serviceId)
    return service?.fees[speed] ? [{ kind: 'favourite' as const, digit, service, speed }] : []
  })
}

/** What came from the register and the bills, below what is listed: nothing that stands there moves. Late answers are let go. */
export function withFinding(s: DeskState, finding: Finding): DeskState {
  const isAwaited =
    (s.mode === 'service' || s.mode === 'committing') && readEntry(s.entry.value).text === finding.text
  return isAwaited && s.finding?.text !== finding.text ? withSeen(appended(s, finding)) : s
}

function appended(s: DeskState, finding: Finding): DeskState {
  const more: Found[] = [
    ...finding.bills.map(bill => ({ kind: 'bill' as const, bill })),
    ...finding.parties.map(party => ({ kind: 'payer' as const, party })),
  ]
  const isNumber = readEntry(finding.text).entry.kind !== 'name'
  return {
    ...s,
    finding,
    found: more.length > 0 ? [...s.found, ...more] : s.found,
    isListed: s.isListed || (more.length > 0 && !isNumber),
  }
}
