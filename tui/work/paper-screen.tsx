import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Handover } from '../../office/handovers/lookup.ts'
import { takePaper } from '../../office/handovers/take-paper.ts'
import { type PaperWhere, whereIsPaper } from '../../office/handovers/where-is-paper.ts'
import { handsOf } from '../../office/tasks/lookup.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { whyNotHand, whyNotTakePaper } from '../../rules/handovers.ts'
import type { Hands } from '../../rules/tasks.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { ToldLine } from '../forms/form-view.tsx'
import { type Column, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { type Change, change, type KeyLine, type Opened, open, type Screen, type Size } from '../screen.ts'
import { showMinute } from './events.ts'
import { handForm } from './hand-form.ts'

type State = { paper: PaperWhere; hands: Hands; cursor: number }

const HEAD_ROWS = 4

/** Where the paper of a document is, as a screen to be opened from wherever the document is seen. */
export async function openPaper(documentId: string, desk: AtDesk): Promise<Opened> {
  const load = async () => {
    const ctx = desk.session.ctx()
    const [paper, hands] = await Promise.all([whereIsPaper(ctx, { documentId }), handsOf(ctx.db)])
    return { paper, hands }
  }
  const opened: State = { ...(await load()), cursor: 0 }
  return open(paperScreen(load, desk), opened)
}

/** Where a paper is and how it came there; whoever has it hands it on, whoever it is on the way to takes it. */
function paperScreen(load: () => Promise<Omit<State, 'cursor'>>, desk: AtDesk): Screen<State> {
  const { paper: texts } = desk.door.texts.screens.work
  const anew = async (): Promise<Change<State>> => {
    const known = await load()
    return now => ({ ...now, ...known })
  }
  return {
    title: ({ paper }) => texts.title(paper.number),
    keys: s => [mainLine(s, anew, desk)],
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.paper.handovers.length) }),
    help: () => texts.help,
    shown: async () => change(await anew()),
    View: ({ state, size }) => <PaperView state={state} size={size} desk={desk} />,
  }
}

/** The paper is taken where it is on the way to oneself, or back from outside; else it is handed on. */
function mainLine({ paper, hands }: State, anew: () => Promise<Change<State>>, desk: AtDesk): KeyLine<State> {
  const { paper: texts } = desk.door.texts.screens.work
  const { post } = desk.session.who
  const isClerk = post === 'clerk'
  const [last] = paper.handovers
  const isWaiting = last !== undefined && last.taken === null
  if (isWaiting && whyNotTakePaper({ ...last, giverId: last.giver.id }, hands, isClerk) === null)
    return {
      key: 'f8',
      label: texts.take,
      refusal: whyNotMay(post, 'papers.hand'),
      run: async () => {
        await takePaper(desk.session.ctx(), { handoverId: last.id })
        return change(await anew(), texts.taken(paper.number))
      },
    }
  return {
    key: 'f8',
    label: texts.hand,
    refusal: whyNotMay(post, 'papers.hand') ?? whyNotHand(paper.place, hands, isClerk, desk.door.lang),
    holdsTyping: true,
    run: async () => pushForm<State>(await handForm(paper, desk)),
  }
}

const COLUMNS: Column[] = [{ width: 16 }, { width: 20 }, { width: 'rest' }, { width: 22 }]

function PaperView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { paper: texts } = desk.door.texts.screens.work
  const { paper, cursor } = state
  const [line = '', ...more] = wrapped(paper.line, size.columns - 19)
  const head = [
    { label: texts.document, text: `${paper.number} · ${paper.subject}`, tone: 'title' as const },
    { label: texts.where, text: line, tone: 'good' as const },
    { label: '', text: more.join(' '), tone: 'good' as const },
  ]
  return (
    <Box flexDirection="column">
      {head.map((row, at) => (
        <ToldLine key={at} row={row} width={size.columns} />
      ))}
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={paper.handovers}
        cursor={paper.handovers.length > 0 ? cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - HEAD_ROWS)}
        row={(one, width) => fitRow(COLUMNS, cellsOf(one, desk), width)}
        tone={one => (one.taken ? 'plain' : 'warning')}
        empty={texts.never}
      />
    </Box>
  )
}

function cellsOf({ givenAt, giver, to, taken, note }: Handover, desk: AtDesk): string[] {
  const { paper: texts } = desk.door.texts.screens.work
  const stands = taken ? texts.takenAt(showMinute(taken.at, desk)) : texts.notTaken
  return [showMinute(givenAt, desk), giver.name, note ? `${to} · ${note}` : to, stands]
}
