import { findParties } from '../office/parties/find-parties.ts'
import type { PartyRow } from '../office/parties/lookup.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { type Identifier, looksLikeIdentifier, readIdentifier } from '../rules/identifiers.ts'
import { foldName } from '../rules/parties.ts'
import { refusal } from '../rules/refusal.ts'

const MOST_NEAR = 8

/** Who is meant by an id, a ЕГН, ЛНЧ or ЕИК, or a name that only one has; refuses nobody, and several with who they are. */
export async function partyMeant(session: Session, text: string): Promise<PartyRow> {
  if (looksLikeIdentifier(text)) throw refusal('identifier.wrong', { text })
  const found = await findParties(session.ctx(), { text })
  const called = found.filter(party => foldName(party.name) === foldName(text))
  const [only, ...others] = called.length > 0 ? called : found
  if (!only) throw refusal('party.unknown', { text })
  if (others.length === 0 || readIdentifier(text)) return only
  throw refusal('party.ambiguous', { text, near: [only, ...others].slice(0, MOST_NEAR).map(say) })
}

/** A number as typed after an option; refuses one that is none, and reads nothing typed as nobody's. */
export function identifierTyped(text: string | undefined): Identifier | null {
  if (text === undefined || text.trim() === '') return null
  const read = readIdentifier(text)
  if (!read) throw refusal('identifier.wrong', { text })
  return read
}

const say = ({ id, name, identifier, identifierMasked, address }: PartyRow): string =>
  [name, identifier ?? identifierMasked ?? id, address].filter(Boolean).join(', ')
