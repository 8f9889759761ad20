import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { calendarOf } from '../../office/calendar/lookup.ts'
import { cardsInForce } from '../../office/cards/lookup.ts'
import { attachFile } from '../../office/documents/attach-file.ts'
import { findDocuments } from '../../office/documents/find-documents.ts'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import { registerDocument } from '../../office/documents/register-document.ts'
import { seeEntryDesk } from '../../office/documents/see-entry-desk.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { type RequestRegistered, registerRequest } from '../../office/requests/register-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import { whyNotFile } from '../../rules/files.ts'
import { looksLikeIdentifier } from '../../rules/identifiers.ts'
import type { Lang } from '../../rules/languages.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { type Change, change, type HostApi, type Outcome } from '../screen.ts'
import { steppedField } from './entry-fields.ts'
import { MOST_LISTED } from './entry-people.ts'
import { documentOf, requestOf, withRefused, withRegistered, withSent } from './entry-sending.ts'
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
import { isFound, isTooShort } from './entry-typing.ts'

/** Loads what one chooses from. */
export async function lookAround(desk: AtDesk): Promise<Outcome<RegistryState>> {
  const ctx = desk.session.ctx()
  const [entry, services, calendar] = await Promise.all([
    seeEntryDesk(ctx),
    listServices(ctx),
    calendarOf(ctx.db),
  ])
  return change(s => withAround(s, { ...entry, services, calendar }))
}

/** In the background, once typing rests: who or what the line means, and what the service needs. Null where there is nothing to be asked. */
export async function seek(s: RegistryState, desk: AtDesk): Promise<Change<RegistryState> | null> {
  const serviceId = unknownCard(s)
  const [card, found] = await Promise.all([
    serviceId === null ? null : loadCard(serviceId, desk),
    seekTyped(s, desk),
  ])
  if (!card || !found) return card ?? found
  return now => found(card(now))
}

async function seekTyped(s: RegistryState, desk: AtDesk): Promise<Change<RegistryState> | null> {
  const text = lineOf(s.form).value.trim()
  const { field } = s.form
  if (isTooShort(field, text) || s.finding?.text === text || looksLikeIdentifier(text)) return null
  const found =
    (some: Partial<Finding>): Change<RegistryState> =>
    now =>
      now.form.field === field && lineOf(now.form).value.trim() === text
        ? { ...now, finding: { text, people: [], documents: [], ...some }, pick: 0 }
        : now
  if (field === 'who' || field === 'representative')
    return found({ people: await findParties(desk.session.ctx(), { text, limit: MOST_LISTED }) })
  return field === 'answers' ? found({ documents: await documentsFor(text, desk) }) : null
}

/** The service whose card is still to be looked up. */
const unknownCard = ({ form, cards }: RegistryState): string | null =>
  form.chosen.service !== null && !cards.has(form.chosen.service) ? form.chosen.service : null

async function loadCard(serviceId: string, desk: AtDesk): Promise<Change<RegistryState>> {
  const found = await cardsInForce(desk.session.ctx().db, [serviceId])
  const card = found.get(serviceId)?.card ?? null
  return now => ({ ...now, cards: new Map([...now.cards, [serviceId, card]]) })
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
    return await registerForm(s, form, desk)
  } catch (error) {
    if (!desk.door.isConnectionFault(error)) host.change(now => withRefused(now, form))
    throw error
  }
}

async function registerForm(s: RegistryState, form: Form, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const ctx = desk.session.ctx()
  const { registry: texts } = desk.door.texts.screens
  const told =
    form.variant === 'request'
      ? requestTold(
          await registerRequest(ctx, requestOf(await withCard({ ...s, form }, desk), form, ctx.now)),
          ctx.lang,
        )
      : {
          ...(await registerDocument(ctx, documentOf(form, ctx.now))),
          subject: form.lines.subject.value,
          request: null,
        }
  const unfiled = await attachAll(form, desk)
  const registered = { ...told, variant: form.variant, people: form.people }
  const said = change<RegistryState>(now => withRegistered(now, form, registered), texts.told(told.number))
  if (!unfiled) return said
  return { ...said, notice: { tone: 'refused', text: `${texts.told(told.number)} ${unfiled}` } }
}

/** What was not said to be brought is missing: for that its card must be known. */
async function withCard(s: RegistryState, desk: AtDesk): Promise<RegistryState> {
  const serviceId = unknownCard(s)
  return serviceId === null ? s : (await loadCard(serviceId, desk))(s)
}

/** A request as the screen tells of it, like any other document. */
function requestTold(request: RequestRegistered, lang: Lang) {
  const { requestId, printJobId, service, due, bill, missing, ...told } = request
  return {
    ...told,
    documentId: requestId,
    subject: service.name[lang],
    printJobs: printJobId ? [{ kind: 'slip' as const, id: printJobId }] : [],
    request: { due, bill, missing },
  }
}

/** The document has its number whatever becomes of its files: what could not be attached is told, in a sentence. */
async function attachAll(form: Form, desk: AtDesk): Promise<string> {
  const problems: string[] = []
  for (const { path } of form.files) {
    try {
      await attachFile(desk.session.ctx(), { documentId: form.id, path, role: 'scan' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(desk.door.describeRefusal(error))
    }
  }
  return problems.join(' ')
}
