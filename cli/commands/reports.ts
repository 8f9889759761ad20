import { cashReport } from '../../office/reports/cash-report.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showMoment } from '../../rules/dates.ts'
import { Refusal } from '../../rules/refusal.ts'
import { CASH_BY, type CashBy, cashTable } from '../../rules/reports/cash.ts'
import { type Period, periodOf } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const reportsCommands = () => [
  declare('reports cash', (given, door) => {
    const by = readBy(given, door)
    refuseTwoPeriods(given, door)
    return withSession(door, 'reports.cash', async session => {
      const period = readPeriod(session, given)
      answerTable(door, await cashTableOf(session, period, by, door), given.has('csv'))
    })
  }),
]

/** The cash of a period as a table in the language of the door. */
export async function cashTableOf(session: Session, period: Period, by: CashBy, door: Door): Promise<Table> {
  const ctx = session.ctx()
  const { rows, payments } = await cashReport(ctx, period, by)
  const facts = { town: ctx.town, payments, madeAt: showMoment(ctx.now, door.lang), madeBy: ctx.who.name }
  return cashTable(rows, by, period, facts, door.texts.reports, door.lang)
}

function readBy(given: Given<'reports cash'>, door: Door): CashBy {
  const asked = given.text('by') ?? 'service'
  const by = CASH_BY.find(known => known === asked)
  if (!by) throw new WrongUsage(door.lang, usage => usage.notOneOf('--by', asked, CASH_BY))
  return by
}

function refuseTwoPeriods(given: Given<'reports cash'>, door: Door): void {
  const asked = [given.has('day'), given.has('month'), given.has('from') || given.has('to')]
  if (asked.filter(Boolean).length > 1) throw new WrongUsage(door.lang, usage => usage.onePeriod)
}

/** `--day` and `--month` alone mean this one. */
function readPeriod(session: Session, given: Given<'reports cash'>): Period {
  const period = periodOf(
    {
      day: given.text('day') ?? (given.has('day') ? 'today' : undefined),
      month: given.text('month') ?? (given.has('month') ? 'this' : undefined),
      from: given.text('from'),
      to: given.text('to'),
    },
    session.ctx().today,
  )
  if (period instanceof Refusal) throw period
  return period
}
