import type { DocumentRow } from '../office/documents/lookup.ts'
import type { AttachedFile, Correction, Dispatch, DocumentShown } from '../office/documents/show-document.ts'
import { showDay, showMoment } from '../rules/dates.ts'
import { showAccessCode } from '../rules/documents.ts'
import { showSize } from '../rules/files.ts'
import type { Door } from './door.ts'
import { answerTable } from './output/answer.ts'

/** Documents as a table: number, day, kind, subject and whose they are. */
export function listDocuments(rows: readonly DocumentRow[], door: Door, csv: boolean): void {
  const { documents: words } = door.words
  const forPrograms = door.options.json || csv
  const column = (
    key: 'number' | 'day' | 'direction' | 'kind' | 'subject' | 'people' | 'uri',
    spare = false,
  ) => ({
    key,
    title: words[key],
    kind: 'text' as const,
    spare,
  })
  const programs = ['id', 'case_id', 'registered_at', 'annulled'].map(key => ({
    key,
    title: key,
    kind: 'text' as const,
  }))
  answerTable(
    door,
    {
      name: 'documents',
      title: '',
      subtitle: [],
      columns: [
        ...(forPrograms ? programs : []),
        column('number'),
        ...(forPrograms ? [column('uri')] : []),
        column('day'),
        column('direction', true),
        column('kind', true),
        column('subject'),
        column('people'),
      ],
      rows: rows.map(row => ({
        id: row.id,
        case_id: row.caseId,
        registered_at: row.registeredAt.toString(),
        annulled: String(row.isAnnulled),
        number: row.number,
        uri: row.uri,
        day: forPrograms ? row.day.toString() : showDay(row.day, door.lang),
        direction: forPrograms ? row.direction : words.directions[row.direction],
        kind: row.kind,
        subject: row.isAnnulled && !forPrograms ? `${words.annulled}: ${row.subject}` : row.subject,
        people: row.correspondents,
      })),
      totals: null,
    },
    csv,
  )
}

/** A document as people read it: its record, then what was corrected, its files and how it went out. */
export function shownText(shown: DocumentShown, door: Door): string {
  const { documents: words } = door.words
  const lines = recordLines(shown, door)
  const width = Math.max(...lines.map(([label]) => label.length)) + 2
  const part = (title: string, rows: string[]): string[] =>
    rows.length > 0 ? ['', `${title}:`, ...rows] : []
  return [
    ...(shown.row.isAnnulled ? [words.annulled] : []),
    ...lines.flatMap(([label, text]) => (text ? [`${`${label}:`.padEnd(width)}${text}`] : [])),
    ...part(
      words.correctedTitle,
      shown.corrections.map(one => correctionLine(one, door)),
    ),
    ...part(
      words.filesTitle,
      shown.files.map(one => fileLine(one, door)),
    ),
    ...part(
      words.sentTitle,
      shown.dispatches.map(one => dispatchLine(one, door)),
    ),
  ].join('\n')
}

function recordLines({ row, entry, now }: DocumentShown, door: Door): [string, string | null][] {
  const { documents: words } = door.words
  const { lang } = door
  const count = (corrected: string | null | undefined, original: number | null) =>
    corrected === undefined ? (original === null ? null : String(original)) : corrected
  const foreignDay = now.foreign_day === undefined ? entry.foreignDay?.toString() : now.foreign_day
  const foreign = [now.foreign_number ?? entry.foreignNumber, foreignDay].filter(Boolean).join(', ')
  return [
    [words.number, entry.number],
    [words.uri, entry.uri],
    [words.foreignUri, entry.foreignUri],
    [words.register, entry.register],
    [words.direction, words.directions[entry.direction]],
    [words.kind, now.kind ?? entry.kind],
    [words.subject, row.subject],
    [words.people, row.correspondents],
    [words.channel, entry.channel && words.channels[entry.channel]],
    [words.day, showDay(entry.day, lang)],
    [words.received, showMoment(entry.receivedAt, lang)],
    [words.registered, showMoment(entry.registeredAt, lang)],
    [words.registeredBy, entry.registeredBy.name],
    [words.department, entry.department],
    [words.caseOf, row.caseNumber],
    [words.accessCode, showAccessCode(entry.accessCode)],
    [words.sheets, count(now.sheets, entry.sheets)],
    [
      words.attachments,
      [count(now.attachments, entry.attachments), entry.attachmentsNote].filter(Boolean).join(', '),
    ],
    [words.foreign, foreign],
  ]
}

function correctionLine({ field, before, after, reason, at, by }: Correction, door: Door): string {
  const { documents: words } = door.words
  const change = field === 'annulled' ? '' : `: ${after ?? '–'} (${words.was} ${before ?? '–'})`
  return `  ${showMoment(at, door.lang)} ${by}: ${words.fields[field]}${change}; ${reason}`
}

function fileLine({ ordinal, name, role, bytes, isAttested }: AttachedFile, door: Door): string {
  const { documents: words } = door.words
  const attested = isAttested ? `, ${words.attested}` : ''
  return `  ${ordinal}. ${name} (${words.fileRoles[role]}, ${showSize(bytes)}${attested})`
}

function dispatchLine({ way, sentTo, reference, at, deliveredOn, proof }: Dispatch, door: Door): string {
  const { documents: words } = door.words
  const delivered = deliveredOn ? `; ${words.delivered} ${showDay(deliveredOn, door.lang)}, ${proof}` : ''
  const told = [words.channels[way], sentTo, reference].filter(Boolean).join(', ')
  return `  ${showMoment(at, door.lang)} ${told}${delivered}`
}

/** A document for programs: what was registered, and every record beside it. */
export const shownJson = ({ row, entry, corrections, files, dispatches }: DocumentShown) => ({
  id: entry.id,
  number: entry.number,
  uri: entry.uri,
  foreign_uri: entry.foreignUri,
  direction: entry.direction,
  register: entry.register,
  kind: entry.kind,
  channel: entry.channel,
  subject: entry.subject,
  now: { subject: row.subject, correspondents: row.correspondents },
  annulled: row.isAnnulled,
  case_id: entry.caseId,
  case: row.caseNumber,
  access_code: entry.accessCode,
  answers_id: entry.answersId,
  department: entry.department,
  day: entry.day.toString(),
  received_at: entry.receivedAt.toString(),
  registered_at: entry.registeredAt.toString(),
  registered_by: entry.registeredBy,
  sheets: entry.sheets,
  attachments: entry.attachments,
  attachments_note: entry.attachmentsNote,
  foreign_number: entry.foreignNumber,
  foreign_day: entry.foreignDay?.toString() ?? null,
  parties: entry.parties.map(({ partyId, role, name }) => ({ id: partyId, role, name })),
  corrections: corrections.map(({ at, ...one }) => ({ ...one, at: at.toString() })),
  files: files.map(({ at, isAttested, mediaType, ...one }) => ({
    ...one,
    media_type: mediaType,
    attested: isAttested,
    at: at.toString(),
  })),
  dispatches: dispatches.map(({ at, sentTo, deliveredOn, ...one }) => ({
    ...one,
    to: sentTo,
    at: at.toString(),
    delivered_on: deliveredOn?.toString() ?? null,
  })),
})
