import type { ScreenTexts } from '../locales/bg/screens.ts'
import { FUNCTION_KEYS } from './keys.ts'
import type { Face, PictureLine } from './picture.ts'

/**
 * The F keys mean the same on every screen (locales, frame.functionKeys): a screen declares those that it has and may name
 * them more exactly, the others are shown as off. Only a bare screen, where nobody works yet, shows none but its own.
 */
export function functionKeysShown(face: Face, texts: ScreenTexts['frame']): PictureLine[] {
  const lines = new Map(face.lines.map(line => [line.key, line]))
  const shown = FUNCTION_KEYS.map(key => {
    const line = lines.get(key)
    const usual = texts.functionKeys[key]
    if (line) return { key, label: line.label, usual, isRefused: Boolean(line.refusal), isHere: true }
    const isHere = key === 'f1' && face.layer.screen.help !== undefined
    return { key, label: usual, usual, isRefused: !isHere, isHere }
  })
  return shown.filter(({ isHere }) => isHere || !face.layer.screen.isBare)
}
