import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '../../db/file-store.ts'
import { annulDocument } from '../../office/documents/annul-document.ts'
import { attachFile } from '../../office/documents/attach-file.ts'
import { type CorrectDocument, correctDocument } from '../../office/documents/correct-document.ts'
import { findDocuments } from '../../office/documents/find-documents.ts'
import { openFile } from '../../office/documents/open-file.ts'
import { printSlip } from '../../office/documents/print-slip.ts'
import { sendDocument } from '../../office/documents/send-document.ts'
import { showDocument } from '../../office/documents/show-document.ts'
import { tellDelivery } from '../../office/documents/tell-delivery.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { kindOf, register, somebody } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('records of documents on PostgreSQL %s', version => {
  let town: TestTown
  let clerk: Session
  let officer: Session
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gishe-records-'))
    process.env['GISHE_FILES'] = join(folder, 'kept')
    town = await testTown(version)
    ;[clerk, officer] = await Promise.all([town.signIn('delo'), town.signIn('grao1')])
  })
  afterAll(async () => {
    delete process.env['GISHE_FILES']
    rmSync(folder, { recursive: true, force: true })
    await town.close()
  })

  const correct = (documentId: string, right: CorrectDocument['right'], reason = 'грешка при въвеждане') =>
    correctDocument(clerk.ctx(), { correctionId: randomUUIDv7(), documentId, right, reason })

  describe('corrections', () => {
    test('a correction is a record beside the document, whose row and number stay', async () => {
      const { documentId, number } = await register(town, clerk)
      const done = await correct(documentId, { field: 'subject', value: 'Скица на имот в Устово' })
      expect(done).toMatchObject({ number, before: 'Издаване на скица за имот в Райково' })
      await correct(documentId, { field: 'sheets', value: 3 })
      await correct(documentId, { field: 'kind', value: await kindOf(town, 'complaint') })
      const shown = await showDocument(clerk.ctx(), { documentId })
      expect(shown.row).toMatchObject({ number, subject: 'Скица на имот в Устово' })
      expect(shown.entry.subject).toBe('Издаване на скица за имот в Райково')
      expect(shown.now).toEqual({ subject: 'Скица на имот в Устово', sheets: '3', kind: 'Жалба' })
      expect(shown.corrections[0]).toMatchObject({
        field: 'subject',
        reason: 'грешка при въвеждане',
        by: 'Елена Димитрова',
      })
    })

    test('twice one after another, each says what was before it; sent again it is done once', async () => {
      const { documentId } = await register(town, clerk)
      await correct(documentId, { field: 'channel', value: 'post' })
      const second = await correct(documentId, { field: 'channel', value: 'email' })
      expect(second).toMatchObject({ before: 'post', after: 'email' })
      const input = {
        correctionId: randomUUIDv7(),
        documentId,
        right: { field: 'foreign_number' as const, value: 'АБ-7' },
        reason: 'липсваше',
      }
      const both = await Promise.all([
        correctDocument(clerk.ctx(), input),
        correctDocument(clerk.ctx(), input),
      ])
      expect(both[1]).toEqual(both[0])
      expect((await showDocument(clerk.ctx(), { documentId })).corrections).toHaveLength(3)
    })

    test('who sent it is corrected by people of the register', async () => {
      const { documentId } = await register(town, clerk)
      const right = await somebody(clerk, 'Радка Чаушева')
      await correct(documentId, { field: 'correspondents', value: [right] })
      const { rows } = await findDocuments(clerk.ctx(), { text: documentId, limit: 1 })
      expect(rows).toEqual([])
      const shown = await showDocument(clerk.ctx(), { documentId })
      expect(shown.row.correspondents).toBe('Радка Чаушева')
    })

    test('a corrected document is found by its new words, mixed with the old ones, and by its new people', async () => {
      const { documentId } = await register(town, clerk)
      const id = randomUUIDv7()
      await registerParty(clerk.ctx(), {
        id,
        kind: 'organisation',
        identifier: { kind: 'eik', digits: '000614856' },
        name: 'Кооперация „Перелик“',
        ekatte: null,
        address: null,
        phone: null,
        email: null,
      })
      const find = async (text: string) =>
        (await findDocuments(clerk.ctx(), { text })).rows.some(row => row.id === documentId)
      for (const text of ['водоснабдяване', 'перелик', '000614856', 'ЯЯ-5/7'])
        expect(await find(text)).toBe(false)
      await correct(documentId, { field: 'subject', value: 'Водоснабдяване на вилна зона' })
      await correct(documentId, { field: 'correspondents', value: [id] })
      await correct(documentId, { field: 'foreign_number', value: 'ЯЯ-5/7' })
      for (const text of ['водоснабдяването', 'перелик вилни', 'скица перелик', '000614856', 'ЯЯ-5/7'])
        expect(await find(text), text).toBe(true)
      expect(await find('водоснабдяване пещера')).toBe(false)
      const mistyped = await findDocuments(clerk.ctx(), { text: 'водоснабдяванге' })
      expect(mistyped).toMatchObject({ meant: { by: 'letter' }, rows: [{ id: documentId }] })
    })

    test('what is no correction is refused', async () => {
      const { documentId } = await register(town, clerk)
      const { now, today } = clerk.ctx()
      await refused(
        correct(documentId, { field: 'subject', value: 'Издаване на скица за имот в Райково' }),
        'document.nothing_corrected',
      )
      await refused(correct(documentId, { field: 'subject', value: '\u0007' }), 'document.subject_needed')
      await refused(correct(documentId, { field: 'channel', value: 'post' }, ' . '), 'document.reason_needed')
      await refused(
        correct(documentId, { field: 'received_at', value: now.add({ hours: 30 }) }),
        'document.in_the_future',
      )
      await refused(
        correct(documentId, { field: 'foreign_day', value: today.add({ days: 2 }) }),
        'document.foreign_day_later',
      )
      await refused(correct(documentId, { field: 'kind', value: randomUUIDv7() }), 'document.kind_unknown')
      await refused(correct(randomUUIDv7(), { field: 'channel', value: 'post' }), 'document.unknown')
      await refused(
        correctDocument(officer.ctx(), {
          correctionId: randomUUIDv7(),
          documentId,
          right: { field: 'channel', value: 'post' },
          reason: 'защото',
        }),
        'authority.denied',
      )
    })

    test('an annulled document keeps its number, is marked, and nothing more is done with it', async () => {
      const { documentId, number } = await register(town, clerk)
      const input = { correctionId: randomUUIDv7(), documentId, reason: 'въведен два пъти' }
      await refused(annulDocument(clerk.ctx(), { ...input, reason: '' }), 'document.reason_needed')
      expect(await annulDocument(clerk.ctx(), input)).toEqual({ number, reason: 'въведен два пъти' })
      expect(await annulDocument(clerk.ctx(), input)).toEqual({ number, reason: 'въведен два пъти' })
      const again = { ...input, correctionId: randomUUIDv7() }
      expect(await refused(annulDocument(clerk.ctx(), again), 'document.annulled')).toEqual({
        number,
        reason: 'въведен два пъти',
      })
      await refused(correct(documentId, { field: 'channel', value: 'post' }), 'document.annulled')
      const { rows } = await findDocuments(clerk.ctx(), { text: number })
      expect(rows).toMatchObject([{ id: documentId, isAnnulled: true }])
      const next = await register(town, clerk)
      expect(Number(next.uri.split('-')[1])).toBe(Number(rows[0]!.uri.split('-')[1]) + 1)
    })
  })

  test('a request that is under way is ended, not annulled', async () => {
    const [service] = await listServices(clerk.ctx())
    const input = {
      id: randomUUIDv7(),
      serviceId: service!.id,
      applicantId: await somebody(clerk),
      amount: null,
    }
    const request = await registerRequest(clerk.ctx(), input)
    const annul = { correctionId: randomUUIDv7(), documentId: request.requestId, reason: 'въведено два пъти' }
    const facts = await refused(annulDocument(clerk.ctx(), annul), 'document.has_open_request')
    expect(facts).toEqual({ number: request.number })
  })

  describe('files', () => {
    const given = (name: string, content: string | Buffer) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    }

    test('a scan is attached once, attested, and opened by those who may see the document', async () => {
      const { documentId, number } = await register(town, clerk)
      const path = given('скан.pdf', '%PDF-1.7 сканирано')
      const file = await attachFile(clerk.ctx(), { documentId, path, role: 'scan', isAttested: true })
      expect(file).toMatchObject({ ordinal: 1, name: 'скан.pdf', number })
      expect(await attachFile(clerk.ctx(), { documentId, path, role: 'scan' })).toMatchObject({ ordinal: 1 })
      await attachFile(clerk.ctx(), { documentId, path: given('опис.txt', 'опис на листата') })
      const shown = await showDocument(clerk.ctx(), { documentId })
      expect(shown.files).toMatchObject([
        { ordinal: 1, name: 'скан.pdf', role: 'scan', isAttested: true, by: 'Елена Димитрова' },
        { ordinal: 2, name: 'опис.txt', role: 'attachment', isAttested: false },
      ])
      const opened = await openFile(clerk.ctx(), { documentId, file: '1' })
      expect(readFileSync(opened.path, 'utf8')).toBe('%PDF-1.7 сканирано')
      const [look] =
        await town.sql`select act, facts from logbook where subject_id = ${documentId} order by id desc limit 1`
      expect(look).toMatchObject({ act: 'documents.see', facts: { file: 'скан.pdf' } })
      await refused(openFile(officer.ctx(), { documentId, file: '1' }), 'document.unknown')
      await refused(openFile(clerk.ctx(), { documentId, file: '7' }), 'file.none_such')
    })

    test('the same content of two documents lies once on the disk; under two names in one it is refused', async () => {
      const [one, other] = [await register(town, clerk), await register(town, clerk)]
      const path = given('същото.pdf', '%PDF-1.7 едно и също')
      const first = await attachFile(clerk.ctx(), { documentId: one.documentId, path })
      const second = await attachFile(clerk.ctx(), { documentId: other.documentId, path })
      expect(second.sha256).toBe(first.sha256)
      const facts = await refused(
        attachFile(clerk.ctx(), { documentId: one.documentId, path, name: 'друго.pdf' }),
        'file.attached',
      )
      expect(facts).toEqual({ name: 'друго.pdf', as: 'същото.pdf' })
    })

    test('an empty file, one of three gigabytes, a program and a damaged one get their sentence', async () => {
      const { documentId } = await register(town, clerk)
      const no = (path: string, code: Parameters<typeof refused>[1]) =>
        refused(attachFile(clerk.ctx(), { documentId, path }), code)
      await no(given('празен.pdf', ''), 'file.empty')
      const film = given('филм.pdf', '')
      truncateSync(film, 3_000_000_000)
      await no(film, 'file.too_large')
      await no(given('вирус.exe', 'MZ'), 'file.type_unknown')
      await no(given('вирус.pdf', 'MZ'), 'file.type_differs')
      await no(join(folder, 'няма.pdf'), 'file.not_there')
      const kept = await attachFile(clerk.ctx(), { documentId, path: given('добър.pdf', '%PDF-1.7 добър') })
      writeFileSync(pathOf(join(folder, 'kept'), kept.sha256), '%PDF-1.7 лош')
      await refused(openFile(clerk.ctx(), { documentId, file: 'добър.pdf' }), 'file.damaged')
      rmSync(pathOf(join(folder, 'kept'), kept.sha256))
      await refused(openFile(clerk.ctx(), { documentId, file: 'добър.pdf' }), 'file.missing')
    })
  })

  describe('sending', () => {
    const outgoing = async () =>
      register(town, clerk, {
        direction: 'outgoing',
        channel: null,
        parties: [{ partyId: await somebody(clerk), role: 'recipient' }],
      })

    test('an outgoing letter is sent, and told when it arrived', async () => {
      const { documentId, number } = await outgoing()
      const input = {
        dispatchId: randomUUIDv7(),
        documentId,
        way: 'post' as const,
        sentTo: 'ул. Първа 5, Смолян',
        reference: 'R PS 4700 0123 4X',
      }
      expect(await sendDocument(clerk.ctx(), input)).toEqual({ number })
      await sendDocument(clerk.ctx(), input)
      const { today } = clerk.ctx()
      await tellDelivery(clerk.ctx(), { documentId, deliveredOn: today, proof: 'обратна разписка' })
      await tellDelivery(clerk.ctx(), { documentId, deliveredOn: today, proof: 'обратна разписка' })
      const { dispatches } = await showDocument(clerk.ctx(), { documentId })
      expect(dispatches).toMatchObject([
        { way: 'post', reference: 'R PS 4700 0123 4X', deliveredOn: today, proof: 'обратна разписка' },
      ])
    })

    test('what cannot be sent or have arrived is refused', async () => {
      const incoming = await register(town, clerk)
      const { documentId } = await outgoing()
      const { today } = clerk.ctx()
      const send = (id: string, sentTo: string | null) =>
        sendDocument(clerk.ctx(), { dispatchId: randomUUIDv7(), documentId: id, way: 'email', sentTo })
      await refused(send(incoming.documentId, 'a@b.bg'), 'document.not_outgoing')
      await refused(send(documentId, null), 'dispatch.address_needed')
      const tell = (deliveredOn: Temporal.PlainDate, proof = 'известие') =>
        tellDelivery(clerk.ctx(), { documentId, deliveredOn, proof })
      await refused(tell(today), 'dispatch.unknown')
      await send(documentId, 'a@b.bg')
      await refused(tell(today.add({ days: 1 })), 'dispatch.day_wrong')
      await refused(tell(today.subtract({ days: 1 })), 'dispatch.day_wrong')
      await refused(tell(today, ''), 'dispatch.proof_needed')
      await tell(today)
      await refused(tell(today.subtract({ days: 1 })), 'dispatch.delivered')
      await annulDocument(clerk.ctx(), {
        correctionId: randomUUIDv7(),
        documentId,
        reason: 'сгрешен адресат',
      })
      await refused(send(documentId, 'a@b.bg'), 'document.annulled')
    })
  })

  test('a slip that was not printed is printed once; after that the paper that has it is told', async () => {
    const { documentId } = await register(town, clerk)
    const id = randomUUIDv7()
    expect(await printSlip(clerk.ctx(), { id, documentId, kind: 'slip' })).toMatchObject({
      jobId: id,
      isNew: true,
    })
    expect(await printSlip(clerk.ctx(), { id, documentId, kind: 'slip' })).toMatchObject({
      jobId: id,
      isNew: false,
    })
    const other = { id: randomUUIDv7(), documentId, kind: 'slip' as const }
    expect(await printSlip(clerk.ctx(), other)).toMatchObject({ jobId: id, isNew: false })
  })
})
