import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { moveCursor } from '../parts/list.tsx'
import { type Change, type KeyLine, type Opened, type Outcome, replace, type Screen } from '../screen.ts'

/** Entries are numbered 1 to 9 in their order. */
export type MenuEntry<B> = {
  label: string
  /** Why it is off now: shown in parentheses, the reason said when it is chosen. */
  refusal?: Refusal | null
  /** Leads to another menu, to a screen in this one's place, or back with a change of the screen below. */
  run: () => Promise<MenuOutcome<B>> | MenuOutcome<B>
}

export type MenuOutcome<B> = Outcome<MenuState, Change<B>>

export type MenuState = { cursor: number }

/** The cursor stands at the first entry that can be chosen. */
export const menuAtOpening = <B,>(entries: () => readonly MenuEntry<B>[]): MenuState => ({
  cursor: Math.max(
    0,
    entries().findIndex(entry => !entry.refusal),
  ),
})

/** The screen takes the menu's place: leaving it leads back to where the menu was opened. */
export async function goTo<B>(opened: Opened | Promise<Opened>): Promise<MenuOutcome<B>> {
  const { screen, state } = await opened
  return replace(screen, state)
}

/** All that has no key of its own: a digit chooses, or the arrows and Enter. `B` is the state of the screen below. */
export function menuScreen<B>(
  title: string,
  entries: () => readonly MenuEntry<B>[],
  desk: AtDesk,
): Screen<MenuState, Change<B>> {
  const { menu: texts } = desk.door.texts.screens
  return {
    title: () => title,
    keys: s => {
      const chosen = entries()[s.cursor]
      return [
        ...(chosen ? [lineOf(chosen, 'enter', texts.choose)] : []),
        ...entries().map((entry, at) => ({ ...lineOf(entry, `${at + 1}`, entry.label), quiet: true })),
      ]
    },
    type: (s, key) => ({ cursor: moveCursor(s.cursor, key, entries().length) }),
    help: () => texts.help,
    View: ({ state, size }) => <MenuView entries={entries()} cursor={state.cursor} columns={size.columns} />,
  }
}

const lineOf = <B,>(
  { refusal = null, run }: MenuEntry<B>,
  key: KeyLine<MenuState>['key'],
  label: string,
): KeyLine<MenuState, Change<B>> => ({ key, label, refusal, run: () => run(), holdsTyping: true })

type ViewProps<B> = { entries: readonly MenuEntry<B>[]; cursor: number; columns: number }

const MOST_WIDTH = 60

function MenuView<B>({ entries, cursor, columns }: ViewProps<B>): ReactNode {
  const width = Math.min(MOST_WIDTH, columns - 4)
  return (
    <Box flexDirection="column" paddingTop={1} paddingLeft={2}>
      {entries.map(({ label, refusal }, at) => {
        const isChosen = at === cursor
        const text = fit(`${isChosen ? '>' : ' '} ${at + 1}  ${refusal ? `(${label})` : label}`, width)
        return (
          <Line key={label} tone={isChosen ? 'chosen' : refusal ? 'dim' : 'plain'}>
            {text}
          </Line>
        )
      })}
    </Box>
  )
}
