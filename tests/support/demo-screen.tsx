import { Box } from 'ink'
import { refusal } from '../../rules/refusal.ts'
import { type EntryLine, entryLine, typedAfter, typeInto } from '../../tui/entry-line.ts'
import { BigNumber } from '../../tui/parts/big-number.tsx'
import { EntryField } from '../../tui/parts/entry-field.tsx'
import { fitRow } from '../../tui/parts/fit.ts'
import { Line } from '../../tui/parts/line.tsx'
import { List, moveCursor } from '../../tui/parts/list.tsx'
import { back, change, type Outcome, push, quit, type Screen, say } from '../../tui/screen.ts'

export type Demo = {
  entry: EntryLine
  added: string[]
  cursor: number
  given: string | null
  isBroken: boolean
}

/** What the operations of the demo do; a test gives its own. */
export type DemoWork = {
  add?: (text: string) => Promise<void>
  pay?: (s: Demo) => Promise<Outcome<Demo>>
  shown?: (s: Demo) => Promise<Outcome<Demo>>
}

export const demo = (added: string[] = []): Demo => ({
  entry: entryLine(),
  added,
  cursor: 0,
  given: null,
  isBroken: false,
})

/** A little desk: Enter adds what was typed, F8 pays, F5 asks for a name on a screen of its own. */
export function demoScreen(work: DemoWork = {}): Screen<Demo> {
  return {
    title: s => `Каса ${s.added.length}`,
    keys: s => [
      { key: 'enter', label: 'Добави', run: () => add(s, work) },
      {
        key: 'f5',
        label: 'Име',
        run: () => push(nameScreen, entryLine(), (below, given) => ({ ...below, given })),
      },
      { key: 'f6', label: 'Счупи', run: () => change(now => ({ ...now, isBroken: true })) },
      {
        key: 'f8',
        label: 'Плащане',
        refusal: s.added.length === 0 ? refusal('payment.empty', {}) : null,
        run: work.pay ?? (() => say('Платено.')),
      },
      { key: 'f9', label: 'Бавно име', holdsTyping: true, run: slowName },
      { key: 'f12', label: 'Край', run: () => quit() },
    ],
    type: (s, key) => ({
      ...s,
      entry: typeInto(s.entry, key),
      cursor: moveCursor(s.cursor, key, s.added.length),
    }),
    help: () => ['Въведете услуга и натиснете Enter.', 'F8 приема плащането.'],
    dirty: s => s.added.length > 0,
    ...(work.shown ? { shown: work.shown } : {}),
    View: ({ state, size }) => {
      if (state.isBroken) throw new Error('cannot be drawn')
      const row = (text: string, width: number) =>
        fitRow([{ width: 'rest' }, { width: 9, align: 'right' }], [text, '12,50'], width)
      return (
        <Box flexDirection="column">
          <Line>
            Услуга <EntryField line={state.entry} width={40} hint="код или име" />
          </Line>
          <List
            rows={state.added}
            cursor={state.cursor}
            width={size.columns}
            height={size.rows - 5}
            row={row}
            empty="няма услуги"
          />
          <Line tone="dim">{state.given === null ? ' ' : `Име: ${state.given}`}</Line>
          <BigNumber text={`${state.added.length * 12},50 €`} />
        </Box>
      )
    },
  }
}

async function add(s: Demo, work: DemoWork): Promise<Outcome<Demo>> {
  const { value } = s.entry
  await work.add?.(value)
  return change(now => ({
    ...now,
    entry: typedAfter(now.entry, value),
    added: [...now.added, value],
    cursor: now.added.length,
  }))
}

async function slowName(): Promise<Outcome<Demo>> {
  await new Promise(resolve => setTimeout(resolve, 30))
  return push(nameScreen, entryLine(), (below: Demo, given) => ({ ...below, given }))
}

const nameScreen: Screen<EntryLine, string> = {
  title: () => 'Име на платеца',
  keys: line => [{ key: 'enter', label: 'Готово', run: () => back(line.value) }],
  type: (line, key) => typeInto(line, key),
  View: ({ state }) => <EntryField line={state} width={30} />,
}
