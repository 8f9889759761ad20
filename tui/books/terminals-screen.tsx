import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { matchTerminal } from '../../office/books/match-terminal.ts'
import { printBookPaper } from '../../office/books/print-book-paper.ts'
import { seeTerminals, unmatchedTerminals } from '../../office/books/see-terminals.ts'
import { paperTexts } from '../../office/papers.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showDay } from '../../rules/dates.ts'
import { type Cents, cents, showCents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import {
  isUnmatched,
  readTerminalTotal,
  type TerminalDay,
  terminalExpected,
  terminalState,
  whyNotMatched,
} from '../../rules/terminals.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, type Screen, type Size } from '../screen.ts'

type State = {
  day: Temporal.PlainDate | null
  terminals: readonly TerminalDay[]
  unmatched: number
  cursor: number
  field: 'total' | 'reason'
  total: EntryLine
  reason: EntryLine
  reportId: string
  printId: string
}

export const terminalsAtOpening = (): State => ({
  day: null,
  terminals: [],
  unmatched: 0,
  cursor: 0,
  printId: randomUUIDv7(),
  ...nothingTyped(),
})

const nothingTyped = () => ({
  field: 'total' as const,
  total: entryLine(),
  reason: entryLine(),
  reportId: randomUUIDv7(),
})

/** The card terminals of a day: what the receipts say, and the total of each slip to be typed beside it. */
export function terminalsScreen(desk: AtDesk): Screen<State> {
  const { terminals: texts } = desk.door.texts.screens.books
  const load: Load = async asked => {
    const ctx = desk.session.ctx()
    const day = asked ?? ctx.today
    const [terminals, unmatched] = await Promise.all([
      seeTerminals(ctx, { from: day, to: day }),
      unmatchedTerminals(ctx),
    ])
    return now => ({
      ...now,
      day,
      terminals,
      unmatched: unmatched.length,
      cursor: Math.min(now.cursor, Math.max(0, terminals.length - 1)),
    })
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, load),
    type: typeKey,
    help: () => texts.help,
    dirty: s => s.total.value !== '' || s.reason.value !== '',
    shown: async s => change(await load(s.day)),
    View: ({ state, size }) => <TerminalsView state={state} size={size} desk={desk} />,
  }
}

type Load = (day: Temporal.PlainDate | null) => Promise<(now: State) => State>

/** Up and down choose the terminal, Tab the field; the rest is typed. Another terminal begins with nothing typed. */
function typeKey(s: State, key: Key): State {
  if (key.kind === 'key' && ['tab', 'shift-tab'].includes(key.name))
    return { ...s, field: s.field === 'total' ? 'reason' : 'total' }
  if (key.kind === 'key' && ['up', 'down', 'pageup', 'pagedown'].includes(key.name)) {
    const cursor = moveCursor(s.cursor, key, s.terminals.length)
    return cursor === s.cursor ? s : { ...s, cursor, ...nothingTyped() }
  }
  return { ...s, [s.field]: typeInto(s[s.field], key, s.field === 'total' ? 20 : 200) }
}

function keysOf(s: State, desk: AtDesk, load: Load): KeyLine<State>[] {
  const { print, cashBook } = desk.door.texts.screens.books
  const turn = (days: number) => async (now: State) => {
    const loaded = await load(now.day?.add({ days }) ?? null)
    return change<State>(state => ({ ...loaded(state), cursor: 0, ...nothingTyped() }))
  }
  const chosen = s.terminals[s.cursor]
  return [
    ...(chosen ? [matchLine(s, chosen, desk, load)] : []),
    { key: 'left', label: cashBook.otherDay, quiet: true, run: turn(-1) },
    { key: 'right', label: cashBook.otherDay, run: turn(1) },
    { key: 'f2', label: cashBook.today, run: async () => change(await load(null)) },
    ...(chosen ? [{ key: 'f6' as const, label: print, run: (now: State) => printSheet(now, desk) }] : []),
  ]
}

