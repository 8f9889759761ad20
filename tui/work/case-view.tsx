import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { FilingShown } from '../../office/cases/contents.ts'
import type { CaseShown } from '../../office/cases/show-case.ts'
import { requestTexts } from '../../office/papers.ts'
import { may } from '../../rules/authority.ts'
import { dayOf, showDay } from '../../rules/dates.ts'
import { isEnded } from '../../rules/requests.ts'
import type { AtDesk } from '../door.ts'
import type { Told } from '../forms/form.ts'
import { ToldLine } from '../forms/form-view.tsx'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import { caseEvents } from './case-events.ts'
import {
  type CaseRow,
  type CaseState,
  filingsIn,
  linksOf,
  requestOf,
  rowsOf,
  SHEETS,
  type Sheet,
} from './case-state.ts'
import { dueTone } from './due.ts'
import { EVENT_COLUMNS, showMinute } from './events.ts'
import { standingOf } from './task-view.tsx'

/** What is kept under the list for the chosen row in full. */
const TOLD_ROWS = 2

/** What the case is and how it stands, one of its sheets, and the chosen row in full. */
export function CaseView({ state, size, desk }: { state: CaseState; size: Size; desk: AtDesk }): ReactNode {
  const { case: texts } = desk.door.texts.screens.work
  const { shown, sheet } = state
  const head = headOf(shown, size.columns, desk)
  const tabs = SHEETS.map(name => ({ name, label: `${texts.sheets[name]} ${countOf(shown, name, desk)}` }))
  const rows = rowsOf(state, known => caseEvents(known, desk))
  const chosen = rows[state.cursor]
  const told = chosen ? wrapped(toldOf(chosen, desk), size.columns - 2).slice(0, TOLD_ROWS) : []
  return (
    <Box flexDirection="column">
      {head.map((row, at) => (
        <ToldLine key={at} row={row} width={size.columns} />
      ))}
      <Tabs tabs={tabs} chosen={sheet} width={size.columns} />
      <List
        rows={rows}
        cursor={rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - head.length - 2 - TOLD_ROWS)}
        row={(row, width) => rowText(row, width, desk)}
        tone={row => toneOf(row, desk)}
        empty={texts.empty[sheet]}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {told.map((text, at) => (
        <Line key={at}>{` ${text}`}</Line>
      ))}
    </Box>
  )
}

/** A row with nothing left out. */
function toldOf(row: CaseRow, desk: AtDesk): string {
  switch (row.kind) {
    case 'filing': {
      const { document, linked, note, filedBy, filedAt } = row.filing
      const who = document?.correspondents ?? ''
      const subject = document?.subject ?? linked?.subject ?? ''
      const filed = `${filedBy}, ${showMinute(filedAt, desk)}`
      return [subject, who, note ?? '', filed].filter(Boolean).join(' · ')
    }
    case 'task':
      return row.place.task.ending
        ? `${row.place.task.what} → ${row.place.task.ending.result}`
        : row.place.task.what
    case 'event':
      return row.event.text
    default:
      return ''
  }
}

function countOf(shown: CaseShown, sheet: Sheet, desk: AtDesk): number {
  if (sheet === 'tasks') return shown.tasks.length
  if (sheet === 'history') return caseEvents(shown, desk).length
  return sheet === 'links' ? linksOf(shown).length : filingsIn(shown, sheet).length
}

