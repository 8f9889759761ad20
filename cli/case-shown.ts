import type { AccessShown, FilingShown } from '../office/cases/contents.ts'
import type { CasesFound } from '../office/cases/find-cases.ts'
import type { CaseStatus } from '../office/cases/see-by-code.ts'
import type { CaseShown } from '../office/cases/show-case.ts'
import { SECTIONS } from '../rules/cases.ts'
import { dayOf, showDay, showMoment } from '../rules/dates.ts'
import { showAccessCode } from '../rules/documents.ts'
import type { Door } from './door.ts'
import { answer, answerTable } from './output/answer.ts'
import { eventJson, eventLine, taskJson, taskLines } from './task-shown.ts'

/** A case with its three sections, requests, tasks, people and history. */
export function answerCase(shown: CaseShown, today: Temporal.PlainDate, door: Door): void {
  const lines = [
    ...headLines(shown, door),
    ...sectionLines(shown.filings, door),
    ...workLines(shown, today, door),
    ...historyLines(shown, door),
  ]
  answer(door, caseJson(shown), lines.join('\n'))
}

function headLines(shown: CaseShown, door: Door): string[] {
  const { cases: words } = door.words
  const { lang } = door
  const [closing] = shown.closings
  const marks = [
    ...(shown.isRestricted ? [door.texts.cases.confidential] : []),
    ...(shown.isClosed ? [door.texts.cases.closed] : []),
  ]
  return [
    [`${shown.number} ${shown.subject}`, ...marks].join(', '),
    `${words.uri}: ${shown.uri}`,
    `${words.opened}: ${showMoment(shown.openedAt, lang).slice(0, -3)}, ${shown.openedBy}`,
    `${words.department}: ${shown.department ?? '–'}`,
    `${words.index}: ${shown.index ? `${shown.index} ${shown.indexName}` : '–'}`,
    `${words.code}: ${showAccessCode(shown.accessCode)}`,
    ...(shown.restrictedFor ? [`${words.restrictedFor}: ${shown.restrictedFor}`] : []),
    ...(shown.isClosed && closing
      ? [words.kept(closing.index, closing.retention, closing.keepUntil && showDay(closing.keepUntil, lang))]
      : []),
    ...shown.requests.map(
      ({ number, service, standing, dueExplained }) =>
        `${words.request} ${number}: ${service.name[lang]} – ${door.texts.requests.standings[standing]}, ${dueExplained}`,
    ),
    ...shown.linkedFrom.map(({ number, subject }) => `${words.linked}: ${number} ${subject}`),
    `${words.seenBy}: ${shown.access.map(({ name }: AccessShown) => name).join(', ') || '–'}`,
  ]
}

const sectionLines = (filings: readonly FilingShown[], door: Door): string[] =>
  SECTIONS.flatMap(section => {
    const inside = filings.filter(one => one.section === section && !one.isTakenOut)
    if (inside.length === 0) return []
    return ['', `${door.words.cases.section(door.texts.cases.sections[section])}`].concat(
      inside.map(one => filingLine(one, door)),
    )
  })

function filingLine({ ordinal, document, linked, note, filedAt, filedBy }: FilingShown, door: Door): string {
  const what = document
    ? `${document.number} ${document.subject}`
    : `${door.words.cases.linked} ${linked?.number ?? '–'} ${linked?.subject ?? ''}`.trim()
  const when = `${showDay(dayOf(filedAt), door.lang)}, ${filedBy}`
  return `${String(ordinal).padStart(4)}. ${what} (${[when, note].filter(Boolean).join(': ')})`
}

function workLines(shown: CaseShown, today: Temporal.PlainDate, door: Door): string[] {
  if (shown.tasks.length === 0) return []
  return [
    '',
    ...shown.tasks.map(task =>
      taskLines(task, today, door)
        .filter((_, at) => at !== 1)
        .join('; '),
    ),
  ]
}

function historyLines(shown: CaseShown, door: Door): string[] {
  const corrected = shown.corrections.map(
    ({ at, by, documentNumber, before, after, reason }) =>
      `${showMoment(at, door.lang).slice(0, -3)}  ${by}: ${door.words.cases.corrected(documentNumber, before ?? '–', after ?? '–', reason)}`,
  )
  const events = shown.taskEvents.map(event => eventLine(event, door))
  return events.length + corrected.length === 0 ? [] : ['', ...events, ...corrected]
}

