import type { KioskTexts } from '../../locales/bg/kiosk.ts'
import type { Face, KioskFault } from '../../rules/kiosks.ts'
import { CLOCK_WRONG_MS } from '../../rules/kiosks.ts'
import type { Configuration, Heartbeat } from '../../web/contract.ts'
import { button } from './follow-up-view.ts'
import { centred, type Row, shortened, span, type Tone, type Touchable } from './picture.ts'
import type { Shown, Tried } from './turn.ts'
import type { Body, Frame } from './view.ts'

/** What the device knows of itself, for whoever mends it. */
export type TechnicianFacts = {
  program: string
  deviceId: string
  /** The address of the hub; null before enrolment. */
  hub: string | null
  /** How long ago the hub answered; null while it never did. */
  lastWordSeconds: number | null
  /** Why the last request failed; null where it did not. */
  trouble: keyof KioskTexts['line'] | null
  outbox: number
  lastSeq: number
  /** What the device's clock is ahead of the hub's; null until they were compared. */
  skewMs: number | null
  faults: KioskFault[]
  boxes: Heartbeat['boxes']
}

const LABEL = 20

/** What the device knows of itself, and test presses. */
export function technicianBody(
  { tried }: Shown & { at: 'technician' },
  configuration: Configuration | null,
  facts: TechnicianFacts | null,
  frame: Frame,
): Body {
  const { texts, columns, rows } = frame
  const told = facts ? factsOf(facts, configuration, frame) : []
  const foot = footOf(tried, configuration, frame)
  const boxes = facts ? boxesOf(facts, Math.max(1, rows - told.length - foot.rows.length - 1), texts) : []
  const lines = [...told, ...boxes].map(
    ({ label, value, tone }): Row => [
      span(`  ${label.padEnd(LABEL)}`, 'quiet'),
      span(shortened(value, columns - LABEL - 4), tone ?? 'plain'),
    ],
  )
  const top = Math.max(lines.length, rows - foot.rows.length)
  return {
    rows: [...lines, ...Array.from({ length: top - lines.length }, (): Row => []), ...foot.rows],
    zones: foot.zones.map(one => ({ ...one, top: one.top + top, bottom: one.bottom + top })),
  }
}

type Told = { label: string; value: string; tone?: Tone }

function factsOf(
  facts: TechnicianFacts,
  configuration: Configuration | null,
  { texts, lang }: Frame,
): Told[] {
  const { technician, line, faults } = texts
  const { skewMs, trouble, lastWordSeconds } = facts
  const isClockWrong = skewMs !== null && Math.abs(skewMs) > CLOCK_WRONG_MS
  return [
    {
      label: technician.program,
      value: technician.versions(facts.program, configuration?.version ?? technician.none),
      tone: 'strong',
    },
    {
      label: technician.kiosk,
      value: configuration ? `${configuration.kiosk}, ${configuration.hall[lang]}` : technician.none,
    },
    { label: technician.device, value: facts.deviceId },
    { label: technician.hub, value: facts.hub ?? technician.none },
    {
      label: technician.lastWord,
      value: lastWordSeconds === null ? technician.never : technician.ago(longOf(lastWordSeconds, texts)),
    },
    {
      label: technician.line,
      value: trouble ? line[trouble] : lastWordSeconds === null ? technician.never : technician.lineGood,
      tone: trouble ? 'alarm' : lastWordSeconds === null ? 'plain' : 'good',
    },
    { label: technician.outbox, value: technician.waiting(facts.outbox, facts.lastSeq) },
    { label: technician.clock, value: clockOf(skewMs, texts), tone: isClockWrong ? 'alarm' : 'plain' },
    {
      label: technician.faults,
      value: facts.faults.map(one => faults[one]).join(', ') || technician.none,
      tone: facts.faults.length > 0 ? 'alarm' : 'good',
    },
  ]
}

/** Button boxes, a line each, the longest silent first, as many as there is room for. */
function boxesOf({ boxes }: TechnicianFacts, room: number, { technician }: KioskTexts): Told[] {
  if (boxes.length === 0) return [{ label: technician.boxes, value: technician.noBoxes }]
  const longest = boxes.toSorted((one, other) => other.silentSeconds - one.silentSeconds)
  const shown = boxes.length > room ? longest.slice(0, room - 1) : longest
  const lines = shown.map(
    (box): Told => ({
      label: technician.box(box.id),
      value: technician.boxFacts({
        battery: box.millivolts === null ? technician.noBattery : `${(box.millivolts / 1_000).toFixed(2)} V`,
        silent: longIn(box.silentSeconds, technician),
        lost: box.lost,
        garbled: box.garbled,
      }),
    }),
  )
  const more = boxes.length - shown.length
  return more > 0 ? [...lines, { label: '', value: technician.moreBoxes(more) }] : lines
}

function clockOf(skewMs: number | null, texts: KioskTexts): string {
  const { technician } = texts
  if (skewMs === null) return technician.clockUnknown
  const seconds = Math.round(Math.abs(skewMs) / 1_000)
  if (seconds === 0) return technician.clockRight
  return skewMs > 0 ? technician.ahead(longOf(seconds, texts)) : technician.behind(longOf(seconds, texts))
}

const longOf = (seconds: number, { technician }: KioskTexts): string => longIn(seconds, technician)

function longIn(seconds: number, texts: KioskTexts['technician']): string {
  if (seconds < 120) return texts.seconds(Math.round(seconds))
  if (seconds < 2 * 3_600) return texts.minutes(Math.round(seconds / 60))
  return seconds < 2 * 86_400
    ? texts.hours(Math.round(seconds / 3_600))
    : texts.days(Math.round(seconds / 86_400))
}

function footOf(tried: Tried, configuration: Configuration | null, { texts, columns }: Frame): Body {
  const { technician } = texts
  const faces = configuration?.faces ?? 0
  const width = 9
  const leaveWidth = technician.leave.length + 8
  const all = faces * (width + 1) + leaveWidth
  const left = Math.max(0, Math.floor((columns - all) / 2))
  const digits = Array.from({ length: faces }, (_, index) => button(index + 1, '', width, 3))
  const leave = button(0, technician.leave, leaveWidth, 3)
  const rows = [0, 1, 2].map(
    (y): Row => [
      span(' '.repeat(left)),
      ...digits.flatMap(one => [...(one[y] ?? []), span(' ')]),
      ...(leave[y] ?? []),
    ],
  )
  const zones = digits.map(
    (_, index): Touchable => ({
      zone: { what: 'face', face: (index + 1) as Face },
      left: left + index * (width + 1),
      right: left + index * (width + 1) + width - 1,
      top: 2,
      bottom: 4,
    }),
  )
  return {
    rows: [
      centred([triedSpan(tried, technician)], columns),
      centred([span(configuration ? technician.tryFaces(configuration.faces) : ' ', 'quiet')], columns),
      ...rows,
    ],
    zones: [
      ...zones,
      { zone: { what: 'leave' }, left: left + all - leaveWidth, right: left + all - 1, top: 2, bottom: 4 },
    ],
  }
}

function triedSpan(tried: Tried, technician: KioskTexts['technician']) {
  if (!tried) return span(' ')
  const { face, seq } = tried
  if (seq === 'keeping') return span(technician.trying(face), 'quiet')
  return seq === 'refused'
    ? span(technician.notTried(face), 'alarm')
    : span(technician.tried(face, seq), 'good')
}
