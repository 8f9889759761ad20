import { departmentWithCode } from '../office/departments/lookup.ts'
import { findDocuments } from '../office/documents/find-documents.ts'
import type { DocumentRow } from '../office/documents/lookup.ts'
import { showDocument } from '../office/documents/show-document.ts'
import { listRegisters } from '../office/registers/list-registers.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { ZONE } from '../rules/dates.ts'
import { readUri, showUri } from '../rules/numbering.ts'
import { refusal } from '../rules/refusal.ts'
import { readDay } from '../rules/reports/periods.ts'
import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MOST_NEAR = 8

/** The document that is meant by its number, URI or id; refuses none, and several with what they are about. */
export async function documentMeant(session: Session, text: string): Promise<DocumentRow> {
  const typed = text.trim().replace(/^№\s*/, '')
  if (typed === '') throw refusal('document.unknown', { text })
  if (ID.test(typed)) return (await showDocument(session.ctx(), { documentId: typed })).row
  const found = await findDocuments(session.ctx(), { text: typed, limit: 20 })
  const called = found.rows.filter(row => isCalled(row, typed))
  const exact = called.filter(row => row.number === typed || row.uri === typed)
  const rows = exact.length > 0 ? exact : called
  const [first, ...rest] = rows
  if (!first) throw refusal('document.unknown', { text })
  if (rest.length === 0) return first
  const near = rows.slice(0, MOST_NEAR).map(row => `${row.number} (${row.uri}): ${row.subject}`)
  throw refusal('document.ambiguous', { text, near })
}

/** In capitals or not; by the sequence alone too. */
function isCalled({ number, uri }: DocumentRow, typed: string): boolean {
  const read = readUri(typed)
  const capitals = typed.toLocaleUpperCase('bg')
  return (
    number.toLocaleUpperCase('bg') === capitals ||
    uri === (read ? showUri(read) : typed) ||
    uri.split('-')[1] === typed
  )
}

/** When something came: a day, with an hour or without (then its noon, or now where it is today). */
export function momentTyped(text: string, session: Session): Temporal.Instant {
  const { now, today } = session.ctx()
  const [, dayText = '', hour, minute] = /^(.*?)(?:[\sT]+(\d{1,2}):(\d{2}))?$/.exec(text.trim()) ?? []
  const day = readDay(dayText, today)
  const clock = { hour: Number(hour ?? 12), minute: Number(minute ?? 0) }
  if (!day || clock.hour > 23 || clock.minute > 59) throw refusal('period.wrong', { text })
  if (hour === undefined && day.equals(today)) return now
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(clock) }).toInstant()
}

/** One of the words that an option has; anything else is wrong usage. */
export function oneOf<Word extends string>(
  text: string,
  known: readonly Word[],
  option: string,
  door: Door,
): Word {
  const word = known.find(one => one === text.trim().toLowerCase())
  if (word === undefined) throw new WrongUsage(door.lang, usage => usage.notOneOf(option, text, known))
  return word
}

/** The register with this index; nothing typed is none. */
export async function registerIdOf(session: Session, index: string | undefined): Promise<string | null> {
  if (index === undefined) return null
  const found = (await listRegisters(session.ctx())).find(one => String(one.index) === index.trim())
  if (!found) throw refusal('register.unknown', { text: index })
  return found.id
}

/** The department with this code; nothing typed is none. */
export const departmentIdOf = async (session: Session, code: string | undefined): Promise<string | null> =>
  code === undefined ? null : (await departmentWithCode(session.ctx().db, code)).id
