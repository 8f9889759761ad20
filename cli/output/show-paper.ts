import type { Session } from '../../office/staff/sign-in.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Paper } from '../../rules/papers/paper.ts'
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
): Promise<void> {
  if (file !== undefined) await writePapersPdf(door, file, [paper], session)
  else answer(door, json, textOf(paper, SHOWN_COLUMNS))
}
