import { kiosk as bg, type KioskTexts } from '../../locales/bg/kiosk.ts'
import { kiosk as en } from '../../locales/en/kiosk.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Configuration } from '../../web/contract.ts'
import { followUpBody } from './follow-up-view.ts'
import { largeLines } from './large-text.ts'
import {
  apart,
  centred,
  cropped,
  type Picture,
  plainly,
  type Row,
  type Size,
  shortened,
  span,
  type Touchable,
  wrapped,
} from './picture.ts'
import { pinBody } from './pin-view.ts'
import { questionBody } from './question-view.ts'
import { type TechnicianFacts, technicianBody } from './technician-view.ts'
import type { Shown, Turn } from './turn.ts'

/** Why a device asks nothing. */
export type Unready = keyof Omit<KioskTexts['unready'], 'title'>

/** All that a picture is made of. */
export type Scene = {
  turn: Turn
  configuration: Configuration | null
  unready: Unready
  /** Whether the hall is closed now (`isHallClosed`). */
  isClosed: boolean
  /** Needed on the technician's screen only. */
  facts: TechnicianFacts | null
  size: Size
}

/** What a part of the screen shows between the head and the foot, which are in the same place on all of them. */
export type Body = { rows: Row[]; zones: Touchable[] }

/** What a body is drawn by. */
export type Frame = { texts: KioskTexts; lang: Lang; columns: number; rows: number }

const TEXTS: Record<Lang, KioskTexts> = { bg, en }
const HEAD_ROWS = 3
/** Where a finger says what the key `0` says. */
const CORNER_COLUMNS = 12
const FOOT_ROWS = 2
const SMALLEST: Size = { columns: 40, rows: 14 }

/** The whole screen of this moment; of a terminal smaller than any is made for, as much as it holds. The same scene is the same picture. */
export function pictureOf(scene: Scene): Picture {
  const { columns, rows } = scene.size
  const size = { columns: Math.max(columns, SMALLEST.columns), rows: Math.max(rows, SMALLEST.rows) }
  const whole = wholeOf({ ...scene, size })
  return {
    rows: whole.rows.slice(0, rows).map(row => cropped(row, columns)),
    zones: whole.zones
      .map(one => ({
        ...one,
        right: Math.min(one.right, columns - 1),
        bottom: Math.min(one.bottom, rows - 1),
      }))
      .filter(one => one.top <= one.bottom && one.left <= one.right),
  }
}

function wholeOf(scene: Scene): Picture {
  const { turn, size } = scene
  const texts = TEXTS[turn.lang]
  const head = headOf(scene, texts)
  const rows = size.rows - HEAD_ROWS - FOOT_ROWS
  const body = bodyOf(scene, { texts, lang: turn.lang, columns: size.columns, rows })
  const middle = Array.from({ length: rows }, (_, index): Row => body.rows[index] ?? [])
  const zones = body.zones
    .filter(one => one.top < rows)
    .map(one => ({ ...one, top: one.top + HEAD_ROWS, bottom: Math.min(one.bottom, rows - 1) + HEAD_ROWS }))
  return { rows: [...head.rows, ...middle, ...footOf(scene, texts)], zones: [...head.zones, ...zones] }
}

const HAS_LANGUAGE: Record<Shown['at'], boolean> = {
  question: true,
  keeping: true,
  follow_up: true,
  thanks: true,
  sorry: true,
  unready: false,
  pin: false,
  technician: false,
}

