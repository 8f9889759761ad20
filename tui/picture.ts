import type { Key } from './keys.ts'
import type { Layer } from './layers.ts'
import type { KeyLine, Notice, Screen, Size } from './screen.ts'

export type Line = KeyLine<unknown, unknown>
export type PictureLine = { key: string; label: string; isRefused: boolean }

/** All that is on the screen at one moment. */
export type Picture = {
  layer: number
  screen: Screen<unknown, unknown>
  state: unknown
  title: string
  lines: PictureLine[]
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

/** The line that a key belongs to; a run of text belongs to the line of its first character. */
export function lineFor(face: Face, key: Key): Line | undefined {
  const name = key.kind === 'text' ? key.text[0] : key.name
  return face.lines.find(line => line.key === name)
}

/** Enter, Esc and F-keys always are commands; other keys where the screen names them. */
export function isCommand(face: Face, key: Key): boolean {
  if (lineFor(face, key)) return true
  return key.kind === 'key' && (key.name === 'enter' || key.name === 'esc' || /^f\d/.test(key.name))
}

export const LEAST: Size = { columns: 80, rows: 24 }
export const isTooSmall = (size: Size): boolean => size.columns < LEAST.columns || size.rows < LEAST.rows

/** The lines of the bar: F1 before them and Esc after them, where the host answers to these. */
export function linesShown(
  face: Face,
  isFirst: boolean,
  texts: { help: string; back: string },
): PictureLine[] {
  const declared = new Set(face.lines.map(line => line.key))
  const own = face.lines
    .filter(line => !line.quiet)
    .map(line => ({ key: line.key, label: line.label, isRefused: Boolean(line.refusal) }))
  const help = face.layer.screen.help && !declared.has('f1')
  const back = !isFirst && !declared.has('esc')
  return [
    ...(help ? [{ key: 'f1', label: texts.help, isRefused: false }] : []),
    ...own,
    ...(back ? [{ key: 'esc', label: texts.back, isRefused: false }] : []),
  ]
}
