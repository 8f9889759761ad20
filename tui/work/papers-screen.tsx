import { Box } from 'ink'
import type { ReactNode } from 'react'
import { listPapers, PAPER_BOXES, type PaperBox } from '../../office/handovers/list-papers.ts'
import type { Handover } from '../../office/handovers/lookup.ts'
import { takePaper } from '../../office/handovers/take-paper.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showDay } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { type Column, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { type Change, change, type KeyLine, type Outcome, type Screen, type Size } from '../screen.ts'
import { showMinute } from './events.ts'
import { openPaper } from './paper-screen.tsx'

type State = { box: PaperBox; loaded: PaperBox | null; rows: readonly Handover[]; cursor: number }

const LOOK_EVERY_MS = 5000

export const papersAtOpening = (): State => ({ box: 'to_take', loaded: null, rows: [], cursor: 0 })

/** Papers on the way to oneself, given and not taken yet, out of the house, in one's own hands. */
export function papersScreen(desk: AtDesk): Screen<State> {
  const { papers: texts } = desk.door.texts.screens.work
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.rows.length) }),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    tick: { every_ms: LOOK_EVERY_MS, run: s => load(s, desk) },
    View: ({ state, size }) => <PapersView state={state} size={size} desk={desk} />,
  }
}

async function load({ box }: State, desk: AtDesk): Promise<Change<State>> {
  const rows = await listPapers(desk.session.ctx(), { box })
  return now =>
    now.box === box
      ? { ...now, rows, loaded: box, cursor: Math.max(0, Math.min(now.cursor, rows.length - 1)) }
      : now
}

const turn =
  (desk: AtDesk, step: 1 | -1) =>
  async (s: State): Promise<Outcome<State>> => {
    const at = (PAPER_BOXES.indexOf(s.box) + step + PAPER_BOXES.length) % PAPER_BOXES.length
    const box = PAPER_BOXES[at] ?? 'to_take'
    const loaded = await load({ ...s, box }, desk)
    return change(now => loaded({ ...now, box, cursor: 0 }))
  }

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { papers: texts } = desk.door.texts.screens.work
  const row = s.rows[s.cursor]
  const nothing = row ? null : refusal('list.nothing_chosen', {})
  return [
    {
      key: 'enter',
      label: texts.open,
      refusal: nothing,
      run: async () => (row ? pushForm<State>(await openPaper(row.documentId, desk)) : undefined),
    },
    { key: 'right', label: texts.turn, run: turn(desk, 1) },
    { key: 'left', label: texts.turn, quiet: true, run: turn(desk, -1) },
    { key: 'tab', label: texts.turn, quiet: true, run: turn(desk, 1) },
    { key: 'shift-tab', label: texts.turn, quiet: true, run: turn(desk, -1) },
    {
      key: 'f8',
      label: texts.take,
      refusal: whyNotMay(desk.session.who.post, 'papers.hand') ?? nothing,
      run: async now => {
        if (!row) return
        await takePaper(desk.session.ctx(), { handoverId: row.id })
        return change(await load(now, desk), texts.taken(row.documentNumber))
      },
    },
  ]
}

const COLUMNS: Column[] = [{ width: 16 }, { width: 16 }, { width: 'rest' }, { width: 20 }]

function PapersView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { papers: texts } = desk.door.texts.screens.work
  const { box, rows, loaded, cursor } = state
  const width = size.columns - 4
  return (
    <Box flexDirection="column">
      <Tabs
        tabs={PAPER_BOXES.map(name => ({ name, label: texts.boxes[name] }))}
        chosen={box}
        width={size.columns}
      />
      <Line> </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, isGiven(box) ? texts.columnsGiven : texts.columns, width)}`}</Line>
      <List
        rows={loaded === box ? rows : []}
        cursor={rows.length > 0 ? cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 3)}
        row={row => fitRow(COLUMNS, cellsOf(row, box, desk), width)}
        tone={row => (isLate(row, desk) ? 'danger' : 'plain')}
        empty={loaded === box ? texts.empty[box] : ''}
      />
    </Box>
  )
}

const isLate = ({ backBy, taken }: Handover, desk: AtDesk): boolean =>
  taken === null && backBy !== null && Temporal.PlainDate.compare(backBy, desk.session.ctx().today) < 0

/** Of what was given the taker is told, of what comes the giver. */
const isGiven = (box: PaperBox): boolean => box === 'given' || box === 'outside'

function cellsOf(row: Handover, _box: PaperBox, desk: AtDesk): string[] {
  const { papers: texts } = desk.door.texts.screens.work
  const back = row.backBy ? ` (${texts.back(showDay(row.backBy, desk.door.lang), isLate(row, desk))})` : ''
  return [showMinute(row.givenAt, desk), row.documentNumber, `${row.subject}${back}`, row.giver.name, row.to]
}
