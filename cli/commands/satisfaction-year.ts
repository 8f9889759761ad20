import { randomUUIDv7 } from 'node:crypto'
import { listMethods } from '../../office/satisfaction/list-methods.ts'
import { makeAnnualReport } from '../../office/satisfaction/make-annual-report.ts'
import { noteMethod } from '../../office/satisfaction/note-method.ts'
import { seeMethods } from '../../office/satisfaction/see-methods.ts'
import type { Writing } from '../../rules/reports/writing.ts'
import { FIRST_YEAR, standingOf, yearOfReport } from '../../rules/satisfaction-methods.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { writeWritingPdf } from '../output/pdf-file.ts'
import { writeWhole } from '../output/write-whole.ts'
import { writingJson } from '../output/writing-json.ts'
import { writingMarkdown } from '../output/writing-markdown.ts'
import { plainFacts } from '../plain-facts.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

const LAST_YEAR = 2100
const MOST_METHOD = 99

/** The methods of a year and the report that is made of them. */
export const satisfactionYearCommands = () => [
  declare('satisfaction methods', (given, door) => {
    const asked = yearGiven(given.text('year'), door)
    return withSession(door, 'satisfaction.see', async session => {
      const ctx = session.ctx()
      const { seen, table } = await listMethods(ctx, asked ?? yearOfReport(ctx.today))
      if (door.options.json) answer(door, plainFacts({ ...seen }), '')
      else answerTable(door, table, given.has('csv'))
    })
  }),
  declare('satisfaction note', (given, door) => note(given, door), { required: ['year', 'method'] }),
  declare('satisfaction report', (given, door) => {
    const asked = yearGiven(given.text('year'), door)
    const file = given.text('out')
    const format = file === undefined ? null : formatOf(file, door)
    return withSession(door, 'satisfaction.see', async session => {
      const ctx = session.ctx()
      const { facts, writing } = await makeAnnualReport(ctx, asked ?? yearOfReport(ctx.today))
      if (file === undefined || format === null) {
        const { year, due, methods } = facts
        const json = { ...plainFacts({ year, due, methods }), ...writingJson(writing) }
        return answer(door, json, markdownOf(writing, door))
      }
      if (format === 'pdf') return writeWritingPdf(door, file, writing, session)
      writeWhole(door, file, markdownOf(writing, door))
      answer(door, { markdown: file }, door.words.pathWritten(file))
    })
  }),
]

const FORMATS = ['pdf', 'md'] as const

/** What a file is by its ending. */
function formatOf(file: string, door: Door): (typeof FORMATS)[number] {
  const found = FORMATS.find(ending => file.toLowerCase().endsWith(`.${ending}`))
  if (!found) throw new WrongUsage(door.lang, usage => usage.notOneOf('--out', file, ['*.pdf', '*.md']))
  return found
}

const markdownOf = (writing: Writing, door: Door): string =>
  writingMarkdown(writing, door.lang, door.texts.reports.empty)

const yearGiven = (text: string | undefined, door: Door): number | null =>
  text === undefined ? null : readNumber(text, FIRST_YEAR, FIRST_YEAR, LAST_YEAR, '--year', door)

function note(given: Given<'satisfaction note'>, door: Door): Promise<void> {
  const carriedOut = isCarriedOut(given, door)
  const method = readNumber(given.text('method'), 1, 1, MOST_METHOD, '--method', door)
  const year = yearGiven(given.text('year'), door) ?? FIRST_YEAR
  return withSession(door, 'satisfaction.note', async session => {
    const ctx = session.ctx()
    const noted = await noteMethod(ctx, {
      noteId: randomUUIDv7(),
      year,
      method,
      carriedOut,
      conduct: carriedOut ? given.text('conduct') : given.text('why'),
      findings: given.text('findings'),
      measures: given.text('measures'),
    })
    const { methods } = await seeMethods(ctx, year)
    const standing = standingOf(methods)
    const { satisfaction: words } = door.words
    const told = words.noted(year, noted.method, carriedOut, standing.carriedOut, standing.missing.join(', '))
    answer(door, plainFacts({ year, ...noted }), told)
  })
}

/** One of the two, with the words that belong to it. */
function isCarriedOut(given: Given<'satisfaction note'>, door: Door): boolean {
  const [yes, no] = ['carried-out', 'not-carried-out'] as const
  const refuseBoth = (one: typeof yes | typeof no, others: readonly Parameters<typeof given.has>[0][]) => {
    const other = others.find(name => given.has(name))
    if (other) throw new WrongUsage(door.lang, usage => usage.conflict(`--${one}`, `--${other}`))
  }
  if (given.has(no)) refuseBoth(no, [yes, 'conduct', 'findings', 'measures'])
  else if (given.has(yes)) refuseBoth(yes, ['why'])
  else throw new WrongUsage(door.lang, usage => usage.missingOption(`--${yes}`))
  return given.has(yes)
}
