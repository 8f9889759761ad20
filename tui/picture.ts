import type { Key } from './keys.ts'
import type { Layer } from './layers.ts'
import type { KeyLine, Notice, Screen, Size } from './screen.ts'

export type Line = KeyLine<unknown, unknown>
/** A command in the bar; `usual` is what an F key is called where a screen does not name it, so that room is kept for both. */
export type PictureLine = { key: string; label: string; isRefused: boolean; usual?: string }

/** All that is on the screen at one moment. */
export type Picture = {
  layer: number
  screen: Screen<unknown, unknown>
  state: unknown
  title: string
  /** Enter, Esc and whatever else is no F key. */
  lines: PictureLine[]
  functionKeys: PictureLine[]
  notice: Notice | null
  isWorking: boolean
  help: string[] | null
  size: Size
}

/** What a screen says of itself in this state; asked once per state. */
export type Face = { layer: Layer; state: unknown; title: string; lines: Line[] }

export const faceOf = (layer: Layer): Face => ({
  layer,
  state: layer.state,
  title: layer.screen.title(layer.state),
  lines: layer.screen.keys(layer.state),
})

/** Nobody types more than that in one moment: a longer run comes from a scanner or a paste, and answers no menu. */
const MOST_AT_ONCE = 4

/** The line that a key belongs to; a short run of text belongs to the line of its first character. */
export function lineFor(face: Face, key: Key): Line | undefined {
  if (key.kind === 'text' && key.text.length > MOST_AT_ONCE) return undefined
  const name = key.kind === 'text' ? key.text[0] : key.name
  return face.lines.find(line => line.key === name)
}

/** Enter, Esc and F-keys always are commands; other keys where the screen names them. */
export function isCommand(face: Face, key: Key): boolean {
  if (lineFor(face, key)) return true
  return key.kind === 'key' && (key.name === 'enter' || key.name === 'esc' || isFunctionKey(key.name))
}

export const LEAST: Size = { columns: 80, rows: 24 }
export const isTooSmall = (size: Size): boolean => size.columns < LEAST.columns || size.rows < LEAST.rows

/** The commands that are no F keys, as the screen names them; Esc after them, where the host answers to it. */
export function linesShown(face: Face, isFirst: boolean, back: string): PictureLine[] {
  const own = face.lines
    .filter(line => !line.quiet && !isFunctionKey(line.key))
    .map(line => ({ key: line.key, label: line.label, isRefused: Boolean(line.refusal) }))
  const goesBack = !isFirst && !face.lines.some(line => line.key === 'esc')
  return [...own, ...(goesBack ? [{ key: 'esc', label: back, isRefused: false }] : [])]
}

export const isFunctionKey = (key: string): boolean => /^f\d/.test(key)
