import { randomUUIDv7 } from 'node:crypto'
import type { DocumentRegistered, RegisterDocument } from '../../office/documents/register-document.ts'
import { registerDocument } from '../../office/documents/register-document.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { TestTown } from './town.ts'

/** The id of a kind of document by its code. */
export async function kindOf(town: TestTown, code = 'letter'): Promise<string> {
  const [row] = await town.sql<{ id: string }[]>`select id from document_kinds where code = ${code}`
  if (!row) throw new Error(`no kind ${code}`)
  return row.id
}

/** Somebody of the register, new. */
export async function somebody(clerk: Session, name = 'Асен Кехайов'): Promise<string> {
  const id = randomUUIDv7()
  await registerParty(clerk.ctx(), {
    id,
    kind: 'person',
    identifier: null,
    name,
    ekatte: null,
    address: null,
    phone: null,
    email: null,
    another: true,
  })
  return id
}

/** An incoming letter of somebody, with whatever is told otherwise. */
export async function letter(
  town: TestTown,
  clerk: Session,
  other: Partial<RegisterDocument> = {},
): Promise<RegisterDocument> {
  return {
    documentId: randomUUIDv7(),
    direction: 'incoming',
    kindId: await kindOf(town),
    channel: 'desk',
    subject: 'Издаване на скица за имот в Райково',
    parties: other.parties ?? [{ partyId: await somebody(clerk), role: 'sender' }],
    ...other,
  }
}

export const register = async (
  town: TestTown,
  clerk: Session,
  other: Partial<RegisterDocument> = {},
): Promise<DocumentRegistered> => registerDocument(clerk.ctx(), await letter(town, clerk, other))