const caseJson = (shown: CaseShown) => ({
  id: shown.id,
  number: shown.number,
  uri: shown.uri,
  subject: shown.subject,
  opened_at: shown.openedAt.toString(),
  opened_by: shown.openedBy,
  department: shown.department,
  index: shown.index,
  access_code: shown.accessCode,
  closed: shown.isClosed,
  restricted_for: shown.restrictedFor,
  filings: shown.filings.map(({ document, linked, filedAt, filedBy, isTakenOut, ...filing }) => ({
    ...filing,
    document: document?.number ?? null,
    document_id: document?.id ?? null,
    subject: document?.subject ?? linked?.subject ?? null,
    case: linked?.number ?? null,
    filed_at: filedAt.toString(),
    filed_by: filedBy,
    taken_out: isTakenOut,
  })),
  linked_from: shown.linkedFrom,
  requests: shown.requests.map(request => ({
    id: request.id,
    number: request.number,
    service: request.service.code,
    standing: request.standing,
    due: request.dueOn?.toString() ?? null,
    due_explained: request.dueExplained,
  })),
  tasks: shown.tasks.map(taskJson),
  history: shown.taskEvents.map(eventJson),
  corrections: shown.corrections.map(({ at, documentNumber, ...correction }) => ({
    ...correction,
    document: documentNumber,
    at: at.toString(),
  })),
  access: shown.access.map(({ name, isPerson, grantedAt, by }) => ({
    name,
    person: isPerson,
    by,
    at: grantedAt.toString(),
  })),
  closings: shown.closings.map(({ keepUntil, closedAt, reopened, ...closing }) => ({
    ...closing,
    keep_until: keepUntil?.toString() ?? null,
    closed_at: closedAt.toString(),
    reopened: reopened && { ...reopened, at: reopened.at.toString() },
  })),
})

export function answerCases({ cases, isMore, meant }: CasesFound, door: Door, csv: boolean): void {
  const { cases: words } = door.words
  const forPrograms = door.options.json || csv
  const text = (key: string, title: string) => ({ key, title, kind: 'text' as const })
  answerTable(
    door,
    {
      name: 'cases',
      title: '',
      subtitle: [],
      columns: [
        ...(forPrograms ? [text('id', 'id')] : []),
        text('number', words.number),
        text('opened', words.opened),
        text('subject', words.subject),
        text('state', words.state),
      ],
      rows: cases.map(found => ({
        id: found.id,
        number: found.number,
        opened: forPrograms ? found.openedAt.toString() : showDay(dayOf(found.openedAt), door.lang),
        subject: found.subject,
        state: stateOf(found, door, forPrograms),
      })),
      totals: null,
    },
    csv,
  )
  if (forPrograms) return
  const last = cases.at(-1)
  if (meant) door.say(meant.by === 'layout' ? words.otherLayout(meant.text) : words.otherLetter)
  if (isMore && last) door.say(words.more(last.uri))
}

function stateOf(
  { isClosed, isRestricted }: { isClosed: boolean; isRestricted: boolean },
  door: Door,
  forPrograms: boolean,
): string {
  if (forPrograms) return isRestricted ? 'restricted' : isClosed ? 'closed' : 'open'
  const { cases: words } = door.texts
  const marks = [...(isClosed ? [words.closed] : []), ...(isRestricted ? [words.confidential] : [])]
  return marks.join(', ') || door.words.cases.underWay
}

/** How a matter stands, as it is told to whoever brought it. */
export function answerStatus(status: CaseStatus, door: Door): void {
  const { cases: words } = door.words
  const { lang } = door
  const standing =
    status.standing === 'closed' ? door.texts.cases.closed : door.texts.requests.standings[status.standing]
  answer(
    door,
    {
      ...status,
      registeredOn: undefined,
      dueOn: undefined,
      nextStep: undefined,
      registered_on: status.registeredOn.toString(),
      due: status.dueOn?.toString() ?? null,
      next_step: status.nextStep,
    },
    [
      `${words.number}: ${status.number} (${showDay(status.registeredOn, lang)})`,
      `${words.kind}: ${status.kind}`,
      `${words.department}: ${status.department ?? '–'}`,
      `${words.state}: ${[standing, ...status.stage].join(', ')}`,
      ...(status.dueOn ? [`${words.due}: ${showDay(status.dueOn, lang)}`] : []),
      `${words.next}: ${door.texts.cases.nextSteps[status.nextStep]}`,
    ].join('\n'),
  )
}
