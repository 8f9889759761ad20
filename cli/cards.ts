import { readFileSync } from 'node:fs'
import { cardInText } from '../office/cards/card-text.ts'
import { type Card, type InternalTerm, MOVING_UNITS } from '../rules/cards/card.ts'
import { type Known, readCard } from '../rules/cards/check-card.ts'
import { drawCard } from '../rules/cards/draw-card.ts'
import { refusal } from '../rules/refusal.ts'
import type { WrongCard } from '../rules/refusals/cards.ts'
import type { Door } from './door.ts'

/** The text of a card's file; refuses one that cannot be read. */
export function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw refusal('card.no_file', { file })
  }
}

/** The cards in these files; refuses where one will not do, all that is wrong with all of them named. */
export function cardsIn(files: readonly string[], known: Known): { file: string; card: Card }[] {
  const wrong: WrongCard[] = []
  const cards = files.flatMap(file => {
    const read = readCard(cardInText(textIn(file), file), known)
    if ('card' in read) return [{ file, card: read.card }]
    wrong.push({ card: file, problems: read.problems })
    return []
  })
  if (wrong.length > 0) throw refusal('card.wrong', { cards: wrong })
  return cards
}

/** The name of a unit that a card may name; its code where nobody knows it. */
export function unitNamed(door: Door, names: ReadonlyMap<string, { bg: string; en: string }>) {
  return (code: string): string => {
    const moving = MOVING_UNITS.find(unit => unit === code)
    return moving ? door.words.cards.moving[moving] : (names.get(code)?.[door.lang] ?? code)
  }
}

export const showInternalTerm = (door: Door, { amount, unit }: InternalTerm): string =>
  amount === 0 ? door.words.cards.sameDay : door.words.cards.term(amount, unit)

/** The flowchart in the language of the door. */
export function drawn(
  door: Door,
  card: Card,
  names: ReadonlyMap<string, { bg: string; en: string }>,
): string {
  const { request, ends, head, waits } = door.words.cards
  const term = (internal: InternalTerm) => showInternalTerm(door, internal)
  return drawCard(card, { request, ends, head, waits, term }, unitNamed(door, names))
}
