import { randomUUIDv7 } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { annulDocument } from '../../office/documents/annul-document.ts'
import { attachFile, FILE_ROLES } from '../../office/documents/attach-file.ts'
import { findDocuments, MOST_DOCUMENTS } from '../../office/documents/find-documents.ts'
import { openFile } from '../../office/documents/open-file.ts'
import { paperOf, printSlip } from '../../office/documents/print-slip.ts'
import { sendDocument } from '../../office/documents/send-document.ts'
import { showDocument } from '../../office/documents/show-document.ts'
import { tellDelivery } from '../../office/documents/tell-delivery.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { kindCalled } from '../../office/registers/lookup.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { CHANNELS, DIRECTIONS, WAYS } from '../../rules/documents.ts'
import { type DeclaredCommand, declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { correct } from '../document-correction.ts'
import { register } from '../document-registration.ts'
import { listDocuments, shownJson, shownText } from '../document-shown.ts'
import { departmentIdOf, documentMeant, oneOf, registerIdOf } from '../documents.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { showPaper } from '../output/show-paper.ts'
import { partyMeant } from '../parties.ts'
import { printOwed } from '../printing.ts'
import { readNumber } from '../read-number.ts'
import { inSession, withSession } from '../town.ts'

const MOST_LISTED = 500

export const documentsCommands = (): DeclaredCommand[] => [
  declare(
    'documents register',
    (given, door) => inSession(door, 'documents.issue', session => register(session, given, door)),
    { repeated: ['from', 'to', 'file'] },
  ),
  declare('documents find', (given, door) =>
    withSession(door, 'documents.see', session => find(session, given, door)),
  ),
  declare('documents show', (given, door) =>
    withSession(door, 'documents.see', async session => {
      const { id } = await documentMeant(session, given.arg('number'))
      const shown = await showDocument(session.ctx(), { documentId: id })
      answer(door, shownJson(shown), shownText(shown, door))
    }),
  ),
  declare(
    'documents correct',
    (given, door) => withSession(door, 'documents.correct', session => correct(session, given, door)),
    { required: ['field', 'to', 'reason'], repeated: ['to'] },
  ),
  declare(
    'documents annul',
    (given, door) =>
      withSession(door, 'documents.correct', async session => {
        const { id } = await documentMeant(session, given.arg('number'))
        const correctionId = given.text('id') ?? randomUUIDv7()
        const reason = given.text('reason') ?? ''
        const done = await annulDocument(session.ctx(), { correctionId, documentId: id, reason })
        answer(door, { id, ...done }, door.words.documentAnnulled(done.number))
      }),
    { required: ['reason'] },
  ),
  declare('documents attach', (given, door) =>
    withSession(door, 'documents.attach', session => attach(session, given, door)),
  ),
  declare('documents file', (given, door) =>
    withSession(door, 'documents.see', session => file(session, given, door)),
  ),
  declare('documents slip', (given, door) =>
    withSession(door, 'print.run', session => slip(session, given, door)),
  ),
  declare('documents confirm', (given, door) =>
    withSession(door, 'documents.see', async session => {
      const { id } = await documentMeant(session, given.arg('number'))
      const { entry } = await showDocument(session.ctx(), { documentId: id })
      const paper = paperOf(session.ctx(), entry, 'slip')
      await showPaper(door, session, paper, paper, given.text('pdf'))
    }),
  ),
  declare(
    'documents send',
    (given, door) =>
      withSession(door, 'documents.send', async session => {
        const { id } = await documentMeant(session, given.arg('number'))
        const { number } = await sendDocument(session.ctx(), {
          dispatchId: given.text('id') ?? randomUUIDv7(),
          documentId: id,
          way: oneOf(given.text('way') ?? '', WAYS, '--way', door),
          sentTo: given.text('to') ?? null,
          reference: given.text('reference') ?? null,
        })
        answer(door, { id, number }, door.words.documentSent(number))
      }),
    { required: ['way'] },
  ),
  declare(
    'documents delivered',
    (given, door) =>
      withSession(door, 'documents.send', async session => {
        const { id } = await documentMeant(session, given.arg('number'))
        const { today } = session.ctx()
        const on = given.text('on')
        const deliveredOn = on === undefined ? today : dayTyped(on, today)
        const told = await tellDelivery(session.ctx(), {
          documentId: id,
          deliveredOn,
          proof: given.text('proof') ?? '',
        })
        answer(
          door,
          { id, number: told.number, delivered: deliveredOn.toString() },
          door.words.documentDelivered(told.number, told.day),
        )
      }),
    { required: ['proof'] },
  ),
]

async function find(session: Session, given: Given<'documents find'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const [kind, party] = [given.text('kind'), given.text('party')]
  const day = (text: string | undefined) => (text === undefined ? null : dayTyped(text, ctx.today))
  const direction = given.text('direction')
  const channel = given.text('channel')
  const found = await findDocuments(ctx, {
    text: given.optionalArg('text') ?? '',
    direction: direction === undefined ? null : oneOf(direction, DIRECTIONS, '--direction', door),
    channel: channel === undefined ? null : oneOf(channel, CHANNELS, '--channel', door),
    kindId: kind === undefined ? null : (await kindCalled(ctx.db, kind)).id,
    registerId: await registerIdOf(session, given.text('register')),
    departmentId: await departmentIdOf(session, given.text('department')),
    partyId: party === undefined ? null : (await partyMeant(session, party)).id,
    from: day(given.text('from')),
    until: day(given.text('to')),
    limit: readNumber(given.text('limit'), MOST_DOCUMENTS, 1, MOST_LISTED, '--limit', door),
  })
  if (found.rows.length === 0 && !door.options.json) return door.say(door.words.documentsNone)
  if (found.meant?.by === 'layout') door.say(door.words.documentsMeantLayout(found.meant.text))
  if (found.meant?.by === 'letter') door.say(door.words.documentsMeantLetter)
  listDocuments(found.rows, door, given.has('csv'))
}

async function attach(session: Session, given: Given<'documents attach'>, door: Door): Promise<void> {
  const { id } = await documentMeant(session, given.arg('number'))
  const done = await attachFile(session.ctx(), {
    documentId: id,
    path: given.arg('file'),
    name: given.text('name') ?? null,
    role: oneOf(given.text('role') ?? 'attachment', FILE_ROLES, '--role', door),
    isAttested: given.has('attested'),
  })
  const { name, number, ordinal, sha256, bytes, media } = done
  answer(
    door,
    { document_id: id, number, ordinal, name, sha256, bytes, media_type: media },
    door.words.fileAttached(name, number, ordinal),
  )
}

async function file(session: Session, given: Given<'documents file'>, door: Door): Promise<void> {
  const { id } = await documentMeant(session, given.arg('number'))
  const opened = await openFile(session.ctx(), { documentId: id, file: given.optionalArg('file') ?? '1' })
  const out = given.text('out')
  if (out !== undefined) await copyFile(opened.path, out)
  const { path, name, bytes, media, sha256 } = opened
  const at = out ?? path
  answer(door, { name, path: at, bytes, media_type: media, sha256 }, door.words.fileWritten(name, at))
}

/** The first time it is printed as it is, after that as a duplicate. */
async function slip(session: Session, given: Given<'documents slip'>, door: Door): Promise<void> {
  const { id, number } = await documentMeant(session, given.arg('number'))
  const kind = given.has('label') ? 'label' : 'slip'
  const owed = await printSlip(session.ctx(), { id: randomUUIDv7(), documentId: id, kind })
  const copyId = randomUUIDv7()
  if (!owed.isNew) await printCopy(session.ctx(), { id: copyId, jobId: owed.jobId })
  const jobId = owed.isNew ? owed.jobId : copyId
  const job = await printOwed(session, jobId, door, () => door.words.slipOwed(number))
  if (door.options.json) answer(door, { id, number, print_job_id: jobId, state: job?.state ?? 'queued' }, '')
}
