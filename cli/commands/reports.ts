import { randomUUIDv7 } from 'node:crypto'
import { makeReport, type ReportAsked } from '../../office/reports/make-report.ts'
import { printReport } from '../../office/reports/print-report.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Act } from '../../rules/authority.ts'
import { CASH_BY } from '../../rules/reports/cash.ts'
import { COMPARE, comparedPeriod, type Period } from '../../rules/reports/periods.ts'
import { TIMES_BY } from '../../rules/reports/times.ts'
import { TENDERS } from '../../rules/tenders.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answerTable } from '../output/answer.ts'
import { writeTablePdf } from '../output/pdf-file.ts'
import { anyPeriodGiven, asksPeriod } from '../period.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const reportsCommands = () => [
  declare('reports cash', (given, door) => {
    const by = readBy(given.text('by') ?? 'service', CASH_BY, '--by', door)
    const tender = readTender(given, door)
    const how = given.has('compare')
      ? readBy(given.text('compare') ?? 'last-year', COMPARE, '--compare', door)
      : null
    return answerReport(given, door, (session, period) => ({
      report: 'cash',
      period,
      by,
      tender,
      compare: how && { how, period: comparedPeriod(period, how, session.ctx().today) },
    }))
  }),
  declare('reports payments', (given, door) => {
    const by = readBy(given.text('by') ?? 'service', CASH_BY, '--by', door)
    const tender = readTender(given, door)
    const key = given.text('key')
    const name = given.text('name')
    const cell = key === undefined && name === undefined ? null : { key: key ?? '', name: name ?? '' }
    return answerReport(given, door, (_, period) => ({ report: 'payments', period, by, tender, cell }))
  }),
  declare('reports times', (given, door) => {
    const by = readBy(given.text('by') ?? 'cashier', TIMES_BY, '--by', door)
    return answerReport(given, door, (_, period) => ({ report: 'times', period, by }))
  }),
  ...(['reversals', 'differences', 'overrides'] as const).map(report =>
    declare(`reports ${report}`, (given, door) =>
      answerReport(given, door, (_, period) => ({ report, period })),
    ),
  ),
]

/** What every report understands: its period, and where it goes. */
type AnyReport = Given<'reports reversals'>

/** Makes the report and gives it out: as text, CSV or JSON, into a PDF file, or to the printer of the desk. */
function answerReport(
  given: AnyReport,
  door: Door,
  ask: (session: Session, period: Period) => ReportAsked,
): Promise<void> {
  asksPeriod(given, door)
  const act: Act = given.has('print') ? 'reports.print' : 'reports.cash'
  return withSession(door, act, async session => {
    const ctx = session.ctx()
    const asked = ask(session, anyPeriodGiven(given, ctx.today))
    const file = given.text('pdf')
    if (given.has('print')) {
      const { title } = await printReport(ctx, randomUUIDv7(), asked)
      return door.say(door.words.copied(title))
    }
    const table = await makeReport(ctx, asked)
    if (file === undefined) return answerTable(door, table, given.has('csv'))
    await writeTablePdf(door, file, table, session)
  })
}

function readBy<T extends string>(asked: string, known: readonly T[], option: string, door: Door): T {
  const by = known.find(one => one === asked)
  if (!by) throw new WrongUsage(door.lang, usage => usage.notOneOf(option, asked, known))
  return by
}

function readTender(given: Given<'reports cash'> | Given<'reports payments'>, door: Door) {
  const asked = given.text('tender')
  return asked === undefined ? null : readBy(asked, TENDERS, '--tender', door)
}
