import type { ControlAsked } from '../../office/control/make-report.ts'
import { type Period, periodAround } from '../../rules/reports/periods.ts'
import { DOCUMENTS_BY, REASONS_BY, REQUESTS_BY } from '../../rules/reports/registry.ts'
import { declare, type Given } from '../command.ts'
import { answerControl, oneOf } from '../control-answer.ts'
import type { Door } from '../door.ts'
import { anyPeriodGiven, asksPeriod } from '../period.ts'
import { withSession } from '../town.ts'

const REPORTS = ['requests', 'documents', 'late', 'reasons', 'workload'] as const

export const controlReportsCommands = () => [
  declare('control report', (given, door) => {
    const ask = readReport(given, door)
    const isPeriodAsked = asksPeriod(given, door)
    return withSession(door, 'reports.registry', session => {
      const { today } = session.ctx()
      const period = isPeriodAsked ? anyPeriodGiven(given, today) : periodAround('month', today)
      return answerControl(session, ask(period), given, door)
    })
  }),
]

/** What is asked, but for its period, which the town's day tells. */
function readReport(given: Given<'control report'>, door: Door): (period: Period) => ControlAsked {
  const report = oneOf(given.arg('name'), REPORTS, 'control report', door)
  const whose = given.text('department') ?? null
  const by = <T extends string>(known: readonly [T, ...T[]]): T =>
    oneOf(given.text('by') ?? known[0], known, '--by', door)
  switch (report) {
    case 'requests': {
      const dimension = by(REQUESTS_BY)
      return period => ({ report, period, whose, by: dimension })
    }
    case 'documents': {
      const dimension = by(DOCUMENTS_BY)
      return period => ({ report, period, whose, by: dimension })
    }
    case 'reasons': {
      const dimension = by(REASONS_BY)
      return period => ({ report, period, whose, by: dimension })
    }
    default:
      return period => ({ report, period, whose })
  }
}
