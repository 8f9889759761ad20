import { makeQuestionsReport, makeSatisfactionReport } from '../../office/satisfaction/make-report.ts'
import { periodAround } from '../../rules/reports/periods.ts'
import { HEAT_OF, SATISFACTION_BY } from '../../rules/reports/satisfaction-facts.ts'
import { declare } from '../command.ts'
import { oneOf } from '../control-answer.ts'
import { answerTable, answerTables } from '../output/answer.ts'
import { writeTablesPdf } from '../output/pdf-file.ts'
import { anyPeriodGiven, asksPeriod } from '../period.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

const MOST_KIOSK = 9999

export const satisfactionCommands = () => [
  declare('satisfaction', (given, door) => {
    const by = oneOf(given.text('by') ?? 'all', SATISFACTION_BY, '--by', door)
    const heatOf = oneOf(given.text('measure') ?? 'index', HEAT_OF, '--measure', door)
    const kiosk = given.text('kiosk')
    const hall = given.text('hall') ?? null
    if (hall !== null && kiosk !== undefined)
      throw new WrongUsage(door.lang, usage => usage.conflict('--hall', '--kiosk'))
    const number = kiosk === undefined ? null : readNumber(kiosk, 1, 1, MOST_KIOSK, '--kiosk', door)
    const isPeriodAsked = asksPeriod(given, door)
    return withSession(door, 'satisfaction.see', async session => {
      const ctx = session.ctx()
      const period = isPeriodAsked ? anyPeriodGiven(given, ctx.today) : periodAround('month', ctx.today)
      const file = given.text('pdf')
      const isDrawn = file === undefined && !door.options.json && !given.has('csv')
      const asked = {
        period,
        by,
        question: given.text('question') ?? null,
        hall,
        kiosk: number,
        isDrawn,
        heatOf,
      }
      const { tables } = await makeSatisfactionReport(ctx, asked)
      if (file === undefined) return answerTables(door, tables, given.has('csv'))
      await writeTablesPdf(door, file, tables, session)
    })
  }),
  declare('satisfaction questions', (given, door) =>
    withSession(door, 'satisfaction.see', async session =>
      answerTable(door, await makeQuestionsReport(session.ctx()), given.has('csv')),
    ),
  ),
]
