import { describeAlarm, showAgo, showSpan } from '../locales/texts.ts'
import type { KioskStatus } from '../office/kiosks/list-kiosks.ts'
import type { EnrolmentCode } from '../office/kiosks/lookup.ts'
import type { KioskSeen } from '../office/kiosks/see-kiosk.ts'
import type { KioskAlarm } from '../office/kiosks/watch-kiosks.ts'
import { showMoment } from '../rules/dates.ts'
import { batteryOf, lineOf, skewOf } from '../rules/kiosk-watch.ts'
import type { Table } from '../rules/reports/table.ts'
import type { Door } from './door.ts'

/** The devices as a table: one line for each place. */
export function kiosksTable(asOf: Temporal.Instant, kiosks: readonly KioskStatus[], door: Door): Table {
  const { title, columns, closed } = door.words.kiosks
  const text = (key: keyof typeof columns, spare = false) => ({
    key,
    title: columns[key],
    kind: 'text' as const,
    spare,
  })
  const count = (key: keyof typeof columns) => ({ key, title: columns[key], kind: 'count' as const })
  return {
    name: 'kiosks',
    title: title(showMoment(asOf, door.lang)),
    subtitle: [],
    columns: [
      count('number'),
      text('hall'),
      text('place', true),
      text('last'),
      count('today'),
      count('leftOut'),
      count('outbox'),
      text('boxes'),
      text('clock'),
      text('program', true),
      text('alarms'),
    ],
    rows: kiosks.map(one => ({
      number: one.number,
      hall: one.hall[door.lang],
      place: one.isClosed ? `${one.place} (${closed})` : one.place,
      last: lastWordOf(one, asOf, door),
      today: one.today.counted,
      leftOut: one.today.leftOut,
      outbox: one.device?.outbox ?? null,
      boxes: boxesOf(one, door),
      clock: clockOf(one, door),
      program: one.device?.program ?? '',
      alarms: one.alarms.map(({ kind }) => door.texts.kiosks.alarms[kind]).join(', '),
    })),
    totals: null,
  }
}

const lastWordOf = (one: KioskStatus, asOf: Temporal.Instant, door: Door): string =>
  !one.isEnrolled
    ? door.texts.kiosks.notEnrolled
    : one.lastWordAt
      ? showAgo(one.lastWordAt, asOf, door.lang)
      : door.texts.kiosks.never

function clockOf({ device }: KioskStatus, door: Door): string {
  const { right, skew } = door.texts.kiosks
  if (typeof device?.skewMs !== 'number') return ''
  const off = skewOf(device.skewMs)
  return off === 0 ? right : skew(showSpan(off, door.lang), off > 0)
}

function boxesOf({ device }: KioskStatus, door: Door): string {
  const line = device && lineOf(device)
  return line ? door.texts.kiosks.line(line) : ''
}

/** One device in words: how it does, its boxes, today by hour, what was wrong. */
export function kioskText(seen: KioskSeen, door: Door): string {
  const { status, asOf } = seen
  const { kiosks: words } = door.words
  const { device } = status
  const question = status.question?.[door.lang] ?? words.noQuestion
  const last = `${lastWordOf(status, asOf, door)}${status.lastWordAt ? ` (${showMoment(status.lastWordAt, door.lang)})` : ''}`
  const configuration = device?.isUpToDate ?? null
  const rows: [string, string][] = [
    [words.facts.place, status.place],
    [words.facts.question, question],
    [words.facts.last, last],
    [words.facts.today, words.presses(status.today.counted, status.today.leftOut)],
    ...(device
      ? ([
          [words.facts.outbox, device.outbox === null ? words.untold : String(device.outbox)],
          [words.facts.clock, clockOf(status, door) || words.untold],
          [words.facts.program, device.program ?? words.untold],
          [words.facts.configuration, words.configuration(configuration)],
          ...device.boxes.map((box): [string, string] => [
            words.facts.box(box.id),
            words.box(
              box.millivolts === null ? null : batteryOf(box.millivolts),
              showSpan(box.silentSeconds * 1000, door.lang),
              box.lost,
              box.garbled,
            ),
          ]),
        ] satisfies [string, string][])
      : []),
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  return [
    words.heading(status.number, status.hall[door.lang]),
    ...rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`),
    ...section(
      words.hours,
      seen.hours.map(({ hour, faces, leftOut }) =>
        words.hour(hour, faces.map(count => String(count).padStart(5)).join(''), leftOut),
      ),
    ),
    ...section(
      words.alarms,
      seen.alarms.slice(0, SHOWN_ALARMS).map(alarm => alarmText(alarm, door)),
    ),
  ].join('\n')
}

const SHOWN_ALARMS = 10

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)]

/** An alarm in one line: when, which device, what. */
export function alarmText(alarm: KioskAlarm, door: Door, named = false): string {
  const { kiosks: words } = door.words
  const which = named ? `${words.heading(alarm.kiosk, alarm.hall[door.lang])}: ` : ''
  const over = alarm.endedAt ? ` · ${words.ended(showMoment(alarm.endedAt, door.lang))}` : ''
  return `${showMoment(alarm.raisedAt, door.lang)}  ${which}${describeAlarm(alarm, door.lang)}${over}`
}

/** A one-time code to be read from afar and copied by hand, with what is typed on the device. */
export function codeText({ code, expiresAt }: EnrolmentCode, number: number, door: Door): string {
  const { kiosks: words } = door.words
  const middle = code.length / 2
  const halves = [code.slice(0, middle), code.slice(middle)]
  const big = `   ${halves.map(half => [...half].join(' ')).join('   —   ')}   `
  return [
    words.code(number, showMoment(expiresAt, door.lang)),
    '',
    `    ┌${'─'.repeat(big.length)}┐`,
    `    │${' '.repeat(big.length)}│`,
    `    │${big}│`,
    `    │${' '.repeat(big.length)}│`,
    `    └${'─'.repeat(big.length)}┘`,
    '',
    words.onDevice,
    `    gishe kiosk enrol --hub ${words.hubAddress} --code ${halves.join('-')}`,
  ].join('\n')
}
