import { annual as bg } from '../../locales/bg/annual.ts'
import { reports as bgReports } from '../../locales/bg/reports.ts'
import { annual as en } from '../../locales/en/annual.ts'
import { reports as enReports } from '../../locales/en/reports.ts'
import { showMoment } from '../../rules/dates.ts'
import { methodsTable } from '../../rules/reports/annual-methods.ts'
import type { Table } from '../../rules/reports/table.ts'
import type { YearOfMethods } from '../../rules/satisfaction-methods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { seeMethods } from './see-methods.ts'

/** The methods of a year as a table in the language of the session, and the notes that it is made of. Refuses a year ahead. */
export async function listMethods(ctx: Ctx, year: number): Promise<{ seen: YearOfMethods; table: Table }> {
  authorise(ctx, 'satisfaction.see')
  const seen = await seeMethods(ctx, year)
  const { lang, now, town, who } = ctx
  const table = methodsTable(seen, {
    facts: { town, madeAt: showMoment(now, lang), madeBy: who.name },
    reports: lang === 'bg' ? bgReports : enReports,
    words: lang === 'bg' ? bg : en,
    lang,
  })
  return { seen, table }
}
