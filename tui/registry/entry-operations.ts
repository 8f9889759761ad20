import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { findDocuments } from '../../office/documents/find-documents.ts'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import { registerDocument } from '../../office/documents/register-document.ts'
import { seeEntryDesk } from '../../office/documents/see-entry-desk.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { whyNotFile } from '../../rules/files.ts'
import { looksLikeIdentifier } from '../../rules/identifiers.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { type Change, change, type HostApi, type Outcome } from '../screen.ts'
import { steppedField } from './entry-fields.ts'
import { MOST_LISTED } from './entry-people.ts'
import { documentOf, withRefused, withRegistered, withSent } from './entry-sending.ts'
import {
  type Answered,
  type FileToAttach,
  type Finding,
  type Form,
  lineOf,
  movedTo,
  type RegistryState,
  withAround,
  withForm,
  withLine,
} from './entry-state.ts'
import { isFound } from './entry-typing.ts'

/** Loads what one chooses from. */
export async function lookAround(desk: AtDesk): Promise<Outcome<RegistryState>> {
  const around = await seeEntryDesk(desk.session.ctx())
  return change(s => withAround(s, around))
}

const LEAST_NAME = 2

/** In the background, once typing rests: who or what the line means. Null where there is nothing to be asked. */
export async function seek(s: RegistryState, desk: AtDesk): Promise<Change<RegistryState> | null> {
  const text = lineOf(s.form).value.trim()
  const { field } = s.form
  const least = field === 'answers' ? 1 : LEAST_NAME
  if (text.length < least || s.finding?.text === text || looksLikeIdentifier(text)) return null
  const ctx = desk.session.ctx()
  const found =
    (some: Partial<Finding>): Change<RegistryState> =>
    now =>
      now.form.field === field && lineOf(now.form).value.trim() === text
        ? { ...now, finding: { text, people: [], documents: [], ...some }, pick: 0 }
        : now
  if (field === 'who' || field === 'representative')
    return found({ people: await findParties(ctx, { text, limit: MOST_LISTED }) })
  return field === 'answers' ? found({ documents: await documentsFor(text, desk) }) : null
}

const documentsFor = async (text: string, desk: AtDesk): Promise<DocumentRow[]> =>
  (await findDocuments(desk.session.ctx(), { text, limit: MOST_LISTED })).rows

/** Enter on the number of a document: it is the one that is answered. */
export async function takeAnswered(s: RegistryState, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const text = lineOf(s.form).value.trim()
  const documents = isFound(s) ? (s.finding?.documents ?? []) : await documentsFor(text, desk)
  const picked = documents[isFound(s) ? s.pick : 0]
  if (!picked) throw refusal('document.unknown', { text })
  const { id, number, subject } = picked
  return change(now => withAnswered(now, { id, number, subject }))
}

function withAnswered(s: RegistryState, answers: Answered): RegistryState {
  const { form } = s
  const taken = withForm({ ...s, finding: null }, withLine({ ...form, answers }, 'answers', entryLine()))
  return movedTo(taken, steppedField(form.variant, 'answers', 1))
}

/** Enter on the path of a file: it will be attached; refuses what is not there, empty, too large or of no known type. */
export function takeFile(s: RegistryState): Outcome<RegistryState> {
  const path = resolve(lineOf(s.form).value.trim())
  const file: FileToAttach = { path, name: basename(path), bytes: sizeOf(path) }
  refuseIf(whyNotFile(file.name, file.bytes))
  return change(now =>
    withForm(now, withLine({ ...now.form, files: [...now.form.files, file] }, 'files', entryLine())),
  )
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw refusal('file.not_there', { path })
  if (!found.isFile()) throw refusal('file.unreadable', { path })
  return found.size
}

/**
 * Registers the form, or asks once more what became of the one that was sent. The next one can be typed at once; a refusal brings
 * this one back as it was.
 */
export async function register(
  s: RegistryState,
  host: HostApi<RegistryState>,
  desk: AtDesk,
): Promise<Outcome<RegistryState>> {
  const form = s.sent ?? s.form
  host.change(now => withSent(now, form))
  try {
    return await registerForm(form, desk)
  } catch (error) {
    if (!desk.door.isConnectionFault(error)) host.change(now => withRefused(now, form))
    throw error
  }
}

async function registerForm(form: Form, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const ctx = desk.session.ctx()
  const registered = await registerDocument(ctx, documentOf(form, ctx.now))
  const { registry: texts } = desk.door.texts.screens
  const told = {
    ...registered,
    variant: form.variant,
    subject: form.lines.subject.value,
    people: form.people,
  }
  return change(now => withRegistered(now, form, told), texts.told(registered.number))
}
