import { Box } from 'ink'
import type { ReactNode } from 'react'
import { requestTexts } from '../../office/papers.ts'
import { listRequests, type RequestRow } from '../../office/requests/list-requests.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showDay } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Key } from '../keys.ts'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { type Change, change, type KeyLine, type Screen, type Size } from '../screen.ts'
import { openCase } from '../work/case-screen.tsx'
import { handOutForm } from '../work/request-end-forms.ts'
import { openDocument } from './document-screen.tsx'

const WHICH = ['ready', 'open', 'overdue', 'ended'] as const
type Which = (typeof WHICH)[number]

type State = { which: Which; rows: RequestRow[] | null; cursor: number }

const LOOK_MS = 5000
const LIMIT = 300

export const requestsAtOpening = (which: Which = 'ready'): State => ({ which, rows: null, cursor: 0 })

/** Requests of whoever stands at the counter: what is ready is handed out with F8, the others are looked at. */
export function requestsScreen(desk: AtDesk): Screen<State> {
  const { requests: texts } = desk.door.texts.screens.registryWork
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: typeAtList,
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    tick: { every_ms: LOOK_MS, run: s => load(s, desk) },
    View: ({ state, size }) => <RequestsView state={state} size={size} desk={desk} />,
  }
}

function typeAtList(s: State, key: Key): State {
  const cursor = moveCursor(s.cursor, key, s.rows?.length ?? 0)
  return cursor === s.cursor ? s : { ...s, cursor }
}

async function load({ which }: State, desk: AtDesk): Promise<Change<State>> {
  const rows = await listRequests(desk.session.ctx(), { which, limit: LIMIT })
  return now => {
    if (now.which !== which) return now
    const at = rows.findIndex(row => row.id === now.rows?.[now.cursor]?.id)
    return { ...now, rows, cursor: at >= 0 ? at : Math.min(now.cursor, Math.max(0, rows.length - 1)) }
  }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { requests: texts } = desk.door.texts.screens.registryWork
  const row = s.rows?.[s.cursor]
  const none: Refusal | null = row ? null : refusal('list.nothing_chosen', {})
  return [
    {
      key: 'enter',
      label: texts.open,
      refusal: none,
      holdsTyping: true,
      run: () => (row ? openDocument(row.id, desk, openCase) : undefined),
    },
    turnKey('right', 1, desk),
    { ...turnKey('left', -1, desk), quiet: true },
    { ...turnKey('tab', 1, desk), quiet: true },
    {
      key: 'f8',
      label: texts.handOut,
      refusal:
        whyNotMay(desk.session.who.post, 'requests.hand_out') ??
        none ??
        (s.which === 'ready' ? null : refusal('request.not_ended', { number: row?.number ?? '' })),
      holdsTyping: true,
      run: async () =>
        row
          ? { go: { to: 'push' as const, opened: await handOutForm(row.id, desk), returned: null } }
          : undefined,
    },
  ]
}

function turnKey(key: 'right' | 'left' | 'tab', step: number, desk: AtDesk): KeyLine<State> {
  const { requests: texts } = desk.door.texts.screens.registryWork
  return {
    key,
    label: texts.turn,
    run: async s => {
      const which = WHICH[(WHICH.indexOf(s.which) + step + WHICH.length) % WHICH.length] ?? 'ready'
      const turned = { ...s, which, rows: null, cursor: 0 }
      const news = await load(turned, desk)
      return change(now => news({ ...now, which, rows: null, cursor: 0 }))
    },
  }
}

const COLUMNS: Column[] = [{ width: 17 }, { width: 10 }, { width: 24 }, { width: 'rest' }]

function RequestsView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { requests: texts } = desk.door.texts.screens.registryWork
  const { lang } = desk.door
  const chosen = state.rows?.[state.cursor]
  return (
    <Box flexDirection="column">
      <Tabs
        tabs={WHICH.map(name => ({ name, label: texts.which[name] }))}
        chosen={state.which}
        width={size.columns}
      />
      <Line tone="dim">{fit(` ${state.rows ? texts.count(state.rows.length) : ''}`, size.columns)}</Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={state.rows ?? []}
        cursor={chosen ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 6)}
        row={(row, width) => fitRow(COLUMNS, cellsOf(row, lang), width)}
        tone={row => (row.isOwed ? 'warning' : 'plain')}
        empty={state.rows ? texts.none[state.which] : ''}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Line>{fit(chosen ? ` ${chosen.service.code} ${chosen.service.name[lang]}` : '', size.columns)}</Line>
      <Line tone={chosen?.isOwed ? 'warning' : 'dim'}>
        {fit(chosen ? ` ${toldOf(chosen, desk)}` : '', size.columns)}
      </Line>
    </Box>
  )
}

const cellsOf = (row: RequestRow, lang: 'bg' | 'en'): string[] => [
  row.number,
  row.dueOn || row.endedOn ? showDay((row.dueOn ?? row.endedOn) as Temporal.PlainDate, lang) : '–',
  row.applicant,
  row.service.name[lang],
]

function toldOf(row: RequestRow, desk: AtDesk): string {
  const { requests: texts } = desk.door.texts.screens.registryWork
  const { lang } = desk.door
  const { standings } = requestTexts(lang)
  const parts = [standings[row.standing], row.department.name[lang], ...(row.isOwed ? [texts.owed] : [])]
  return parts.join(' · ')
}
