import { Box } from 'ink'
import type { ReactNode } from 'react'
import { listJobs } from '../../office/print/list-jobs.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Key } from '../keys.ts'
import { Line } from '../parts/line.tsx'
import { type Outcome, push, type Screen, type Size } from '../screen.ts'

type State = { title: string; lines: string[]; scroll: number }

const PAPER_COLUMNS = 42
const STEPS: Record<string, number> = { up: -1, down: 1, pageup: -10, pagedown: 10, home: -1e6, end: 1e6 }

/** Shows the receipt of a payment as it was first printed; refuses where nothing was. */
export async function openPaper<S>(paymentId: string, desk: AtDesk): Promise<Outcome<S>> {
  const [job] =
    paymentId === '' ? [] : await listJobs(desk.session.ctx(), { receiptsOf: [paymentId], limit: 1 })
  if (!job) throw refusal('report.nothing_behind', {})
  return push(paperScreen(desk), {
    title: job.title,
    lines: textOf(job.paper, PAPER_COLUMNS).split('\n'),
    scroll: 0,
  })
}

/** One paper, moved by the arrows where it is longer than the screen. */
const paperScreen = (desk: AtDesk): Screen<State> => ({
  title: s => s.title,
  keys: () => [],
  type: (s, key) => ({ ...s, scroll: scrolled(s, key) }),
  help: () => desk.door.texts.screens.report.helpPaper,
  View: ({ state, size }) => <PaperView state={state} size={size} />,
})

const scrolled = ({ lines, scroll }: State, key: Key): number =>
  Math.max(0, Math.min(lines.length - 1, scroll + (key.kind === 'key' ? (STEPS[key.name] ?? 0) : 0)))

function PaperView({ state, size }: { state: State; size: Size }): ReactNode {
  const from = Math.min(state.scroll, Math.max(0, state.lines.length - size.rows))
  const left = Math.max(0, Math.floor((size.columns - PAPER_COLUMNS) / 2))
  return (
    <Box flexDirection="column" marginLeft={left} height={size.rows} overflow="hidden">
      {state.lines.slice(from, from + size.rows).map((text, at) => (
        <Line key={at}>{text === '' ? ' ' : text}</Line>
      ))}
    </Box>
  )
}
