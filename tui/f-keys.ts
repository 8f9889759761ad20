import { FUNCTION_KEYS, type FunctionKey } from './keys.ts'
import type { Face, PictureLine } from './picture.ts'

/** What each F key is usually called. */
export type UsualKeys = Record<FunctionKey, string>

/**
 * The F keys mean the same on every screen of somebody (locales, frame.functionKeys, frame.registryKeys): a screen declares those that it has and may name
 * them more exactly, the others are shown as off. Only a bare screen, where nobody works yet, shows none but its own.
 */
export function functionKeysShown(face: Face, usualKeys: UsualKeys): PictureLine[] {
  const lines = new Map(face.lines.map(line => [line.key, line]))
  const shown = FUNCTION_KEYS.map(key => {
    const line = lines.get(key)
    const usual = usualKeys[key]
    if (line) return { key, label: line.label, usual, isRefused: Boolean(line.refusal), isHere: true }
    const isHere = key === 'f1' && face.layer.screen.help !== undefined
    return { key, label: usual, usual, isRefused: !isHere, isHere }
  })
  return shown.filter(({ isHere }) => isHere || !face.layer.screen.isBare)
}
