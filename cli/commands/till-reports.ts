import { randomUUIDv7 } from 'node:crypto'
import { printCopy } from '../../office/print/print-copy.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { listTills } from '../../office/tills/list-tills.ts'
import { closedTill, openTillHere } from '../../office/tills/lookup.ts'
import { printXReport } from '../../office/tills/print-x-report.ts'
import { tillReport, xReport } from '../../office/tills/till-report.ts'
import { showMoment } from '../../rules/dates.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { Refusal } from '../../rules/refusal.ts'
import { periodOf } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { tillReportJson } from '../output/till-json.ts'
import { withSession } from '../town.ts'

const PAPER_COLUMNS = 42

export const tillReportCommands = () => [
  declare('till x', (given, door) =>
    withSession(door, 'tills.see', session => x(session, given.has('print'), door)),
  ),
  declare('till z', (given, door) => withSession(door, 'tills.see', session => z(session, given, door))),
  declare('till list', (given, door) =>
    withSession(door, 'tills.see', session => list(session, given, door)),
  ),
]

async function x(session: Session, isPrinted: boolean, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { id: tillId } = await openTillHere(ctx)
  const { report, paper } = await xReport(ctx, tillId)
  const owed = isPrinted ? await printXReport(session.ctx(), { id: randomUUIDv7(), tillId }) : null
  answer(door, tillReportJson(report), textOf(paper, PAPER_COLUMNS))
  if (owed) door.say(door.words.reportQueued(owed.title))
}

/** The paper is the one that was written when the till was closed, word for word. */
async function z(session: Session, given: Given<'till z'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { tillId, printJobId, paper } = await closedTill(ctx, given.optionalArg('number') ?? 'last')
  const report = await tillReport(ctx, tillId)
  const isPrinted = given.has('print')
  const owed = isPrinted ? await printCopy(session.ctx(), { id: randomUUIDv7(), jobId: printJobId }) : null
  answer(door, tillReportJson(report), textOf(paper, PAPER_COLUMNS))
  if (owed) door.say(door.words.reportQueued(owed.title))
}

async function list(session: Session, given: Given<'till list'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const words = { day: given.text('day'), from: given.text('from'), to: given.text('to') }
  const period = periodOf(words, ctx.today)
  if (period instanceof Refusal) throw period
  const tills = await listTills(ctx, period)
  if (tills.length === 0 && !door.options.json && !given.has('csv'))
    return door.answer(door.words.tillListEmpty)
  const { tillList: titles } = door.words
  const table: Table = {
    name: 'tills',
    title: '',
    subtitle: [],
    columns: [
      { key: 'desk', title: titles.desk, kind: 'count' },
      { key: 'cashier', title: titles.cashier, kind: 'text' },
      { key: 'opened', title: titles.opened, kind: 'text' },
      { key: 'closed', title: titles.closed, kind: 'text' },
      { key: 'z', title: titles.z, kind: 'text' },
      { key: 'float', title: titles.float, kind: 'money' },
      { key: 'counted', title: titles.counted, kind: 'money' },
      { key: 'difference', title: titles.difference, kind: 'money' },
      { key: 'left', title: titles.left, kind: 'money' },
    ],
    rows: tills.map(({ desk, cashier, openedAt, float, closing }) => ({
      desk,
      cashier,
      opened: showMoment(openedAt, door.lang),
      closed: closing ? showMoment(closing.closedAt, door.lang) : null,
      z: closing?.number ?? null,
      float,
      counted: closing?.counted ?? null,
      difference: closing?.difference ?? null,
      left: closing?.left ?? null,
    })),
    totals: null,
  }
  answerTable(door, table, given.has('csv'))
}
