import type { Configuration } from '../../web/contract.ts'
import { centred, type Row, span, type Touchable, wrapped } from './picture.ts'
import type { Shown, Zone } from './turn.ts'
import type { Body, Frame } from './view.ts'

const KEYS: readonly (readonly { face: string; zone: Zone }[])[] = [
  ...[1, 4, 7].map(first => [first, first + 1, first + 2].map(digitKey)),
  [{ face: '←', zone: { what: 'erase' } }, digitKey(0), { face: 'OK', zone: { what: 'enter' } }],
]
const KEY = { columns: 9, rows: 3 } as const

function digitKey(digit: number): { face: string; zone: Zone } {
  return { face: String(digit), zone: { what: 'digit', digit } }
}

/** Asks for the PIN, a block for each digit, with keys for a device that has none. */
export function pinBody(
  { typed, isWrong }: Shown & { at: 'pin' },
  configuration: Configuration | null,
  { texts, columns, rows }: Frame,
): Body {
  const { pin } = texts
  const trouble = configuration?.pin === null ? pin.none : isWrong ? pin.wrong : ''
  const lines: Row[] = [
    [span(pin.title, 'strong')],
    [trouble && typed === '' ? span(trouble, 'alarm') : span('█ '.repeat(typed.length).trim(), 'strong')],
    [],
  ]
  const hint = wrapped(pin.hint, Math.min(72, columns - 4)).map((line): Row => [span(line, 'quiet')])
  const keys = rows >= lines.length + keysHeight + 1 + hint.length ? keyRows() : []
  const all = [...lines, ...keys, [], ...hint].map(row => centred(row, columns))
  const above = Math.max(0, Math.floor((rows - all.length) / 2))
  return {
    rows: [...Array.from({ length: above }, (): Row => []), ...all],
    zones: keys.length > 0 ? keyZones(above + lines.length, columns) : [],
  }
}

const keysHeight = KEYS.length * KEY.rows

const keyRows = (): Row[] =>
  KEYS.flatMap(keys => {
    const line = '─'.repeat(KEY.columns - 2)
    const middle = keys.map(({ face }) => `│${face.padStart(4).padEnd(KEY.columns - 2)}│`)
    return [keys.map(() => `┌${line}┐`), middle, keys.map(() => `└${line}┘`)].map(
      (row): Row => [span(row.join(' '))],
    )
  })

function keyZones(top: number, columns: number): Touchable[] {
  const width = KEY.columns * 3 + 2
  const left = Math.floor((columns - width) / 2)
  return KEYS.flatMap((keys, y) =>
    keys.map(({ zone }, x) => ({
      zone,
      left: left + x * (KEY.columns + 1),
      right: left + x * (KEY.columns + 1) + KEY.columns - 1,
      top: top + y * KEY.rows,
      bottom: top + y * KEY.rows + KEY.rows - 1,
    })),
  )
}
