import { randomUUIDv7 } from 'node:crypto'
import { listJobs } from '../../office/print/list-jobs.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showMoment } from '../../rules/dates.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { showPaper } from '../output/show-paper.ts'
import { jobJson, jobNamed, jobStateText, shortId } from '../printing.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

const NARROWEST_PAPER = 24
const WIDEST_PAPER = 80

export const printCommands = () => [
  declare('print jobs', (given, door) => {
    const limit = readNumber(given.text('limit'), 20, 1, 10_000, '--limit', door)
    return withSession(door, 'print.see', session => jobs(session, limit, given, door))
  }),
  declare(
    'print resolve',
    (given, door) => {
      const cameOut = given.text('came-out')
      if (cameOut !== 'yes' && cameOut !== 'no')
        throw new WrongUsage(door.lang, usage => usage.notOneOf('--came-out', cameOut ?? '', ['yes', 'no']))
      return withSession(door, 'print.resolve', session =>
        resolve(session, given.arg('job'), cameOut === 'yes', door),
      )
    },
    { required: ['came-out'] },
  ),
  declare('print retry', (given, door) =>
    withSession(door, 'print.resolve', session => resolve(session, given.arg('job'), false, door)),
  ),
  declare('print copy', (given, door) =>
    withSession(door, 'print.copy', async session => {
      const job = await jobNamed(session, given.arg('job'))
      if (job.kind === 'receipt' || job.kind === 'reversal')
        throw new WrongUsage(door.lang, usage => usage.copyOfReceipt(job.title))
      const owed = await printCopy(session.ctx(), { id: randomUUIDv7(), jobId: job.id })
      answer(door, owed, door.words.copied(owed.title))
    }),
  ),
  declare('print preview', (given, door) => {
    const columns = readNumber(given.text('columns'), 42, NARROWEST_PAPER, WIDEST_PAPER, '--columns', door)
    return withSession(door, 'print.see', async session => {
      const job = await jobNamed(session, given.arg('job'))
      const json = { ...jobJson(job), text: textOf(job.paper, columns) }
      await showPaper(door, session, job.paper, json, given.text('pdf'), columns)
    })
  }),
]

async function jobs(session: Session, limit: number, given: Given<'print jobs'>, door: Door): Promise<void> {
  const here = given.has('all') || !session.desk ? {} : { deskId: session.desk.id }
  const found = await listJobs(session.ctx(), { ...here, owed: given.has('owed'), limit })
  if (door.options.json) return door.answer(JSON.stringify(found.map(jobJson), null, 2))
  if (found.length === 0) return door.answer(door.words.noJobs)
  const { jobs: words } = door.words
  const table: Table = {
    name: 'print-jobs',
    title: '',
    subtitle: [],
    columns: (['id', 'queued', 'desk', 'title', 'printer', 'state'] as const).map(key => ({
      key,
      title: words[key],
      kind: 'text',
    })),
    rows: found.map(job => ({
      id: shortId(job.id),
      queued: showMoment(job.queuedAt, door.lang),
      desk: job.desk === null ? '' : String(job.desk),
      title: job.title,
      printer: job.printer,
      state: jobStateText(job, door),
    })),
    totals: null,
  }
  answerTable(door, table)
}

async function resolve(session: Session, text: string, cameOut: boolean, door: Door): Promise<void> {
  const job = await jobNamed(session, text)
  const { state } = await resolveJob(session.ctx(), { jobId: job.id, cameOut })
  answer(door, { id: job.id, state }, door.words.resolved(job.title, door.words.jobState[state]))
}
