import { randomUUIDv7 } from 'node:crypto'
import { makeReport } from '../../office/reports/make-report.ts'
import { printReport } from '../../office/reports/print-report.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { moveCursor } from '../parts/list.tsx'
import { type Change, change, type KeyLine, type Outcome, push, type Screen, say } from '../screen.ts'
import { periodLooked, withNextKind, withStep } from './looked-period.ts'
import { openPaper } from './paper-screen.tsx'
import { paymentsAtOpening, paymentsScreen } from './payments-screen.tsx'
import {
  askedFor,
  byShown,
  chosenRow,
  nextCompare,
  nextTender,
  REPORTS,
  type ReportState,
  reportAtOpening,
  turnBy,
  whyNotOpened,
  withTable,
} from './report-state.ts'
import { ReportView } from './report-view.tsx'

export { reportAtOpening }

/** Every report of a day, week, month, quarter or year: chosen by digits and arrows, opened row by row down to the receipt. */
export function reportScreen(desk: AtDesk): Screen<ReportState> {
  const { report: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.table?.rows.length ?? 0) }),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    View: ({ state, size }) => <ReportView state={state} size={size} desk={desk} />,
  }
}

async function load(s: ReportState, desk: AtDesk): Promise<Change<ReportState>> {
  const ctx = desk.session.ctx()
  const table = await makeReport(ctx, askedFor(s, ctx.today))
  return now => withTable(now, table)
}

/** The table of the other view is there before the view changes: nothing is drawn half. */
const turn =
  (desk: AtDesk, how: (s: ReportState) => ReportState) =>
  async (s: ReportState): Promise<Outcome<ReportState>> => {
    const turned = how(s)
    if (turned === s) return
    const loaded = await load(turned, desk)
    return change(now => loaded({ ...turned, cursor: now.cursor, table: now.table }))
  }

function keysOf(s: ReportState, desk: AtDesk): KeyLine<ReportState>[] {
  const { report: texts } = desk.door.texts.screens
  const to = (how: (s: ReportState) => ReportState) => turn(desk, how)
  const isCash = s.report === 'cash'
  const step = (by: 1 | -1) => to(now => withStep(now, by, desk.session.ctx().today))
  return [
    { key: 'enter', label: texts.open, refusal: whyNotOpened(s), run: now => openRow(now, desk) },
    { key: 'right', label: texts.by, run: to(now => turnBy(now, 1)) },
    { key: 'left', label: texts.by, quiet: true, run: to(now => turnBy(now, -1)) },
    { key: 'tab', label: texts.by, quiet: true, run: to(now => turnBy(now, 1)) },
    { key: 'shift-tab', label: texts.by, quiet: true, run: to(now => turnBy(now, -1)) },
    { key: 'pageup', label: texts.earlier, run: step(-1) },
    { key: 'pagedown', label: texts.later, run: step(1) },
    { key: '0', label: texts.today, run: to(now => ({ ...now, day: null })) },
    ...REPORTS.map((report, at) => ({
      key: `${at + 1}` as const,
      label: texts.reports[report],
      quiet: true,
      run: to(now => ({ ...now, report })),
    })),
    { key: 'f2', label: texts.kinds[s.kind], run: to(withNextKind) },
    ...(isCash ? cashKeys(s, desk) : []),
    {
      key: 'f8',
      label: texts.print,
      refusal: whyNotPrinted(desk),
      run: now => print(now, desk),
    },
  ]
}

function cashKeys(s: ReportState, desk: AtDesk): KeyLine<ReportState>[] {
  const { report: texts } = desk.door.texts.screens
  return [
    {
      key: 'f3',
      label: texts.compares[s.compare ?? 'none'],
      run: turn(desk, now => ({ ...now, compare: nextCompare(now.compare) })),
    },
    {
      key: 'f4',
      label: texts.tenders[s.tender ?? 'none'],
      run: turn(desk, now => ({ ...now, tender: nextTender(now.tender) })),
    },
  ]
}

/** Down to the payments of a row, or straight to the one that a reversal or a changed price is of. */
async function openRow(s: ReportState, desk: AtDesk): Promise<Outcome<ReportState>> {
  const row = chosenRow(s)
  if (!row) return
  if (s.report !== 'cash') return openPaper(String(row['paymentId'] ?? ''), desk)
  const cell = { key: String(row['id'] ?? ''), name: String(row['name'] ?? '') }
  const period = periodLooked(s, desk.session.ctx().today)
  return push(paymentsScreen({ period, by: byShown(s), tender: s.tender, cell }, desk), paymentsAtOpening())
}

const whyNotPrinted = ({ session }: AtDesk): Refusal | null =>
  whyNotMay(session.who.post, 'reports.print') ?? (session.desk ? null : refusal('desk.needed', {}))

async function print(s: ReportState, desk: AtDesk): Promise<Outcome<ReportState>> {
  const ctx = desk.session.ctx()
  const { title } = await printReport(ctx, s.printId, askedFor(s, ctx.today))
  const said = desk.door.texts.screens.report.printed(title)
  return { ...say(said), change: now => ({ ...now, printId: randomUUIDv7() }) }
}
