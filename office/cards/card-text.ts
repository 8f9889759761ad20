import { LineCounter, parseDocument } from 'yaml'
import { refusal } from '../../rules/refusal.ts'

const MOST_KB = 256

/** What a card's file holds, as plain data; `card` names it in what is refused: no YAML, a key twice, far too large. */
export function cardInText(text: string, card: string): unknown {
  if (text.length > MOST_KB * 1024) throw refusal('card.too_large', { card, most: MOST_KB })
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, version: '1.2', stringKeys: true, logLevel: 'silent' })
  const [wrong] = document.errors
  if (wrong) {
    const { line, col } = lineCounter.linePos(wrong.pos[0])
    throw refusal('card.not_yaml', { card, line, column: col })
  }
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    // An alias of itself, or one that grows beyond all bounds.
    if (error instanceof ReferenceError || error instanceof RangeError)
      throw refusal('card.not_yaml', { card, line: 1, column: 1 })
    throw error
  }
}
