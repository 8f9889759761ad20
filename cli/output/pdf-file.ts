import { writeFileSync } from 'node:fs'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Table } from '../../rules/reports/table.ts'
import type { Door } from '../door.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { papersPdf } from './paper-pdf.ts'
import { tablePdf } from './table-pdf.ts'

/** Writes papers on A4, each from a page of its own, and says where they are. */
export async function writePapersPdf(door: Door, file: string, papers: readonly Paper[], session: Session) {
  const madeAt = session.ctx().now
  const facts = { lang: door.lang, madeAt, sheet: { size: 'A4' as const }, foot: door.words.pdfFoot }
  writeOut(door, file, await papersPdf(papers, facts))
}

/** Writes a table on A4 and says where it is. */
export async function writeTablePdf(door: Door, file: string, table: Table, session: Session) {
  const madeAt = session.ctx().now
  const facts = { lang: door.lang, madeAt, foot: door.words.pdfFoot, empty: door.words.pdfEmpty }
  writeOut(door, file, await tablePdf(table, facts))
}

function writeOut(door: Door, file: string, pdf: Buffer): void {
  try {
    writeFileSync(file, pdf)
  } catch {
    throw new WrongUsage(door.lang, usage => usage.fileNotWritten(file))
  }
  if (door.options.json) door.answer(JSON.stringify({ pdf: file }, null, 2))
  else door.answer(door.words.pdfWritten(file))
}
