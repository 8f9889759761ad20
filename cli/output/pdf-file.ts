import type { Session } from '../../office/staff/sign-in.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Table } from '../../rules/reports/table.ts'
import type { Writing } from '../../rules/reports/writing.ts'
import type { Door } from '../door.ts'
import { writeWhole } from './write-whole.ts'

// What draws is loaded only when a PDF is asked for: fonts and their reader are large.

/** Writes papers on A4, each from a page of its own, and says where they are. */
export async function writePapersPdf(door: Door, file: string, papers: readonly Paper[], session: Session) {
  const { papersPdf } = await import('./paper-pdf.ts')
  const madeAt = session.ctx().now
  const facts = { lang: door.lang, madeAt, sheet: { size: 'A4' as const }, foot: door.texts.reports.page }
  writeOut(door, file, await papersPdf(papers, facts))
}

/** Writes a table on A4 and says where it is. */
export const writeTablePdf = (door: Door, file: string, table: Table, session: Session) =>
  writeTablesPdf(door, file, [table], session)

/** The same of several tables, one below the other; on one page where they can be read there. */
export async function writeTablesPdf(door: Door, file: string, tables: readonly Table[], session: Session) {
  const { tablesPdf } = await import('./table-pdf.ts')
  const madeAt = session.ctx().now
  const { page, empty } = door.texts.reports
  const facts = { lang: door.lang, madeAt, foot: page, empty, onePage: tables.length > 1 }
  writeOut(door, file, await tablesPdf(tables, facts))
}

/** Writes a report of headings, paragraphs and tables on A4 and says where it is. */
export async function writeWritingPdf(door: Door, file: string, writing: Writing, session: Session) {
  const { writingPdf } = await import('./writing-pdf.ts')
  const { page, empty } = door.texts.reports
  const facts = { lang: door.lang, madeAt: session.ctx().now, foot: page, empty }
  writeOut(door, file, await writingPdf(writing, facts))
}

function writeOut(door: Door, file: string, pdf: Buffer): void {
  writeWhole(door, file, pdf)
  if (door.options.json) door.answer(JSON.stringify({ pdf: file }, null, 2))
  else door.answer(door.words.pathWritten(file))
}
