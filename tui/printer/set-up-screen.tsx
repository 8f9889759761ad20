import { Box } from 'ink'
import type { ReactNode } from 'react'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk, PrinterSetUp, SetUpAsked } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { back, change, type HostApi, type KeyLine, type Outcome, type Screen, type Size } from '../screen.ts'

type State = {
  talk: PrinterSetUp
  asked: SetUpAsked
  entry: EntryLine
  cursor: number | null
  /** What is done at the printer now. */
  working: string | null
}

/** What an empty answer takes is chosen already; where one must look at the paper, nothing is. */
const askedAnew = (talk: PrinterSetUp): State => {
  const asked = talk.asked()
  const proposed = asked.choices.findIndex(choice => choice.key === asked.proposal)
  const isTyped = asked.proposal !== null && proposed < 0
  return {
    talk,
    asked,
    entry: entryLine(isTyped ? (asked.proposal ?? '') : ''),
    cursor: proposed < 0 ? null : proposed,
    working: null,
  }
}

/** Looks for ports and asks the first question. */
export const setUpAtOpening = async (desk: AtDesk): Promise<State> =>
  askedAnew(await desk.door.setUpPrinter(desk.session))

/** Leads by the hand to the settings of one printer: each question is answered with what came out on its paper. */
export function setUpScreen(desk: AtDesk): Screen<State> {
  const { printerSetUp: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: typeAnswer,
    help: () => texts.help,
    dirty: s => s.asked.known.length > 0,
    View: ({ state, size }) => <SetUpView state={state} size={size} desk={desk} />,
  }
}

function typeAnswer(s: State, key: Key): State {
  const isMove = key.kind === 'key' && ['up', 'down', 'pageup', 'pagedown'].includes(key.name)
  if (!isMove) return { ...s, entry: typeInto(s.entry, key, 200) }
  if (s.asked.choices.length === 0) return s
  return { ...s, cursor: s.cursor === null ? 0 : moveCursor(s.cursor, key, s.asked.choices.length) }
}

const answerOf = ({ entry, cursor, asked }: State): string =>
  entry.value.trim() || (cursor === null ? '' : (asked.choices[cursor]?.key ?? ''))

const AGAIN = '='

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { printerSetUp: texts } = desk.door.texts.screens
  return [
    {
      key: 'enter',
      label: texts.take,
      holdsTyping: true,
      run: (now, host) => answer(now, answerOf(now), desk, host),
    },
    {
      key: 'f5',
      label: s.asked.known.length === 0 ? texts.lookAgain : texts.again,
      refusal: s.asked.againHint === null ? refusal('key.not_here', { key: 'F5' }) : null,
      holdsTyping: true,
      run: (now, host) => answer(now, AGAIN, desk, host),
    },
    { key: 'esc', label: texts.back, run: goBack },
  ]
}

/** A problem leaves what was typed, to be mended. */
async function answer(s: State, typed: string, desk: AtDesk, host: HostApi<State>): Promise<Outcome<State>> {
  const works = (working: string | null) => host.change(now => ({ ...now, working }))
  const done = await s.talk.answer(typed, works).catch(error => {
    works(null)
    throw error
  })
  if (done) {
    const { printerSetUp: texts } = desk.door.texts.screens
    const text = texts.saved(done.name, done.profile, done.page)
    return { ...back<State, void>(), notice: { tone: 'done', text } }
  }
  const anew = askedAnew(s.talk)
  const isSame = anew.asked.notice !== null && anew.asked.question === s.asked.question
  return change(now => (isSame ? { ...now, asked: anew.asked, working: null } : anew))
}

async function goBack(s: State): Promise<Outcome<State>> {
  if (s.talk.back()) return change(now => askedAnew(now.talk))
  await s.talk.close()
  return back()
}

const KNOWN_WIDTH = 36
const LABEL_WIDTH = 11
const ENTRY_ROWS = 2

type ViewProps = { state: State; size: Size; desk: AtDesk }

/** The question and its answers at the left, what was found out so far at the right. */
function SetUpView({ state, size, desk }: ViewProps): ReactNode {
  const { asked } = state
  const width = asked.known.length === 0 ? size.columns : size.columns - KNOWN_WIDTH
  const told = [...asked.told, ...(asked.notice ? [] : [''])].flatMap(text => wrapped(text, width - 3))
  const notice = asked.notice ? wrapped(asked.notice, width - 3) : []
  const above = 1 + told.length + notice.length
  return (
    <Box>
      <Box flexDirection="column" width={width}>
        <Line tone="title">{fit(` ${asked.question}`, width)}</Line>
        {told.map((text, at) => (
          <Line key={at} tone="dim">
            {fit(` ${text}`, width)}
          </Line>
        ))}
        {notice.map((text, at) => (
          <Line key={at} tone="warning">
            {fit(` ${text}`, width)}
          </Line>
        ))}
        <Choices state={state} width={width} height={Math.max(1, size.rows - above - ENTRY_ROWS)} />
        <Line> </Line>
        <Answer state={state} width={width} desk={desk} />
      </Box>
      {asked.known.length > 0 && <Known known={asked.known} desk={desk} />}
    </Box>
  )
}

function Choices({ state, width, height }: { state: State; width: number; height: number }): ReactNode {
  const { choices } = state.asked
  const keyWidth = Math.max(0, ...choices.map(choice => choice.key.length))
  return (
    <List
      rows={choices}
      cursor={state.cursor}
      width={width}
      height={Math.min(height, choices.length)}
      row={({ key, text }, room) => fit(`${key.padStart(keyWidth)}  ${text}`, room)}
    />
  )
}

function Answer({ state, width, desk }: { state: State; width: number; desk: AtDesk }): ReactNode {
  const { printerSetUp: texts } = desk.door.texts.screens
  if (state.working !== null) return <Line tone="accent">{fit(` ${state.working}`, width)}</Line>
  return (
    <Line>
      <Line tone="title">{fit(` ${texts.answer}`, LABEL_WIDTH)}</Line>
      <EntryField line={state.entry} width={width - LABEL_WIDTH - 2} isSecret={state.asked.isSecret} />
    </Line>
  )
}

function Known({ known, desk }: { known: SetUpAsked['known']; desk: AtDesk }): ReactNode {
  const { printerSetUp: texts } = desk.door.texts.screens
  return (
    <Box flexDirection="column" width={KNOWN_WIDTH} paddingLeft={2}>
      <Line tone="title">{fit(texts.known, KNOWN_WIDTH - 2)}</Line>
      {known.map(([label, value]) => (
        <Line key={label}>
          <Line tone="dim">{fit(label, LABEL_WIDTH)}</Line>
          <Line>{fit(value, KNOWN_WIDTH - 2 - LABEL_WIDTH)}</Line>
        </Line>
      ))}
    </Box>
  )
}
