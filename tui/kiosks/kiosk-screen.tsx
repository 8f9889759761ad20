import { Box } from 'ink'
import type { ReactNode } from 'react'
import { describeAlarm, showSpan } from '../../locales/texts.ts'
import { type HourSeen, type KioskSeen, seeKiosk } from '../../office/kiosks/see-kiosk.ts'
import { showMoment } from '../../rules/dates.ts'
import { batteryOf, type KioskBox } from '../../rules/kiosk-watch.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { change, type Screen, type Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import { alarmsTold, clockCell, wordCell } from './kiosk-cells.ts'

type State = { seen: KioskSeen | null }

const LOOK_EVERY_MS = 3_000
const LABEL_COLUMNS = 12
const MOST_BOXES = 2
const HOUR_ROWS = 10
const BAR_COLUMNS = 30

export const kioskAtOpening = (): State => ({ seen: null })

/** One device: how it does, its button boxes, today by hour and face, what happened to it. */
export function kioskScreen(number: number, desk: AtDesk): Screen<State> {
  const { kiosks: texts } = desk.door.texts.screens
  const load = async () => {
    const seen = await seeKiosk(desk.session.ctx(), number)
    return (): State => ({ seen })
  }
  return {
    title: ({ seen }) =>
      seen ? `${texts.kiosk(number)} · ${seen.status.hall[desk.door.lang]}` : texts.kiosk(number),
    keys: () => [],
    type: s => s,
    help: () => texts.kioskHelp,
    shown: async () => change(await load()),
    tick: { every_ms: LOOK_EVERY_MS, run: load },
    View: ({ state, size }) => <KioskView state={state} size={size} desk={desk} />,
  }
}

type Row = [text: string, tone: Tone]

function KioskView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { kiosks: texts } = desk.door.texts.screens
  const { seen } = state
  if (!seen) return <Line tone="dim">{` ${texts.reading}`}</Line>
  const rule: Row = ['─'.repeat(size.columns), 'dim']
  const above = [...factRows(seen, desk), rule, ...hourRows(seen.hours, size.columns, desk), rule]
  const rows = [...above, ...pastRows(seen, size.rows - above.length, desk)]
  return (
    <Box flexDirection="column">
      {rows.slice(0, size.rows).map(([text, tone], at) => (
        <Line key={at} tone={tone}>
          {fit(text, size.columns)}
        </Line>
      ))}
    </Box>
  )
}

function factRows({ status, asOf }: KioskSeen, desk: AtDesk): Row[] {
  const { kiosks: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const { device } = status
  const row = (label: string, parts: (string | null)[], tone: Tone = 'plain'): Row => [
    ` ${fit(label, LABEL_COLUMNS)} ${parts.filter(Boolean).join(' · ')}`,
    tone,
  ]
  const moment = status.lastWordAt && showMoment(status.lastWordAt, lang)
  const settings = device?.isUpToDate === undefined || device.isUpToDate === null ? null : device.isUpToDate
  return [
    row(texts.place, [status.place], 'title'),
    row(texts.question, [status.question?.[lang] ?? texts.noQuestion]),
    row(
      texts.word,
      [wordCell(status, asOf, lang), moment, alarmsTold(status, lang)],
      status.alarms.length > 0 ? 'danger' : 'plain',
    ),
    ...(device
      ? [
          row(texts.device, [
            texts.waiting(device.outbox === null ? texts.untold : String(device.outbox)),
            texts.clock(clockCell(device, lang) || texts.untold),
            texts.version(device.program || texts.untold),
            settings === null ? null : settings ? texts.settings.newest : texts.settings.older,
          ]),
          ...device.boxes.slice(0, MOST_BOXES).map(box => row(texts.box(box.id), boxParts(box, desk))),
        ]
      : []),
  ]
}

function boxParts({ millivolts, silentSeconds, lost, garbled }: KioskBox, desk: AtDesk): (string | null)[] {
  const { kiosks: texts } = desk.door.texts.screens
  return [
    millivolts === null ? null : texts.batteries(batteryOf(millivolts).percent),
    texts.boxWord(showSpan(silentSeconds * 1_000, desk.door.lang)),
    lost > 0 ? texts.lost(lost) : null,
    garbled > 0 ? texts.garbled(garbled) : null,
  ]
}

/** Hour, five faces, all of them, a bar, what was left out. */
const COLUMNS: Column[] = [
  { width: 6 },
  ...Array.from({ length: 5 }, (): Column => ({ width: 5, align: 'right' })),
  { width: 6, align: 'right' },
  { width: 'rest' },
  { width: 13, align: 'right' },
]

/** As many rows on every day, so that nothing below them jumps when an hour begins. */
function hourRows(hours: readonly HourSeen[], width: number, desk: AtDesk): Row[] {
  const { kiosks: texts } = desk.door.texts.screens
  const line = (cells: readonly string[]): string => ` ${fitRow(COLUMNS, cells, width - 2)}`
  const head: Row = [line([...texts.hours, ` ${texts.worst}`]), 'dim']
  if (hours.length === 0) return [head, [` ${texts.noPresses}`, 'dim'], ...blank(HOUR_ROWS - 2)]
  const total = ({ faces }: HourSeen): number => faces.reduce((sum, count) => sum + count, 0)
  const most = Math.max(1, ...hours.map(total))
  const shown = hours.slice(-(HOUR_ROWS - 1)).map((seen): Row => {
    const bar = '█'.repeat(Math.round((total(seen) / most) * Math.min(BAR_COLUMNS, width - 62)))
    const from = String(seen.hour).padStart(2, '0')
    const until = String(seen.hour + 1).padStart(2, '0')
    const left = seen.leftOut > 0 ? texts.leftOut(seen.leftOut) : ''
    return [
      line([`${from}–${until}`, ...seen.faces.map(String), String(total(seen)), ` ${bar}`, left]),
      'plain',
    ]
  })
  return [head, ...shown, ...blank(HOUR_ROWS - 1 - shown.length)]
}

const blank = (rows: number): Row[] => Array.from({ length: Math.max(0, rows) }, () => ['', 'plain'])

function pastRows({ alarms }: KioskSeen, rows: number, desk: AtDesk): Row[] {
  const { kiosks: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const head: Row = [` ${alarms.length === 0 ? texts.nothing : texts.happened}`, 'dim']
  return [
    head,
    ...alarms.slice(0, Math.max(0, rows - 1)).map((alarm): Row => {
      const over = alarm.endedAt ? ` · ${texts.until(showMoment(alarm.endedAt, lang))}` : ''
      const text = ` ${showMoment(alarm.raisedAt, lang)}  ${describeAlarm(alarm, lang)}${over}`
      return [text, alarm.endedAt ? 'plain' : 'danger']
    }),
  ]
}
