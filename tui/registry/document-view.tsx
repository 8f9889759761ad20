import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { DocumentShown } from '../../office/documents/show-document.ts'
import { showDay, showMoment } from '../../rules/dates.ts'
import { showAccessCode } from '../../rules/documents.ts'
import { showSize } from '../../rules/files.ts'
import type { AtDesk } from '../door.ts'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import type { DocumentState } from './document-screen.tsx'

const LABEL = 15

type Row = { label: string; text: string; tone: Tone }

/** The record as it was registered, what of it was corrected, and what happened with it since; long ones are scrolled. */
export function DocumentView({
  state,
  size,
  desk,
}: {
  state: DocumentState
  size: Size
  desk: AtDesk
}): ReactNode {
  const { document: texts } = desk.door.texts.screens.registryWork
  const width = size.columns - LABEL - 3
  const rows = toldOf(state, desk).flatMap(({ label, text, tone }) =>
    wrapped(text, width).map((line, at): Row => ({ label: at === 0 ? label : '', text: line, tone })),
  )
  const room = size.rows - 1
  const from = Math.min(state.from, Math.max(0, rows.length - room))
  const below = rows.length - from - room
  return (
    <Box flexDirection="column">
      {rows.slice(from, from + room).map(({ label, text, tone }, at) => (
        <Line key={at}>
          <Line tone="dim">{` ${fit(label, LABEL)} `}</Line>
          <Line tone={tone}>{fit(text, width)}</Line>
        </Line>
      ))}
      {below > 0 && <Line tone="dim">{` ${texts.below(below)}`}</Line>}
    </Box>
  )
}

function toldOf({ shown, paper }: DocumentState, desk: AtDesk): Row[] {
  const { document: texts, search } = desk.door.texts.screens.registryWork
  const { row, entry } = shown
  const pairs: [string, string | null, Tone?][] = [
    ...(row.isAnnulled ? [['', annulledText(shown, desk), 'danger'] as [string, string, Tone]] : []),
    [texts.kind, `${row.kind} · ${search.directions[row.direction]} · ${entry.register}`],
    [texts.subject, row.subject, 'title'],
    [row.direction === 'outgoing' ? texts.recipient : texts.people, row.correspondents],
    [texts.received, receivedText(shown, desk)],
    [texts.registered, `${showMoment(entry.registeredAt, desk.door.lang)} · ${entry.registeredBy.name}`],
    [texts.uri, entry.foreignUri ? `${entry.uri} · ${texts.foreignUri(entry.foreignUri)}` : entry.uri],
    [texts.foreign, foreignText(shown, desk)],
    [texts.counted, countedText(shown, desk)],
    [texts.department, entry.department],
    [texts.inCase, `${row.caseNumber ?? ''} · ${texts.accessCode} ${showAccessCode(entry.accessCode)}`],
    [texts.paper, paper.line],
    ...filesTold(shown, desk),
    ...dispatchesTold(shown, desk),
    ...correctionsTold(shown, desk),
  ]
  return pairs.flatMap(([label, text, tone = 'plain']) => (text ? [{ label, text, tone }] : []))
}

type Pair = [string, string | null, Tone?]

const annulledText = ({ corrections }: DocumentShown, desk: AtDesk): string => {
  const last = corrections.findLast(one => one.field === 'annulled')
  const { document: texts } = desk.door.texts.screens.registryWork
  return last ? texts.annulled(last.reason, last.by, showMoment(last.at, desk.door.lang)) : texts.annul
}

function receivedText({ entry, now }: DocumentShown, desk: AtDesk): string {
  const { channels } = desk.door.texts.screens.registry
  const known = (now.channel ?? entry.channel) as keyof typeof channels | null
  return [showMoment(entry.receivedAt, desk.door.lang), known && channels[known]].filter(Boolean).join(' · ')
}

function foreignText({ entry, now }: DocumentShown, desk: AtDesk): string | null {
  const number = now.foreign_number === undefined ? entry.foreignNumber : now.foreign_number
  if (!number) return null
  return entry.foreignDay ? `${number} / ${showDay(entry.foreignDay, desk.door.lang)}` : number
}

function countedText({ entry, now }: DocumentShown, desk: AtDesk): string | null {
  const { document: texts } = desk.door.texts.screens.registryWork
  const sheets = now.sheets ?? entry.sheets
  const attachments = now.attachments ?? entry.attachments
  const parts = [
    sheets === null ? '' : texts.sheets(String(sheets)),
    attachments === null ? '' : texts.attachments(String(attachments)),
    entry.attachmentsNote ?? '',
  ]
  return parts.filter(Boolean).join(', ') || null
}

function filesTold({ files }: DocumentShown, desk: AtDesk): Pair[] {
  const { document: texts, forms } = desk.door.texts.screens.registryWork
  return files.map((file, at): Pair => {
    const told = [
      file.name,
      showSize(file.bytes),
      forms.roles[file.role],
      ...(file.isAttested ? [texts.attested] : []),
      file.by,
    ]
    return [at === 0 ? texts.files : '', told.join(' · ')]
  })
}

function dispatchesTold({ dispatches }: DocumentShown, desk: AtDesk): Pair[] {
  const { document: texts } = desk.door.texts.screens.registryWork
  const { deliveries } = desk.door.texts.screens.registry
  return dispatches.map((one, at): Pair => {
    const arrived = one.deliveredOn
      ? texts.arrived(showDay(one.deliveredOn, desk.door.lang), one.proof ?? '')
      : texts.notArrived
    const told = [
      showMoment(one.at, desk.door.lang),
      deliveries[one.way],
      one.sentTo,
      one.reference,
      one.by,
      arrived,
    ]
    return [at === 0 ? texts.sent : '', told.filter(Boolean).join(' · ')]
  })
}

function correctionsTold({ corrections }: DocumentShown, desk: AtDesk): Pair[] {
  const { document: texts, forms } = desk.door.texts.screens.registryWork
  const words: Partial<Record<string, string>> = forms.fields
  return corrections
    .filter(one => one.field !== 'annulled')
    .map((one, at): Pair => {
      const what = texts.correction(words[one.field] ?? one.field, one.before ?? '–', one.after ?? '–')
      return [
        at === 0 ? texts.corrections : '',
        `${what} · ${one.reason} (${one.by}, ${showMoment(one.at, desk.door.lang)})`,
      ]
    })
}
