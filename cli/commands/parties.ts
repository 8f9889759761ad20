import { randomUUIDv7 } from 'node:crypto'
import { changeParty } from '../../office/parties/change-party.ts'
import { chooseSettlement } from '../../office/parties/choose-settlement.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import type { Party, PartyRow } from '../../office/parties/lookup.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { showParty } from '../../office/parties/show-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showMoment } from '../../rules/dates.ts'
import { looksLikeIdentifier } from '../../rules/identifiers.ts'
import { PARTY_KINDS } from '../../rules/parties.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { identifierTyped, partyMeant } from '../parties.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const partiesCommands = () => [
  declare('parties find', (given, door) =>
    withSession(door, 'parties.see', async session => {
      const text = given.arg('text')
      if (looksLikeIdentifier(text)) throw refusal('identifier.wrong', { text })
      const found = await findParties(session.ctx(), { text })
      if (found.length === 0) throw refusal('party.unknown', { text })
      list(found, door, given.has('csv'))
    }),
  ),
  declare('parties show', (given, door) =>
    withSession(door, 'parties.see', async session => {
      const { id } = await partyMeant(session, given.arg('who'))
      tell(await showParty(session.ctx(), { partyId: id }), door)
    }),
  ),
  declare(
    'parties add',
    (given, door) => withSession(door, 'parties.register', session => add(session, given, door)),
    { required: ['name'] },
  ),
  declare('parties change', (given, door) =>
    withSession(door, 'parties.register', session => change(session, given, door)),
  ),
]

function list(found: readonly PartyRow[], door: Door, csv: boolean): void {
  const { parties: words } = door.words
  const forPrograms = door.options.json || csv
  const column = (key: 'id' | 'name' | 'kind' | 'identifier' | 'address') => ({
    key,
    title: words[key],
    kind: 'text' as const,
  })
  answerTable(
    door,
    {
      name: 'parties',
      title: '',
      subtitle: [],
      columns: [
        ...(forPrograms ? [column('id')] : []),
        column('name'),
        column('kind'),
        column('identifier'),
        column('address'),
      ],
      rows: found.map(({ id, name, kind, identifier, identifierMasked, address }) => ({
        id,
        name,
        kind: forPrograms ? kind : words.kinds[kind],
        identifier: identifier ?? identifierMasked,
        address,
      })),
      totals: null,
    },
    csv,
  )
}

function tell(party: Party, door: Door): void {
  const { parties: words } = door.words
  const number = party.identifier ?? party.identifierMasked
  const lines: [string, string | null][] = [
    [words.name, party.name],
    [words.kind, words.kinds[party.kind]],
    [party.identifierKind ? words.identifiers[party.identifierKind] : words.identifier, number],
    [words.address, party.address],
    [words.phone, party.phone],
    [words.email, party.email],
    ...(party.mergedInto
      ? [
          [door.words.dossier.mergedInto, `${party.mergedInto.name} (${party.mergedInto.id})`] as [
            string,
            string,
          ],
        ]
      : []),
    [words.id, party.id],
    [words.changed, showMoment(party.changedAt, door.lang)],
  ]
  const width = Math.max(...lines.map(([label]) => label.length)) + 2
  answer(
    door,
    partyJson(party),
    lines.map(([label, text]) => `${`${label}:`.padEnd(width)}${text ?? '–'}`).join('\n'),
  )
}

const partyJson = ({ identifierKind, identifierMasked, changedAt, mergedInto, ...party }: Party) => ({
  ...party,
  identifier_kind: identifierKind,
  identifier_masked: identifierMasked,
  changed_at: changedAt.toString(),
  merged_into: mergedInto,
})

async function add(session: Session, given: Given<'parties add'>, door: Door): Promise<void> {
  const identifier = identifierTyped(given.text('identifier'))
  const settlement = given.text('settlement')
  const made = await registerParty(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    kind: kindTyped(given.text('kind'), door) ?? (identifier?.kind === 'eik' ? 'organisation' : 'person'),
    identifier,
    name: given.text('name') ?? '',
    ekatte: settlement ? (await chooseSettlement(session.ctx(), { text: settlement })).ekatte : null,
    address: given.text('address') ?? null,
    phone: given.text('phone') ?? null,
    email: given.text('email') ?? null,
    another: given.has('another'),
  })
  tell(await showParty(session.ctx(), { partyId: made.id }), door)
}

/** What is not given stays; an empty text takes away. */
async function change(session: Session, given: Given<'parties change'>, door: Door): Promise<void> {
  const { id } = await partyMeant(session, given.arg('who'))
  const party = await showParty(session.ctx(), { partyId: id })
  const settlement = given.text('settlement')
  const known =
    party.identifier && party.identifierKind ? { kind: party.identifierKind, digits: party.identifier } : null
  const changed = await changeParty(session.ctx(), {
    partyId: id,
    seen: party.changedAt,
    kind: kindTyped(given.text('kind'), door) ?? party.kind,
    identifier: given.has('identifier') ? identifierTyped(given.text('identifier')) : known,
    name: given.text('name') ?? party.name,
    ekatte:
      settlement === undefined
        ? party.ekatte
        : settlement && (await chooseSettlement(session.ctx(), { text: settlement })).ekatte,
    address: given.text('address') ?? party.street,
    phone: given.text('phone') ?? party.phone,
    email: given.text('email') ?? party.email,
  })
  tell(changed, door)
}

function kindTyped(text: string | undefined, door: Door) {
  if (text === undefined) return null
  const kind = PARTY_KINDS.find(known => known === text)
  if (!kind) throw new WrongUsage(door.lang, usage => usage.notOneOf('--kind', text, PARTY_KINDS))
  return kind
}
