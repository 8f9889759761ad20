import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import { type KioskStatus, type Kiosks, listKiosks } from '../../office/kiosks/list-kiosks.ts'
import { makeCode } from '../../office/kiosks/make-code.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { showTime } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, push, type Screen, type Size } from '../screen.ts'
import { codeScreen } from './code-screen.tsx'
import { alarmsTold, boxesCell, clockCell, wordCell } from './kiosk-cells.ts'
import { addForm, askForm, revokeForm } from './kiosk-forms.ts'
import { kioskAtOpening, kioskScreen } from './kiosk-screen.tsx'

type State = { seen: Kiosks | null; cursor: number }

const LOOK_EVERY_MS = 3_000
const TOLD_ROWS = 3

export const kiosksAtOpening = (): State => ({ seen: null, cursor: 0 })

/** Every device in the halls as it is now, those with an alarm first; refreshed by itself. */
export function kiosksScreen(desk: AtDesk): Screen<State> {
  const { kiosks: texts } = desk.door.texts.screens
  const load = async () => {
    const seen = alarmsFirst(await listKiosks(desk.session.ctx()))
    return (s: State): State => ({ seen, cursor: sameDevice(s, seen) })
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s.seen?.kiosks[s.cursor], desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.seen?.kiosks.length ?? 0) }),
    help: () => texts.help,
    shown: async () => change(await load()),
    tick: { every_ms: LOOK_EVERY_MS, run: load },
    View: ({ state, size }) => <KiosksView state={state} size={size} desk={desk} />,
  }
}

const alarmsFirst = ({ asOf, kiosks }: Kiosks): Kiosks => ({
  asOf,
  kiosks: kiosks.toSorted((a, b) => Math.sign(b.alarms.length) - Math.sign(a.alarms.length)),
})

/** The cursor stays on its device, also where another one comes before it. */
function sameDevice({ seen, cursor }: State, now: Kiosks): number {
  const chosen = seen?.kiosks[cursor]?.number
  const at = now.kiosks.findIndex(({ number }) => number === chosen)
  return at >= 0 ? at : Math.max(0, Math.min(cursor, now.kiosks.length - 1))
}

function keysOf(chosen: KioskStatus | undefined, desk: AtDesk): KeyLine<State>[] {
  const { kiosks: texts } = desk.door.texts.screens
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  const nothing = chosen ? null : refusal('list.nothing_chosen', {})
  const notEnrolled =
    chosen && !chosen.isEnrolled ? refusal('kiosk.not_enrolled', { number: chosen.number }) : null
  return [
    {
      key: 'enter',
      label: texts.open,
      refusal: nothing,
      run: () => (chosen ? push(kioskScreen(chosen.number, desk), kioskAtOpening()) : undefined),
    },
    {
      key: 'f3',
      label: texts.add,
      refusal: may('kiosks.set'),
      run: async () => pushForm(await addForm(desk)),
    },
    {
      key: 'f4',
      label: texts.code,
      refusal: may('kiosks.set') ?? nothing,
      run: async () =>
        chosen ? push(codeScreen(desk), await makeCode(desk.session.ctx(), chosen)) : undefined,
    },
    {
      key: 'f5',
      label: texts.revoke,
      refusal: may('kiosks.set') ?? nothing ?? notEnrolled,
      run: async () => (chosen ? pushForm(await revokeForm(chosen, desk)) : undefined),
    },
    {
      key: 'f9',
      label: texts.ask,
      refusal: may('kiosks.ask') ?? nothing,
      run: async () => (chosen ? pushForm(await askForm(chosen, desk)) : undefined),
    },
  ]
}

/** Number, place and hall, word, today, waiting, boxes, clock. */
const COLUMNS: Column[] = [
  { width: 4, align: 'right' },
  { width: 'rest' },
  { width: 7, align: 'right' },
  { width: 6, align: 'right' },
  { width: 6, align: 'right' },
  { width: 11, align: 'right' },
  { width: 9, align: 'right' },
]

function KiosksView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { kiosks: texts } = desk.door.texts.screens
  const { seen } = state
  if (!seen) return <Line tone="dim">{` ${texts.reading}`}</Line>
  const chosen = seen.kiosks[state.cursor]
  const wrong = seen.kiosks.filter(({ alarms }) => alarms.length > 0).length
  return (
    <Box flexDirection="column">
      <Line tone="dim">
        {fit(` ${texts.asOf(showTime(seen.asOf), seen.kiosks.length, wrong)}`, size.columns)}
      </Line>
      <Line> </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={seen.kiosks}
        cursor={state.cursor}
        width={size.columns}
        height={Math.max(1, size.rows - 3 - TOLD_ROWS)}
        row={row => fitRow(COLUMNS, cellsOf(row, seen.asOf, desk), size.columns - 4)}
        tone={row => (row.alarms.length > 0 ? 'danger' : row.isEnrolled ? 'plain' : 'dim')}
        empty={texts.none}
      />
      {toldOf(chosen, desk).map((text, at) => (
        <Line key={at} tone={at === 0 ? 'title' : at === 1 ? 'danger' : 'dim'}>
          {fit(text === '' ? '' : ` ${text}`, size.columns)}
        </Line>
      ))}
    </Box>
  )
}

function cellsOf(row: KioskStatus, asOf: Temporal.Instant, desk: AtDesk): string[] {
  const { lang } = desk.door
  const mark = row.alarms.length > 0 ? '! ' : ''
  return [
    String(row.number),
    `${mark}${row.place} · ${row.hall[lang]}`,
    wordCell(row, asOf, lang),
    row.isEnrolled ? String(row.today.counted) : '',
    row.device?.outbox ? String(row.device.outbox) : '',
    row.isEnrolled ? boxesCell(row.device, lang) : '',
    row.isEnrolled ? clockCell(row.device, lang) : '',
  ]
}

/** The chosen device by its whole name, what is wrong there, and what it asks. */
function toldOf(row: KioskStatus | undefined, desk: AtDesk): [string, string, string] {
  const { kiosks: texts } = desk.door.texts.screens
  const { lang } = desk.door
  if (!row) return ['', '', '']
  const { notEnrolled } = textsFor(lang).kiosks
  return [
    `${row.number} · ${row.hall[lang]} · ${row.place}`,
    alarmsTold(row, lang) || (row.isEnrolled ? '' : notEnrolled),
    row.question ? row.question[lang] : texts.noQuestion,
  ]
}