function headOf({ turn, configuration, size }: Scene, texts: KioskTexts): Body {
  const button = HAS_LANGUAGE[turn.shown.at] && configuration ? ` *  ${texts.otherLanguage} ` : null
  const width = (button?.length ?? -2) + 2
  const whose = configuration
    ? [configuration.town, configuration.hall].map(one => plainly(one[turn.lang])).filter(one => one !== '')
    : []
  const left = [span(shortened(whose.join(' │ '), Math.max(0, size.columns - width - 4)), 'quiet')]
  const corner: Touchable[] =
    turn.shown.at === 'question' || turn.shown.at === 'unready'
      ? [
          {
            zone: { what: 'digit', digit: 0 },
            left: 0,
            top: 0,
            right: CORNER_COLUMNS - 1,
            bottom: HEAD_ROWS - 1,
          },
        ]
      : []
  if (button === null) return { rows: [[], [span(' '), ...left], []], zones: corner }
  const line = '─'.repeat(button.length)
  const boxed = (text: string) => [span(text, 'quiet'), span(' ')]
  return {
    rows: [
      apart([], boxed(`┌${line}┐`), size.columns),
      apart([span(' '), ...left], boxed(`│${button}│`), size.columns),
      apart([], boxed(`└${line}┘`), size.columns),
    ],
    zones: [
      ...corner,
      {
        zone: { what: 'language' },
        left: Math.max(0, size.columns - width - 3),
        top: 0,
        right: size.columns - 1,
        bottom: HEAD_ROWS - 1,
      },
    ],
  }
}

/** The same two rows on every screen: what may be pressed, and that the hall is closed. */
function footOf({ turn, configuration, isClosed, size }: Scene, texts: KioskTexts): Row[] {
  const { at } = turn.shown
  const said = (text: string): Row =>
    centred([span(shortened(text, size.columns - 2), 'quiet')], size.columns)
  const asks = at === 'question' || at === 'keeping'
  const hint =
    asks && configuration ? texts.pressOne(configuration.faces) : at === 'follow_up' ? texts.answerOne : ''
  return [said(hint), said(isClosed && asks && configuration ? texts.closed : '')]
}

function bodyOf(scene: Scene, frame: Frame): Body {
  const { turn, configuration, unready, facts } = scene
  const { texts } = frame
  const { shown } = turn
  switch (shown.at) {
    case 'question':
    case 'keeping':
      return configuration ? questionBody(configuration, frame) : unreadyBody(unready, frame)
    case 'follow_up':
      return followUpBody(shown.asked, frame)
    case 'thanks': {
      const said = configuration?.thanks?.[turn.lang] || texts.thanks
      return messageBody({ title: said, tone: 'good', lines: [texts.kept, texts.next] }, frame)
    }
    case 'sorry':
      return messageBody({ title: texts.sorry, tone: 'alarm', lines: [texts.notKept] }, frame)
    case 'unready':
      return unreadyBody(unready, frame)
    case 'pin':
      return pinBody(shown, configuration, frame)
    case 'technician':
      return technicianBody(shown, configuration, facts, frame)
  }
}

const unreadyBody = (why: Unready, frame: Frame): Body =>
  messageBody({ title: frame.texts.unready.title, tone: 'middle', lines: [frame.texts.unready[why]] }, frame)

type Message = { title: string; tone: 'good' | 'alarm' | 'middle'; lines: string[] }

/** Large letters leave the words below them in sight: one line of them, or two on a tall screen. */
const largeRows = (rows: number): number => (rows < 25 ? 5 : 11)

/** A few words in a double frame in the middle of the screen, and what follows from them below it. */
function messageBody({ title, tone, lines }: Message, { columns, rows }: Frame): Body {
  const room = columns - 12
  const inside = largeLines(title, room, largeRows(rows)) ?? wrapped(title, Math.max(8, Math.min(60, room)))
  const width = Math.max(...inside.map(one => one.length)) + 8
  const line = '═'.repeat(width)
  const empty = `║${' '.repeat(width)}║`
  const framed: Row[] = [
    [span(`╔${line}╗`, tone)],
    [span(empty, tone)],
    ...inside.map(one => {
      const left = Math.floor((width - one.length) / 2)
      return [
        span(`║${' '.repeat(left)}`, tone),
        span(one, 'strong'),
        span(`${' '.repeat(width - left - one.length)}║`, tone),
      ]
    }),
    [span(empty, tone)],
    [span(`╚${line}╝`, tone)],
  ]
  const below = lines.flatMap(one => [
    [],
    ...wrapped(one, Math.min(64, columns - 8)).map(part => [span(part)]),
  ])
  const all = [...framed, ...below].map(row => (row.length === 0 ? row : centred(row, columns)))
  const above = Math.max(0, Math.floor((rows - all.length) / 2))
  return { rows: [...Array.from({ length: above }, (): Row => []), ...all], zones: [] }
}
