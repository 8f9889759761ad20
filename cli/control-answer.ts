import { randomUUIDv7 } from 'node:crypto'
import { type ControlAsked, makeControlReport } from '../office/control/make-report.ts'
import { printControlReport } from '../office/control/print-report.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Door } from './door.ts'
import { answerTables } from './output/answer.ts'
import { writeTablesPdf } from './output/pdf-file.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Where a report goes, of whatever command has these options. */
type Output = {
  text: (name: 'pdf') => string | undefined
  has: (name: 'csv' | 'print') => boolean
}

/** Makes a report of the control and gives it out: as text, CSV or JSON, into a PDF file, or to the printer of the desk. */
export async function answerControl(
  session: Session,
  asked: ControlAsked,
  given: Output,
  door: Door,
): Promise<void> {
  const ctx = session.ctx()
  if (given.has('print')) {
    const { title } = await printControlReport(ctx, randomUUIDv7(), asked)
    return door.say(door.words.copied(title))
  }
  const tables = await makeControlReport(ctx, asked)
  const file = given.text('pdf')
  if (file === undefined) return answerTables(door, tables, given.has('csv'))
  await writeTablesPdf(door, file, tables, session)
}

/** One of these words; another one is wrong usage. */
export function oneOf<T extends string>(asked: string, known: readonly T[], option: string, door: Door): T {
  const found = known.find(one => one === asked)
  if (!found) throw new WrongUsage(door.lang, usage => usage.notOneOf(option, asked, known))
  return found
}
