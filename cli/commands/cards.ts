import { importCard } from '../../office/cards/import-card.ts'
import { type ListedCard, listCards } from '../../office/cards/list-cards.ts'
import { knownShipped } from '../../office/cards/shipped-cards.ts'
import { showCard } from '../../office/cards/show-card.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { dayOf, showDay } from '../../rules/dates.ts'
import { answerCard } from '../card-shown.ts'
import { cardsIn, drawn, textIn } from '../cards.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const cardsCommands = () => [
  declare('cards list', (given, door) =>
    withSession(door, 'cards.see', async session =>
      list(await listCards(session.ctx()), door, given.has('csv')),
    ),
  ),
  declare('cards show', (given, door) => {
    const version = versionAsked(given.optionalArg('version'), door)
    return withSession(door, 'cards.see', async session =>
      answerCard(await showCard(session.ctx(), given.arg('code'), version), door),
    )
  }),
  declare('cards check', async (given, door) => {
    const cards = cardsIn(given.args('files'), knownShipped(today()))
    answer(
      door,
      cards.map(({ file, card }) => ({ file, service: card.service, phases: card.phases.length })),
      cards.map(({ file, card }) => door.words.cardIsRight(file, card.service, card.name)).join('\n'),
    )
  }),
  declare('cards import', (given, door) =>
    withSession(door, 'cards.set', session => takeOver(session, given, door)),
  ),
  declare('cards draw', (given, door) => draw(given, door)),
]

function versionAsked(text: string | undefined, door: Door): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new WrongUsage(door.lang, usage => usage.notOneOf('version', text, ['1', '2', '…']))
  return Number(text)
}

/** Each card in a transaction of its own: one that will not do does not take the others along. */
async function takeOver(session: Session, given: Given<'cards import'>, door: Door): Promise<void> {
  const files = given.args('files').map(file => ({ name: file, text: textIn(file) }))
  const dryRun = given.has('dry-run')
  const done = []
  for (const file of files) done.push(await importCard(session.ctx(), { ...file, dryRun }))
  answer(
    door,
    done.map(({ service, version, isNew }) => ({ service, version, new: isNew, dry_run: dryRun })),
    done
      .map(({ service, version, isNew }) => door.words.cardImported(service, version, isNew, dryRun))
      .join('\n'),
  )
}

async function draw(given: Given<'cards draw'>, door: Door): Promise<void> {
  const [code, file] = [given.optionalArg('code'), given.text('file')]
  if ((code === undefined) === (file === undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('<code>', '--file'))
  if (code !== undefined)
    return withSession(door, 'cards.see', async session => {
      const { card, units } = await showCard(session.ctx(), code)
      say(drawn(door, card, units), card.service, door)
    })
  const known = knownShipped(today())
  for (const { card } of cardsIn([file ?? ''], known))
    say(drawn(door, card, known.unitNames), card.service, door)
}

const say = (mermaid: string, service: string, door: Door): void =>
  answer(door, { service, mermaid }, mermaid.trimEnd())

const today = () => dayOf(Temporal.Now.instant())

function list(cards: readonly ListedCard[], door: Door, csv: boolean): void {
  const { columns } = door.words.cards
  answerTable(
    door,
    {
      name: 'cards',
      title: '',
      subtitle: [],
      columns: [
        { key: 'code', title: columns.code, kind: 'text' },
        { key: 'name', title: columns.service, kind: 'text' },
        { key: 'version', title: columns.version, kind: 'count' },
        { key: 'phases', title: columns.phases, kind: 'count' },
        { key: 'from', title: columns.from, kind: 'text' },
      ],
      rows: cards.map(({ code, name, version, phases, importedAt }) => ({
        code,
        name: name[door.lang],
        version,
        phases,
        from: door.options.json || csv ? dayOf(importedAt).toString() : showDay(dayOf(importedAt), door.lang),
      })),
      totals: null,
    },
    csv,
  )
}
