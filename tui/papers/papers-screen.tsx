import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { listJobs, outcomeOf, type PrintJob } from '../../office/print/list-jobs.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { whyNotCopied } from '../../rules/papers/duplicate.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, type Screen, type Size } from '../screen.ts'

/** `copyId` is of the next duplicate: asked for twice on a bad line, one is printed. */
type State = { jobs: PrintJob[]; cursor: number; scroll: number; copyId: string }

const LATEST = 100
const PAPER_COLUMNS = 42
const SCROLL_ROWS = 8
const TOLD_ROWS = 5
const RULE_COLUMNS = 3

export const papersAtOpening = (): State => ({ jobs: [], cursor: 0, scroll: 0, copyId: randomUUIDv7() })

/** The desk's latest papers and all that are owed, newest first, with what became of each, and the chosen one as it is on paper. */
export function papersScreen(desk: AtDesk): Screen<State> {
  const { papers: texts } = desk.door.texts.screens
  const load = async () => {
    const { desk: here } = desk.session
    const ours = { ...(here ? { deskId: here.id } : {}), limit: LATEST }
    const [latest, owed] = await Promise.all([
      listJobs(desk.session.ctx(), ours),
      listJobs(desk.session.ctx(), { ...ours, owed: true }),
    ])
    const shown = new Set(latest.map(job => job.id))
    const jobs = [...latest, ...owed.filter(job => !shown.has(job.id))]
    return (s: State) => keepChosen(s, jobs)
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, load),
    type: (s, key) => {
      if (key.kind === 'key' && (key.name === 'pageup' || key.name === 'pagedown'))
        return { ...s, scroll: scrolled(s, key.name === 'pageup' ? -SCROLL_ROWS : SCROLL_ROWS) }
      const cursor = moveCursor(s.cursor, key, s.jobs.length)
      return cursor === s.cursor ? s : { ...s, cursor, scroll: 0 }
    },
    help: () => texts.help,
    shown: async () => change(await load()),
    tick: { every_ms: 1500, run: load },
    View: ({ state, size }) => <PapersView state={state} size={size} desk={desk} />,
  }
}

const linesOf = (job: PrintJob | undefined): string[] =>
  job ? textOf(job.paper, PAPER_COLUMNS).split('\n') : []

const scrolled = (s: State, rows: number): number =>
  Math.max(0, Math.min(linesOf(s.jobs[s.cursor]).length - 1, s.scroll + rows))

const asksPerson = (job: PrintJob | undefined): boolean =>
  job !== undefined && ['unsure', 'failed'].includes(job.state)

/** New papers come in above; the chosen one stays chosen. At first, and once it is settled, the next that asks for a person. */
function keepChosen(s: State, jobs: PrintJob[]): State {
  const before = s.jobs[s.cursor]
  const at = jobs.findIndex(job => job.id === before?.id)
  const isSettled = asksPerson(before) && !asksPerson(jobs[at])
  const asking = before === undefined || isSettled ? jobs.findIndex(asksPerson) : -1
  const cursor = Math.max(0, asking >= 0 ? asking : at)
  return { ...s, jobs, cursor, scroll: cursor === at ? s.scroll : 0 }
}

function keysOf(s: State, desk: AtDesk, load: () => Promise<(s: State) => State>): KeyLine<State>[] {
  const { papers: texts } = desk.door.texts.screens
  const job = s.jobs[s.cursor]
  const why = asksPerson(job) ? null : whyNotAsked(job)
  const resolve = (cameOut: boolean) => async () => {
    if (job) await resolveJob(desk.session.ctx(), { jobId: job.id, cameOut })
    return change<State>(await load(), cameOut ? texts.markedPrinted : texts.printedAgain)
  }
  return [
    { key: 'f3', label: texts.cameOut, refusal: why, run: resolve(true) },
    { key: 'f4', label: texts.printAgain, refusal: why, run: resolve(false) },
    {
      key: 'f5',
      label: texts.duplicate,
      refusal: job ? whyNotCopied(job) : refusal('job.unknown', { id: '–' }),
      run: now => copy(now, desk, load),
    },
  ]
}

async function copy(s: State, desk: AtDesk, load: () => Promise<(s: State) => State>) {
  const { papers: texts } = desk.door.texts.screens
  const job = s.jobs[s.cursor]
  if (!job) return
  const owed = await printCopy(desk.session.ctx(), { id: s.copyId, jobId: job.id })
  const loaded = await load()
  return change<State>(now => loaded({ ...now, copyId: randomUUIDv7() }), texts.duplicated(owed.copy))
}

const whyNotAsked = (job: PrintJob | undefined): Refusal =>
  job ? refusal('job.not_unsure', { state: job.state }) : refusal('job.unknown', { id: '–' })

const COLUMNS: Column[] = [{ width: 5 }, { width: 'rest' }, { width: 10 }]

function PapersView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { papers: texts } = desk.door.texts.screens
  const job = state.jobs[state.cursor]
  const listWidth = size.columns - PAPER_COLUMNS - RULE_COLUMNS
  const paper = linesOf(job)
  const told = job ? wrapped(tellOf(job, desk), listWidth - 2) : []
  const from = Math.min(state.scroll, Math.max(0, paper.length - (size.rows - 1)))
  const row = (each: PrintJob, width: number) =>
    fitRow(
      COLUMNS,
      [whenShort(each, desk.session.ctx().today), shortTitle(each, texts), texts.states[outcomeOf(each)]],
      width,
    )
  return (
    <Box>
      <Box flexDirection="column" width={listWidth}>
        <List
          rows={state.jobs}
          cursor={state.cursor}
          width={listWidth}
          height={size.rows - TOLD_ROWS}
          row={row}
          tone={each => (asksPerson(each) ? 'danger' : each.state === 'printed' ? 'plain' : 'warning')}
          empty={texts.none}
        />
        {Array.from({ length: TOLD_ROWS }, (_, at) => (
          <Line key={at} tone="warning">
            {fit(` ${told[at] ?? ''}`, listWidth)}
          </Line>
        ))}
      </Box>
      <Box flexDirection="column" width={RULE_COLUMNS}>
        {Array.from({ length: size.rows }, (_, at) => (
          <Line key={at} tone="dim">
            {' │'}
          </Line>
        ))}
      </Box>
      <Box flexDirection="column" width={PAPER_COLUMNS} height={size.rows} overflow="hidden">
        {paper.slice(from, from + size.rows).map((text, at) => (
          <Line key={at}>{text === '' ? ' ' : text}</Line>
        ))}
      </Box>
    </Box>
  )
}

/** The time of a paper of today, the day and month of an older one. */
function whenShort(job: PrintJob, today: Temporal.PlainDate): string {
  const day = dayOf(job.queuedAt)
  return day.equals(today) ? showTime(job.queuedAt) : showDay(day, 'bg').slice(0, 'дд.мм'.length)
}

/** The list is narrow: the number says more than the name of the paper. */
function shortTitle(job: PrintJob, texts: AtDesk['door']['texts']['screens']['papers']): string {
  const number = /\d+-\d{4}-\d+/.exec(job.title)?.[0] ?? job.title
  return job.copy === 0 ? number : `${number} ${texts.copyMark(job.copy)}`
}

/** What a person should know or do about this paper. */
function tellOf(job: PrintJob, desk: AtDesk): string {
  const { papers: texts } = desk.door.texts.screens
  const code = job.fault ?? (job.state === 'queued' ? desk.printing?.fault() : null)
  const fault = code ? desk.door.describePrintFault(code) : ''
  return asksPerson(job) ? `${texts.askCameOut} ${fault}` : fault
}
