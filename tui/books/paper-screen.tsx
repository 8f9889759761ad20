import { randomUUIDv7 } from 'node:crypto'
import { textOf } from '../../rules/papers/lines.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { AtDesk } from '../door.ts'
import { PAPER_COLUMNS, PaperText } from '../parts/paper-text.tsx'
import { change, type Screen } from '../screen.ts'

type State = { text: readonly string[]; from: number; printId: string }

export const paperAtOpening = (paper: Paper): State => ({
  text: textOf(paper, PAPER_COLUMNS).split('\n'),
  from: 0,
  printId: randomUUIDv7(),
})

/** A paper as it is printed, to be read and printed; `print` owes it under the id of a print job. */
export function paperScreen(desk: AtDesk, print: (id: string) => Promise<{ title: string }>): Screen<State> {
  const { books: texts } = desk.door.texts.screens
  const run = async (s: State) => {
    const { title } = await print(s.printId)
    return change<State>(now => ({ ...now, printId: randomUUIDv7() }), texts.printing(title))
  }
  return {
    title: () => texts.paper.title,
    keys: () => [{ key: 'f6', label: texts.print, run }],
    type: (s, key) => {
      const step = key.kind === 'text' ? 0 : (STEPS[key.name] ?? 0)
      return { ...s, from: Math.min(Math.max(0, s.text.length - 1), Math.max(0, s.from + step)) }
    },
    help: () => texts.paper.help,
    View: ({ state, size }) => (
      <PaperText text={state.text} from={state.from} size={size} {...desk.door.texts.screens.frame.paper} />
    ),
  }
}

const STEPS: Partial<Record<string, number>> = {
  up: -1,
  down: 1,
  pageup: -10,
  pagedown: 10,
  home: -9999,
  end: 9999,
}
