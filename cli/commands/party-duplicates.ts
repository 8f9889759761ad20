import { type DuplicatePair, findDuplicates } from '../../office/parties/find-duplicates.ts'
import type { Party } from '../../office/parties/lookup.ts'
import { DUPLICATE_FROM } from '../../rules/duplicates.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { partyMeant } from '../parties.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'

export const partyDuplicatesCommands = () => [
  declare('parties duplicates', (given, door) =>
    withSession(door, 'parties.merge', async session => {
      const who = given.optionalArg('who')
      const party = who === undefined ? null : await partyMeant(session, who)
      tell(
        await findDuplicates(session.ctx(), {
          ...(party ? { partyId: party.id } : {}),
          least: readNumber(given.text('least'), DUPLICATE_FROM, 0, 100, '--least', door),
          limit: readNumber(given.text('limit'), 100, 1, 500, '--limit', door),
        }),
        door,
      )
    }),
  ),
]

function tell(pairs: readonly DuplicatePair[], door: Door): void {
  const { likeness: words } = door.texts
  const text = pairs.map(({ one, other, likeness }) =>
    [
      `${String(likeness.score).padStart(3)}  ${lineOf(one)}`,
      `     ${lineOf(other)}`,
      `     ${likeness.reasons.map(reason => words[reason]).join(', ')}`,
    ].join('\n'),
  )
  answer(
    door,
    pairs.map(({ one, other, likeness }) => ({ ...likeness, one: shortOf(one), other: shortOf(other) })),
    text.join('\n\n') || door.words.parties.noDuplicates,
  )
}

const lineOf = ({ name, identifier, address, phone, email }: Party): string =>
  [name, identifier, address, phone, email].filter(Boolean).join(', ')

const shortOf = ({ id, name, kind, identifier, address, phone, email }: Party) => ({
  id,
  name,
  kind,
  identifier,
  address,
  phone,
  email,
})
