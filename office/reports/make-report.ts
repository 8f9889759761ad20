import { reports as bg } from '../../locales/bg/reports.ts'
import { reports as en } from '../../locales/en/reports.ts'
import { showMoment } from '../../rules/dates.ts'
import { type CashAsked, cashTable } from '../../rules/reports/cash.ts'
import type { ReportFacts } from '../../rules/reports/heading.ts'
import { differencesTable, overridesTable, paymentsTable, reversalsTable } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import type { ReportTexts } from '../../rules/reports/texts.ts'
import { type TimesBy, timesTable } from '../../rules/reports/times.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { cashReport } from './cash-report.ts'
import { listDifferences } from './list-differences.ts'
import { listOverrides } from './list-overrides.ts'
import { type CellAsked, listPayments } from './list-payments.ts'
import { listReversals } from './list-reversals.ts'
import { servingTimes } from './serving-times.ts'

/** Any report that can be asked for. */
export type ReportAsked =
  | ({ report: 'cash' } & CashAsked)
  | { report: 'reversals' | 'differences' | 'overrides'; period: Period }
  | { report: 'times'; period: Period; by: TimesBy }
  | ({ report: 'payments' } & CellAsked)

/** A report as a table in the language of the session, as every door shows, prints and writes it. */
export async function makeReport(ctx: Ctx, asked: ReportAsked): Promise<Table> {
  authorise(ctx, 'reports.cash')
  const { period } = asked
  const { lang } = ctx
  const texts: ReportTexts = lang === 'bg' ? bg : en
  const facts: ReportFacts = { town: ctx.town, madeAt: showMoment(ctx.now, lang), madeBy: ctx.who.name }
  const about = { period, facts, texts, lang }
  switch (asked.report) {
    case 'cash': {
      const { by, tender, compare } = asked
      const sums = await cashReport(ctx, period, by, { tender, compare: compare?.period ?? null })
      return cashTable(sums, sums.before, asked, facts, texts, lang)
    }
    case 'times':
      return timesTable(await servingTimes(ctx, period, asked.by), asked.by, period, facts, texts, lang)
    case 'reversals':
      return reversalsTable(await listReversals(ctx, period), about)
    case 'differences':
      return differencesTable(await listDifferences(ctx, period), about)
    case 'overrides':
      return overridesTable(await listOverrides(ctx, period), about)
    case 'payments': {
      const rows = await listPayments(ctx, asked, { after: null, limit: null })
      return paymentsTable(rows, { ...about, more: aboutCell(asked, texts) })
    }
  }
}

function aboutCell({ by, tender, cell }: CellAsked, { cash, lists }: ReportTexts): string[] {
  const name = cell && (cell.name || cell.key || cash.noPaymentCode)
  return [
    ...(cell && name !== null ? [lists.cell(cash.title[by], name)] : []),
    ...(tender ? [cash.onlyBy(cash.tender[tender])] : []),
  ]
}
