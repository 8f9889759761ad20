import { findParties } from '../../office/parties/find-parties.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import { looksLikeIdentifier, maskIdentifier, readIdentifier } from '../../rules/identifiers.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { partyAtOpening, partyScreen } from '../parties/party-screen.tsx'
import { change, type Outcome, push } from '../screen.ts'
import { steppedField } from './entry-fields.ts'
import { lineOf, movedTo, type Person, type RegistryState, withForm, withLine } from './entry-state.ts'
import { isFound } from './entry-typing.ts'

export const MOST_LISTED = 20

/** Enter on somebody: the one chosen below, the only one there is, or a list to choose from; who is unknown is written down. */
export async function takePerson(s: RegistryState, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const text = lineOf(s.form).value.trim()
  if (looksLikeIdentifier(text)) throw refusal('identifier.wrong', { text })
  const isSeen = isFound(s)
  const people = isSeen
    ? (s.finding?.people ?? [])
    : await findParties(desk.session.ctx(), { text, limit: MOST_LISTED })
  const picked = isSeen ? people[s.pick] : people.length === 1 ? people[0] : undefined
  if (picked) return change(now => withPerson(now, personOf(picked)))
  if (people.length > 0) return change(now => ({ ...now, finding: { text, people, documents: [] }, pick: 0 }))
  const opened = partyAtOpening(null, text)
  const identifier = readIdentifier(text)
  return push(partyScreen(desk), opened, (now: RegistryState, name: string) =>
    withPerson(now, {
      id: opened.id,
      name,
      identifierMasked: identifier && maskIdentifier(identifier),
    }),
  )
}

export const personOf = ({ id, name, identifierMasked }: PartyRow): Person => ({ id, name, identifierMasked })

/** Somebody is in the form, once; the cursor goes on. */
export function withPerson(s: RegistryState, person: Person): RegistryState {
  const { form } = s
  if (form.field !== 'who') return s
  const people = form.people.some(one => one.id === person.id) ? form.people : [...form.people, person]
  const taken = withForm({ ...s, finding: null }, withLine({ ...form, people }, 'who', entryLine()))
  return movedTo(taken, steppedField(form.variant, 'who', 1))
}

/** The people of the document before, once more. */
export function withPeopleAgain(s: RegistryState): RegistryState {
  const { form } = s
  const added = s.lastPeople.filter(person => !form.people.some(one => one.id === person.id))
  const taken = withForm(
    { ...s, finding: null },
    withLine({ ...form, people: [...form.people, ...added] }, 'who', entryLine()),
  )
  return form.field === 'who' ? movedTo(taken, steppedField(form.variant, 'who', 1)) : taken
}
