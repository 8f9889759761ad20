import type { TextProps } from 'ink'

/** What a colour means. Each meaning also has a weight, a sign or a place: nothing is said by colour alone. */
export type Tone = 'plain' | 'title' | 'accent' | 'amount' | 'good' | 'warning' | 'danger' | 'dim' | 'chosen'

const COLOURED: Record<Tone, TextProps> = {
  plain: {},
  title: { bold: true },
  accent: { color: 'cyan', bold: true },
  amount: { bold: true },
  good: { color: 'green' },
  warning: { color: 'yellow', bold: true },
  danger: { color: 'red', bold: true },
  dim: { dimColor: true },
  chosen: { inverse: true },
}

/** How text of this meaning is drawn. With NO_COLOR set (no-color.org) weights and inversion stay, colours go. */
export function toneProps(tone: Tone, noColour = Boolean(process.env['NO_COLOR'])): TextProps {
  const { color, ...weights } = COLOURED[tone]
  return noColour || color === undefined ? weights : { color, ...weights }
}
