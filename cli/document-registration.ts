import { randomUUIDv7 } from 'node:crypto'
import { checkFile } from '../db/file-store.ts'
import { attachFile } from '../office/documents/attach-file.ts'
import { type DocumentRegistered, registerDocument } from '../office/documents/register-document.ts'
import { kindCalled, nomenclatureWithIndex } from '../office/registers/lookup.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { CHANNELS, DIRECTIONS, MOST_SHEETS, type PartyRole, showAccessCode } from '../rules/documents.ts'
import type { Given } from './command.ts'
import { dayTyped } from './day.ts'
import { departmentIdOf, documentMeant, momentTyped, oneOf, registerIdOf } from './documents.ts'
import type { Door } from './door.ts'
import { answer } from './output/answer.ts'
import { partyMeant } from './parties.ts'
import { printOwed } from './printing.ts'
import { readNumber } from './read-number.ts'

type Typed = Given<'documents register'>

/** `documents register`: registers, attaches the files, prints what is asked for. A file that is not taken is told before the number is. */
export async function register(session: Session, given: Typed, door: Door): Promise<void> {
  for (const path of given.list('file')) await checkFile(path)
  const done = await registerDocument(session.ctx(), await documentTyped(session, given, door))
  answer(
    door,
    registeredJson(done),
    door.words.documentRegistered(done.number, done.uri, showAccessCode(done.accessCode)),
  )
  for (const path of given.list('file'))
    await attachFile(session.ctx(), { documentId: done.documentId, path })
  for (const job of done.printJobs)
    await printOwed(session, job.id, door, () => door.words.slipOwed(done.number))
}

async function documentTyped(session: Session, given: Typed, door: Door) {
  const ctx = session.ctx()
  const direction = oneOf(given.text('direction') ?? 'incoming', DIRECTIONS, '--direction', door)
  const channel = given.text('channel') ?? (direction === 'incoming' ? 'desk' : undefined)
  const count = (option: 'sheets' | 'attachments') =>
    given.has(option) ? readNumber(given.text(option), 0, 0, MOST_SHEETS, `--${option}`, door) : null
  const day = (option: 'day' | 'foreign-day') =>
    given.has(option) ? dayTyped(given.text(option) ?? '', ctx.today) : null
  const document = async (option: 'answers' | 'case') =>
    given.has(option) ? documentMeant(session, given.text(option) ?? '') : null
  const [answers, inCase] = [await document('answers'), await document('case')]
  const received = given.text('received')
  const nomenclature = given.text('nomenclature')
  return {
    documentId: given.text('id') ?? randomUUIDv7(),
    direction,
    registerId: await registerIdOf(session, given.text('register')),
    kindId: (await kindCalled(ctx.db, given.text('kind') ?? 'letter')).id,
    channel: channel === undefined ? null : oneOf(channel, CHANNELS, '--channel', door),
    subject: given.arg('subject'),
    day: day('day'),
    receivedAt: received === undefined ? null : momentTyped(received, session),
    parties: [
      ...(await peopleTyped(session, given.list('from'), 'sender')),
      ...(await peopleTyped(session, given.list('to'), 'recipient')),
    ],
    sheets: count('sheets'),
    attachments: count('attachments'),
    attachmentsNote: given.text('note') ?? null,
    foreignNumber: given.text('foreign-number') ?? null,
    foreignDay: day('foreign-day'),
    caseId: inCase?.caseId ?? null,
    answersId: answers?.id ?? null,
    nomenclatureId: nomenclature === undefined ? null : await nomenclatureWithIndex(ctx.db, nomenclature),
    departmentId: await departmentIdOf(session, given.text('department')),
    print: (['slip', 'label'] as const).filter(kind => given.has(kind)),
  }
}

async function peopleTyped(session: Session, texts: readonly string[], role: PartyRole) {
  const people = []
  for (const text of texts) people.push({ partyId: (await partyMeant(session, text)).id, role })
  return people
}

const registeredJson = (done: DocumentRegistered) => ({
  id: done.documentId,
  number: done.number,
  uri: done.uri,
  registered_at: done.registeredAt.toString(),
  case_id: done.caseId,
  access_code: done.accessCode,
  print_job_ids: done.printJobs.map(job => job.id),
})
