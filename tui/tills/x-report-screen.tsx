import { randomUUIDv7 } from 'node:crypto'
import { printXReport } from '../../office/tills/print-x-report.ts'
import { xReport } from '../../office/tills/till-report.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { AtDesk } from '../door.ts'
import { PAPER_COLUMNS, PaperText } from '../parts/paper-text.tsx'
import { change, type Screen } from '../screen.ts'

/** `printId` is of the next paper: asked for twice on a bad line, one is printed. */
type State = { tillId: string; desk: number; lines: string[]; scroll: number; printId: string }

const STEPS: Record<string, number> = { up: -1, down: 1, pageup: -10, pagedown: 10 }

/** Of the till of whoever asks, or of another where a head looks on. */
export const xReportAtOpening = (tillId: string, desk: number): State => ({
  tillId,
  desk,
  lines: [],
  scroll: 0,
  printId: randomUUIDv7(),
})

/** The X of a till as it would be printed: all sums until now. */
export function xReportScreen(desk: AtDesk): Screen<State> {
  const { xReport: texts } = desk.door.texts.screens
  const load = async (s: State) => {
    const { paper } = await xReport(desk.session.ctx(), s.tillId)
    const lines = textOf(paper, PAPER_COLUMNS).split('\n')
    return (now: State) => ({ ...now, lines })
  }
  return {
    title: s => texts.title(s.desk),
    keys: () => [
      {
        key: 'enter',
        label: texts.print,
        refusal: whyNotMay(desk.session.who.post, 'tills.print_report'),
        run: async s => {
          await printXReport(desk.session.ctx(), { id: s.printId, tillId: s.tillId })
          return change<State>(now => ({ ...now, printId: randomUUIDv7() }), texts.printed)
        },
      },
    ],
    type: (s, key) => {
      const step = key.kind === 'key' ? (STEPS[key.name] ?? 0) : 0
      return { ...s, scroll: Math.max(0, Math.min(s.lines.length - 1, s.scroll + step)) }
    },
    shown: async s => change(await load(s)),
    help: () => texts.help,
    View: ({ state, size }) => (
      <PaperText
        text={state.lines}
        from={state.scroll}
        size={size}
        {...desk.door.texts.screens.frame.paper}
      />
    ),
  }
}
