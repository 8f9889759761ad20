import { knownShipped } from '../../office/cards/shipped-cards.ts'
import { dayOf } from '../../rules/dates.ts'
import { cardsIn, drawn } from '../cards.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'

export const cardsCommands = () => [
  declare('cards check', async (given, door) => {
    const cards = cardsIn(given.args('files'), knownShipped(today()))
    answer(
      door,
      cards.map(({ file, card }) => ({ file, service: card.service, phases: card.phases.length })),
      cards.map(({ file, card }) => door.words.cardIsRight(file, card.service, card.name)).join('\n'),
    )
  }),
  declare('cards draw', async (given, door) => draw(given, door), { required: ['file'] }),
]

function draw(given: Given<'cards draw'>, door: Door): void {
  const known = knownShipped(today())
  const [read] = cardsIn([given.text('file') ?? ''], known)
  if (!read) return
  const mermaid = drawn(door, read.card, known.unitNames).trimEnd()
  answer(door, { service: read.card.service, mermaid }, mermaid)
}

const today = () => dayOf(Temporal.Now.instant())
