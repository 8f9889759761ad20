import { findDocuments } from '../office/documents/find-documents.ts'
import { type RequestShown, showRequest } from '../office/requests/show-request.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { refusal } from '../rules/refusal.ts'
import { readDay } from '../rules/reports/periods.ts'

/** The request that people know by this number: of the document, of its bill, or the УРИ. */
export const requestMeant = (session: Session, text: string): Promise<RequestShown> =>
  showRequest(session.ctx(), { number: text })

/** The document with this number among those that may be seen. */
export async function documentMeant(session: Session, text: string): Promise<{ id: string; number: string }> {
  const number = text.trim()
  const { rows, meant } = await findDocuments(session.ctx(), { text: number, limit: 20 })
  const found = meant ? undefined : rows.find(row => row.number === number || row.uri === number)
  if (!found) throw refusal('document.unknown', { text })
  return found
}

/** `22.11.2026 16:40`, or a day alone, which is noon of it: when something came. Refuses what is none. */
export function momentTyped(text: string, today: Temporal.PlainDate): Temporal.Instant {
  const [, day = '', time = '12:00'] = /^(\S+)(?:\s+(\d{1,2}:\d{2}))?$/.exec(text.trim()) ?? []
  const read = readDay(day, today)
  const clock = /^([01]?\d|2[0-3]):[0-5]\d$/.test(time) ? time.padStart(5, '0') : null
  if (!read || !clock) throw refusal('period.wrong', { text })
  return read.toZonedDateTime({ timeZone: 'Europe/Sofia', plainTime: clock }).toInstant()
}
