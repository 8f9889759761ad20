import { styleText } from 'node:util'
import type { Session } from '../../office/staff/sign-in.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { isCodeRow, shownOf } from '../../rules/papers/shown.ts'
import type { Door } from '../door.ts'
import { answer } from './answer.ts'
import { writePapersPdf } from './pdf-file.ts'

const SHOWN_COLUMNS = 48

/** A paper on A4 where a file is named, else as text, with --json as what it is made of. */
export async function showPaper(
  door: Door,
  session: Session,
  paper: Paper,
  json: unknown,
  file: string | undefined,
  columns = SHOWN_COLUMNS,
): Promise<void> {
  if (file !== undefined) await writePapersPdf(door, file, [paper], session)
  else if (door.options.json) answer(door, json, '')
  else door.answer(paperText(paper, columns))
}

/** A terminal draws a QR code for a phone; what is read by a program has it in words. */
export function paperText(paper: Paper, columns: number): string {
  const { isTTY, rows } = process.stdout
  return isTTY
    ? shownOf(paper, columns, rows - 1)
        .map(coloured)
        .join('\n')
    : textOf(paper, columns)
}

const coloured = (row: string): string =>
  isCodeRow(row) ? row.replace(/\S.*$/, code => styleText(['whiteBright', 'bgBlack'], code)) : row
