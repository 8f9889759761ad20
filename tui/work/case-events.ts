import { textsFor } from '../../locales/texts.ts'
import type { CaseShown } from '../../office/cases/show-case.ts'
import { requestTexts } from '../../office/papers.ts'
import { showDay, ZONE } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import type { CaseEvent } from './case-state.ts'
import { toldOfTask } from './events.ts'

/** All that happened in a case on one time line, the latest first; of one moment what came of the other stands above it. */
export function caseEvents(shown: CaseShown, desk: AtDesk): CaseEvent[] {
  const { inbox } = desk.door.texts.screens.work
  return [
    ...filed(shown, desk),
    ...shown.requests.flatMap(request => told(request, desk)),
    ...shown.taskEvents.map(event => ({
      at: event.at,
      by: event.by ?? inbox.byCard,
      text: toldOfTask(event, desk),
    })),
    ...shown.opinions
      .filter(({ taskId }) => taskId === '')
      .map(event => ({ at: event.at, by: event.by ?? '', text: toldOfTask(event, desk) })),
    ...corrected(shown, desk),
    ...closed(shown, desk),
  ]
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
    .reverse()
}

function filed({ filings }: CaseShown, desk: AtDesk): CaseEvent[] {
  const { caseEvents: texts } = desk.door.texts.screens.work
  return filings.map(({ document, linked, section, ordinal, note, filedAt, filedBy }) => {
    const number = document?.number ?? linked?.number ?? ''
    const said = linked ? texts.linked(number) : texts.filed(number, texts.sections[section], ordinal)
    return { at: filedAt, by: filedBy, text: note ? `${said}: ${note}` : said }
  })
}

/** What was told of a request, and how it ended; of its end only the day is known. */
function told(request: CaseShown['requests'][number], desk: AtDesk): CaseEvent[] {
  const { caseEvents: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const { ending } = request
  const events = request.events.map(event => {
    const due = event.dueOn ? texts.newDue(showDay(event.dueOn, lang)) : ''
    const parts = [texts.requestEvents[event.kind], event.reason, event.documentNumber, due]
    return { at: event.toldAt, by: event.toldBy, text: parts.filter(Boolean).join(' · ') }
  })
  if (!ending) return events
  const { handOut } = request
  const late = ending.lateReason
    ? desk.door.texts.screens.work.events.late(textsFor(lang).lateReasons[ending.lateReason])
    : ''
  const outcome = texts.ended(requestTexts(lang).standings[ending.outcome])
  const parts = [outcome, ending.documentNumber, ending.reason, late, ending.lateNote]
  const at = ending.endedOn
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from('23:59') })
    .toInstant()
  const handed = handOut
    ? [{ at: handOut.handedAt, by: handOut.handedByName, text: texts.handedOut(handOut.takenBy) }]
    : []
  return [...events, ...handed, { at, by: '', text: parts.filter(Boolean).join(' · '), isDayOnly: true }]
}

function corrected({ corrections }: CaseShown, desk: AtDesk): CaseEvent[] {
  const { caseEvents: texts } = desk.door.texts.screens.work
  return corrections.map(({ documentNumber, field, before, after, reason, at, by }) => ({
    at,
    by,
    text: texts.corrected(documentNumber, texts.fields[field], before, after, reason),
  }))
}

function closed({ closings }: CaseShown, desk: AtDesk): CaseEvent[] {
  const { caseEvents: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  return closings.flatMap(({ index, retention, keepUntil, note, closedAt, by, reopened }) => [
    {
      at: closedAt,
      by,
      text: [texts.closed(index, retention, keepUntil && showDay(keepUntil, lang)), note]
        .filter(Boolean)
        .join(' · '),
    },
    ...(reopened ? [{ at: reopened.at, by: reopened.by, text: texts.reopened(reopened.reason) }] : []),
  ])
}
