import { randomUUIDv7 } from 'node:crypto'
import { showMoment } from '../../rules/dates.ts'
import { testPage } from '../../rules/papers/test-page.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { inTransaction } from '../transaction.ts'
import type { Printer } from './lookup.ts'
import { queuePrint } from './queue-print.ts'

/** Owes a test page to a printer of so many columns: its settings, the whole alphabet, quotes, № and €, a ruler of columns. */
export async function printTestPage(ctx: Ctx, printer: Printer, columns: number): Promise<{ jobId: string }> {
  authorise(ctx, 'print.test')
  const jobId = randomUUIDv7()
  const facts = {
    printer: printer.name,
    profile: printer.profile,
    line: printer.line,
    columns,
    printedAt: showMoment(ctx.now, ctx.lang),
  }
  const paper = testPage(facts, paperTexts(ctx.lang), ctx.lang)
  await inTransaction(ctx, tx =>
    Promise.all([
      queuePrint(tx, ctx, {
        id: jobId,
        printerId: printer.id,
        deskId: ctx.desk?.id ?? null,
        subjectId: null,
        paper,
      }),
      writeLogbook(tx, ctx, 'print.test', { subjectId: printer.id, facts: { printer: printer.name } }),
    ]),
  )
  return { jobId }
}
