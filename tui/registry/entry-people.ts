import { findParties } from '../../office/parties/find-parties.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import { looksLikeIdentifier, maskIdentifier, readIdentifier } from '../../rules/identifiers.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { partyAtOpening, partyScreen } from '../parties/party-screen.tsx'
import { change, type Outcome, push } from '../screen.ts'
import { steppedField } from './entry-fields.ts'
import {
  type Form,
  lineOf,
  movedTo,
  type Person,
  type RegistryState,
  withForm,
  withLine,
} from './entry-state.ts'
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

/** The register was asked, and knows nobody so called: Enter writes them down. */
export const isUnknown = (s: RegistryState): boolean => isFound(s) && s.finding?.people.length === 0

export const personOf = ({ id, name, identifierMasked }: PartyRow): Person => ({ id, name, identifierMasked })

/** Somebody is in the form, once; the cursor goes on. A request has one applicant and one who brings it. */
export function withPerson(s: RegistryState, person: Person): RegistryState {
  const { form } = s
  const { field } = form
  if (field !== 'who' && field !== 'representative') return s
  const taken = withLine(
    field === 'who' ? withWho(form, person) : { ...form, representative: person },
    field,
    entryLine(),
  )
  return movedTo(withForm({ ...s, finding: null }, taken), steppedField(form.variant, field, 1))
}

function withWho(form: Form, person: Person): Form {
  if (form.variant === 'request') return { ...form, people: [person] }
  return form.people.some(one => one.id === person.id) ? form : { ...form, people: [...form.people, person] }
}

/** The people of the document before, once more. */
export function withPeopleAgain(s: RegistryState): RegistryState {
  const { form } = s
  const people = s.lastPeople.reduce((filled, person) => withWho(filled, person), form).people
  const taken = withForm({ ...s, finding: null }, withLine({ ...form, people }, 'who', entryLine()))
  return form.field === 'who' ? movedTo(taken, steppedField(form.variant, 'who', 1)) : taken
}
