import { LANGUAGES } from '../../rules/languages.ts'
import { asked } from './large-text.ts'
import { centred, type Row, shortened, span, type Touchable } from './picture.ts'
import type { FollowUp, Zone } from './turn.ts'
import type { Body, Frame } from './view.ts'

const SKIP_ROWS = 3

/** The second question, its answers one under another as tall as there is room, and the way past it in the same place always. */
export function followUpBody({ question, reasons }: FollowUp, frame: Frame): Body {
  const { columns, rows, lang, texts } = frame
  const title = asked(question, lang, columns, rows - reasons.length * 3 - SKIP_ROWS - 2)
  const room = rows - title.length - 2 - SKIP_ROWS
  const each = Math.max(1, Math.min(4, Math.floor(room / reasons.length)))
  const wide = Math.max(30, ...reasons.flatMap(one => LANGUAGES.map(each => one[each].length))) + 8
  const width = Math.min(columns - 4, Math.max(wide, Math.floor(columns / 2)))
  const answers = reasons.map((one, index) => button(index + 1, one[lang], width, each))
  const free = Math.max(0, room - each * reasons.length)
  const above = Math.floor(free / 2)
  const top = above + title.length + 1
  const left = Math.floor((columns - width) / 2)
  const blank = (count: number) => Array.from({ length: count }, (): Row => [])
  const before = [...blank(above), ...title, [], ...answers.flat().map(row => centred(row, columns))]
  const skipTop = Math.max(before.length, rows - SKIP_ROWS)
  const zone = (what: Zone, from: number, height: number): Touchable => ({
    zone: what,
    left: Math.max(0, left - 2),
    right: left + width + 1,
    top: from,
    bottom: from + height - 1,
  })
  return {
    rows: [
      ...before,
      ...blank(skipTop - before.length),
      ...button(0, texts.skip, width, SKIP_ROWS).map(row => centred(row, columns)),
    ],
    zones: [
      ...reasons.map((one, index) => zone({ what: 'reason', code: one.code }, top + index * each, each)),
      zone({ what: 'skip' }, skipTop, SKIP_ROWS),
    ],
  }
}

/** A digit and its words in so many rows: framed from three on, a blank row after it from four. */
export function button(digit: number, text: string, width: number, rows: number): Row[] {
  const line = '─'.repeat(width - 2)
  const words = shortened(text, width - 8).padEnd(width - 8)
  const side = rows < 3 ? ' ' : '│'
  const middle: Row = [span(`${side} `), span(` ${digit} `, 'key'), span(` ${words} `), span(side)]
  if (rows < 3) return [middle, ...Array.from({ length: rows - 1 }, (): Row => [])]
  const framed: Row[] = [[span(`┌${line}┐`)], middle, [span(`└${line}┘`)]]
  return rows > 3 ? [...framed, []] : framed
}
