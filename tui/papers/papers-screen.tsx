import { Box } from 'ink'
import type { ReactNode } from 'react'
import { listJobs, type PrintJob } from '../../office/print/list-jobs.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import { showTime } from '../../rules/dates.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, type Screen, type Size } from '../screen.ts'

type State = { jobs: PrintJob[]; cursor: number; scroll: number }

const LATEST = 200
const PAPER_COLUMNS = 42
const SCROLL_ROWS = 8

export const papersAtOpening = (): State => ({ jobs: [], cursor: 0, scroll: 0 })

/** The desk's papers, newest first, with what became of each, and the chosen one as it is on paper. */
export function papersScreen(desk: AtDesk): Screen<State> {
  const { papers: texts } = desk.door.texts.screens
  const load = async () => {
    const deskId = desk.session.desk?.id
    const jobs = await listJobs(desk.session.ctx(), { ...(deskId ? { deskId } : {}), limit: LATEST })
    return (s: State) => keepChosen(s, jobs)
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, load),
    type: (s, key) => {
      if (key.kind === 'key' && (key.name === 'pageup' || key.name === 'pagedown'))
        return { ...s, scroll: Math.max(0, s.scroll + (key.name === 'pageup' ? -SCROLL_ROWS : SCROLL_ROWS)) }
      const cursor = moveCursor(s.cursor, key, s.jobs.length)
      return cursor === s.cursor ? s : { ...s, cursor, scroll: 0 }
    },
    help: () => texts.help,
    shown: async () => change(await load()),
    tick: { every_ms: 1500, run: load },
    View: ({ state, size }) => <PapersView state={state} size={size} desk={desk} />,
  }
}

/** New papers come in above; the chosen one stays chosen. */
function keepChosen(s: State, jobs: PrintJob[]): State {
  const chosen = s.jobs[s.cursor]?.id
  const at = jobs.findIndex(job => job.id === chosen)
  return { ...s, jobs, cursor: s.cursor === 0 || at < 0 ? 0 : at }
}

function keysOf(s: State, desk: AtDesk, load: () => Promise<(s: State) => State>): KeyLine<State>[] {
  const { papers: texts } = desk.door.texts.screens
  const job = s.jobs[s.cursor]
  const why =
    job && ['unsure', 'failed'].includes(job.state)
      ? null
      : refusal('job.not_unsure', { state: job?.state ?? 'printed' })
  const resolve = (cameOut: boolean) => async () => {
    if (job) await resolveJob(desk.session.ctx(), { jobId: job.id, cameOut })
    return change<State>(await load(), cameOut ? texts.markedPrinted : texts.printedAgain)
  }
  return [
    { key: 'f3', label: texts.cameOut, refusal: why, run: resolve(true) },
    { key: 'f4', label: texts.printAgain, refusal: why, run: resolve(false) },
    { key: 'enter', label: texts.look, quiet: true, run: () => undefined },
  ]
}

const COLUMNS: Column[] = [{ width: 5 }, { width: 'rest' }, { width: 10 }]

function PapersView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { papers: texts } = desk.door.texts.screens
  const job = state.jobs[state.cursor]
  const paper = job ? textOf(job.paper, PAPER_COLUMNS).split('\n') : []
  const listWidth = size.columns - PAPER_COLUMNS - 2
  const from = Math.min(state.scroll, Math.max(0, paper.length - (size.rows - 1)))
  const row = (each: PrintJob, width: number) =>
    fitRow(COLUMNS, [showTime(each.queuedAt), shortTitle(each), texts.states[stateShown(each)]], width)
  return (
    <Box>
      <Box flexDirection="column" width={listWidth}>
        <List
          rows={state.jobs}
          cursor={state.cursor}
          width={listWidth}
          height={size.rows - 2}
          row={row}
          tone={each =>
            each.state === 'unsure' || each.state === 'failed'
              ? 'danger'
              : each.state === 'printed'
                ? 'plain'
                : 'warning'
          }
          empty={texts.none}
        />
        <Line tone="warning">{job ? ` ${tellOf(job, desk)}` : ' '}</Line>
      </Box>
      <Box flexDirection="column" width={2}>
        {Array.from({ length: size.rows }, (_, at) => (
          <Line key={at} tone="dim">
            │
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

/** `sent`: the device cannot say whether the paper came out. */
const stateShown = (job: PrintJob): PrintJob['state'] | 'sent' =>
  job.state === 'printed' && !job.confirmed ? 'sent' : job.state

/** The list is narrow: the number says more than the name of the paper. */
const shortTitle = (job: PrintJob): string => /\d+-\d{4}-\d+/.exec(job.title)?.[0] ?? job.title

function tellOf(job: PrintJob, desk: AtDesk): string {
  const { papers: texts } = desk.door.texts.screens
  if (job.state === 'unsure') return texts.askCameOut
  return job.fault ? desk.door.describePrintFault(job.fault) : ''
}