function headOf(shown: CaseShown, columns: number, desk: AtDesk): Told[] {
  const { case: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const request = requestOf(shown)
  const code = may(desk.session.who.post, 'cases.file') ? texts.code(shown.accessCode) : ''
  const marks = [
    shown.isClosed ? texts.closed : texts.open,
    shown.isRestricted ? texts.restricted : '',
    request ? requestTexts(lang).standings[request.standing] : '',
    request?.fee ? texts.fees[request.fee.state] : '',
    code,
    shown.restrictedFor ?? '',
  ]
  const subject = { label: texts.subject, text: shown.subject, tone: 'title' as const }
  const state: Told = {
    label: texts.state,
    text: marks.filter(Boolean).join(' · '),
    tone: shown.isRestricted ? 'warning' : 'plain',
  }
  if (!request)
    return [
      state,
      subject,
      { label: texts.openedBy, text: `${shown.openedBy}, ${showDay(dayOf(shown.openedAt), lang)}` },
      { label: texts.department, text: shown.department ?? '–' },
      { label: texts.index, text: [shown.index, shown.indexName].filter(Boolean).join(' · ') || '–' },
    ]
  const [explained = '', ...more] = wrapped(request.dueExplained, columns - LABEL_AND_MARGIN)
  const isRunning = !isEnded(request.standing)
  const tone: Tone = isRunning ? dueTone(request.dueOn, desk.session.ctx().today) : 'dim'
  return [
    state,
    subject,
    { label: texts.applicant, text: request.applicant.name },
    { label: texts.service, text: request.service.name[lang] },
    { label: texts.term, text: explained, tone },
    { label: '', text: more.join(' '), tone },
    { label: texts.phase, text: phaseWords(shown, desk) },
  ]
}

const LABEL_AND_MARGIN = 18

/** Which phases are under way, and with whom. */
function phaseWords({ tasks }: CaseShown, desk: AtDesk): string {
  const open = tasks.filter(({ kind, ending }) => kind === 'phase' && ending === null)
  const names = open.map(
    ({ what, assignee, department }) => `${what} (${assignee?.name ?? department.name[desk.door.lang]})`,
  )
  return names.length > 0 ? names.join(', ') : '–'
}

const FILING_COLUMNS: Column[] = [
  { width: 3, align: 'right' },
  { width: 16 },
  { width: 18 },
  { width: 'rest' },
  { width: 10, align: 'right' },
]
const TASK_COLUMNS: Column[] = [{ width: 22 }, { width: 'rest' }, { width: 20 }]
const LINK_COLUMNS: Column[] = [{ width: 16 }, { width: 'rest' }]

function rowText(row: CaseRow, width: number, desk: AtDesk): string {
  const { case: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  switch (row.kind) {
    case 'filing':
      return fitRow(FILING_COLUMNS, filingCells(row.filing, desk), width)
    case 'task': {
      const { task, depth } = row.place
      const who = task.assignee?.name ?? task.department.name[lang]
      return fitRow(TASK_COLUMNS, [standingOf(task, desk), `${'  '.repeat(depth)}${task.what}`, who], width)
    }
    case 'event': {
      const { at, by, text, isDayOnly } = row.event
      const moment = showMinute(at, desk)
      return fitRow(EVENT_COLUMNS, [isDayOnly ? moment.slice(0, 10) : moment, by, text], width)
    }
    case 'link':
      return fitRow(LINK_COLUMNS, [row.link.number, row.link.subject], width)
    case 'access': {
      const { name, by, grantedAt } = row.access
      return fit(texts.access(name, by, showMinute(grantedAt, desk)), width)
    }
  }
}

function filingCells(
  { ordinal, document, linked, note, filedAt, isTakenOut }: FilingShown,
  desk: AtDesk,
): string[] {
  const { case: texts } = desk.door.texts.screens.work
  const marks = [document?.isAnnulled ? texts.annulled : '', isTakenOut ? texts.takenOut : ''].filter(Boolean)
  const subject = [...marks, document?.subject ?? linked?.subject ?? '', note ?? '']
    .filter(Boolean)
    .join(' · ')
  const number = document?.number ?? linked?.number ?? '–'
  return [
    String(ordinal),
    number,
    document?.kind ?? texts.case,
    subject,
    showMinute(filedAt, desk).slice(0, 10),
  ]
}

function toneOf(row: CaseRow, desk: AtDesk): Tone {
  if (row.kind === 'task')
    return row.place.task.ending ? 'dim' : dueTone(row.place.task.dueOn, desk.session.ctx().today)
  if (row.kind === 'filing') return row.filing.isTakenOut || row.filing.document?.isAnnulled ? 'dim' : 'plain'
  return row.kind === 'access' ? 'dim' : 'plain'
}