function matchLine(s: State, day: TerminalDay, desk: AtDesk, load: Load): KeyLine<State> {
  const { terminals: texts } = desk.door.texts.screens.books
  const stated = readTerminalTotal(s.total.value)
  const denied = whyNotMay(desk.session.who.post, 'books.match_terminal')
  if (denied || stated instanceof Refusal)
    return {
      key: 'enter',
      label: texts.match,
      refusal: denied ?? (stated instanceof Refusal ? stated : null),
      run: () => undefined,
    }
  const why = whyNotMatched(day.terminal, stated, terminalExpected(day), s.reason.value)
  if (why && s.field === 'total')
    return { key: 'enter', label: texts.toReason, run: () => change(now => ({ ...now, field: 'reason' })) }
  return { key: 'enter', label: texts.match, refusal: why, run: now => match(now, day, stated, desk, load) }
}

async function match(s: State, { terminal, day }: TerminalDay, stated: Cents, desk: AtDesk, load: Load) {
  const reason = s.reason.value.trim() || null
  await matchTerminal(desk.session.ctx(), { id: s.reportId, terminal, day, stated, reason })
  const loaded = await load(s.day)
  const { terminals: texts } = desk.door.texts.screens.books
  return change<State>(now => ({ ...loaded(now), ...nothingTyped() }), texts.matched(terminal))
}

async function printSheet(s: State, desk: AtDesk) {
  if (!s.day) return
  const owed = await printBookPaper(desk.session.ctx(), {
    id: s.printId,
    what: { kind: 'terminal-day', day: s.day },
  })
  const { printing } = desk.door.texts.screens.books
  return change<State>(now => ({ ...now, printId: randomUUIDv7() }), printing(owed.title))
}

const COLUMNS: Column[] = [
  { width: 'rest' },
  { width: 9, align: 'right' },
  { width: 13, align: 'right' },
  { width: 13, align: 'right' },
  { width: 12, align: 'right' },
  { width: 14 },
]
const FORM_ROWS = 5
const LABEL_WIDTH = 25

function TerminalsView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { lang } = desk.door
  const { terminals: texts } = desk.door.texts.screens.books
  const words = paperTexts(lang).books.terminals
  if (!state.day) return null
  const width = size.columns - 4
  const cells = (day: TerminalDay) => [
    day.terminal,
    String(day.payments),
    showCents(terminalExpected(day), lang),
    day.report ? showCents(day.report.stated, lang) : '',
    day.report ? showCents(cents(day.report.stated - terminalExpected(day)), lang) : '',
    words.state[terminalState(day)],
  ]
  const head = [words.column.terminal, texts.payments, texts.expected, texts.stated, texts.difference, '']
  const chosen = state.terminals[state.cursor]
  const field = (name: 'total' | 'reason', hint: string) => (
    <Line>
      {fit(`  ${texts[name]}`, LABEL_WIDTH)}
      <EntryField
        line={state[name]}
        width={Math.min(48, size.columns - LABEL_WIDTH - 2)}
        isFocused={state.field === name}
        hint={hint}
      />
    </Line>
  )
  return (
    <Box flexDirection="column">
      <Line>
        <Line tone="title">{` ${fit(showDay(state.day, lang), 14)}`}</Line>
        <Line tone={state.unmatched > 0 ? 'warning' : 'dim'}>{texts.unmatched(state.unmatched)}</Line>
      </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, head, width)}`}</Line>
      <List
        rows={state.terminals}
        cursor={chosen ? state.cursor : null}
        width={size.columns}
        height={size.rows - 2 - FORM_ROWS}
        row={day => fitRow(COLUMNS, cells(day), width)}
        tone={day => (isUnmatched(day) ? 'warning' : 'plain')}
        empty={texts.none}
      />
      <Line tone="dim">
        {fit(`  ${chosen?.report?.reason ? words.reason(chosen.report.reason) : ''}`, size.columns)}
      </Line>
      <Line> </Line>
      {chosen && field('total', texts.totalHint)}
      {chosen && field('reason', texts.reasonHint)}
    </Box>
  )
}
