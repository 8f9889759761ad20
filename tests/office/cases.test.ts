import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseCase } from '../../office/cases/choose-case.ts'
import { closeCase } from '../../office/cases/close-case.ts'
import { type FileDocument, fileDocument } from '../../office/cases/file-document.ts'
import { findCases } from '../../office/cases/find-cases.ts'
import { linkCases } from '../../office/cases/link-cases.ts'
import { casesWithNumber } from '../../office/cases/lookup.ts'
import { reopenCase } from '../../office/cases/reopen-case.ts'
import { restrictCase } from '../../office/cases/restrict-case.ts'
import { seeByCode } from '../../office/cases/see-by-code.ts'
import { shareCase } from '../../office/cases/share-case.ts'
import { showCase } from '../../office/cases/show-case.ts'
import { correctDocument } from '../../office/documents/correct-document.ts'
import { sendDocument } from '../../office/documents/send-document.ts'
import { showDocument } from '../../office/documents/show-document.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { giveTask } from '../../office/tasks/give-task.ts'
import { register, somebody } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

describe.each(newest)('cases on PostgreSQL %s', version => {
  let town: RegistryTown
  let delo: Session
  let secretary: Session
  let head: Session
  let kada1: Session
  let dana1: Session
  let audit: Session
  beforeAll(async () => {
    town = await registryTown(version)
    const signIn = (login: string) => town.signIn(login, null)
    ;[delo, secretary, head, kada1, dana1, audit] = (await Promise.all(
      ['delo', 'head', 'glava1', 'kada1', 'dana1', 'audit'].map(signIn),
    )) as [Session, Session, Session, Session, Session, Session]
  })
  afterAll(() => town.close())

  const seed = (more: Parameters<RegistryTown['seedDocument']>[0] = {}) =>
    town.seedDocument({ department: 'kad1', ...more })
  const person = (login: string) => ({ staffId: town.staff(login) })
  const indexOf = async (index: string) => {
    const [row] = await town.sql<{ id: string }[]>`select id from nomenclature where index = ${index}`
    return row!.id
  }
  const close = (caseId: string, by = delo, nomenclatureId: string | null = null) =>
    closeCase(by.ctx(), { id: randomUUIDv7(), caseId, nomenclatureId })

  test('a case shows what was put into it, where, when and by whom; each look is in the logbook', async () => {
    const { caseId, documentId, number } = await seed({ subject: 'Молба за скица' })
    const draft = await seed({ caseId, direction: 'internal', subject: 'Проект на отговор' })
    const answer = await seed({ caseId, direction: 'outgoing', subject: 'Отговор' })
    const shown = await showCase(kada1.ctx(), { caseId })
    expect(shown).toMatchObject({
      number,
      subject: 'Молба за скица',
      openedBy: 'Елена Димитрова',
      department: 'Отдел „Кадастър“',
      isClosed: false,
      isRestricted: false,
      requests: [],
    })
    expect(shown.filings.map(f => [f.ordinal, f.section, f.document?.number, f.filedBy])).toEqual([
      [1, 'official', number, 'Елена Димитрова'],
      [2, 'internal', draft.number, 'Елена Димитрова'],
      [3, 'official', answer.number, 'Елена Димитрова'],
    ])
    expect(shown.access.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Елена Димитрова', 'Отдел „Кадастър“']),
    )
    const looks = await town.sql`select act from logbook where act = 'cases.see' and subject_id = ${caseId}`
    expect(looks).toHaveLength(1)
    await refused(showCase(dana1.ctx(), { caseId }), 'case.unknown')
    expect((await showCase(audit.ctx(), { caseId })).filings[0]?.document?.id).toBe(documentId)
  })

  test('what is taken out of the official section is in the control one, with its reason, and stays', async () => {
    const { caseId } = await seed()
    const { documentId, number } = await seed({ caseId, direction: 'outgoing' })
    const file = (more: Partial<FileDocument> = {}, by = kada1) =>
      fileDocument(by.ctx(), {
        caseId,
        documentId,
        section: 'control',
        note: 'регистриран по погрешка',
        ...more,
      })
    await refused(file({ section: 'official', note: null }), 'case.filed_already')
    await refused(file({ note: null }), 'case.take_out_needs_reason')
    const taken = await file()
    expect(taken).toMatchObject({ documentNumber: number, section: 'control', ordinal: 3 })
    expect(await file()).toEqual(taken)
    await refused(file({ section: 'internal', note: null }), 'case.taken_out')
    const shown = await showCase(kada1.ctx(), { caseId })
    expect(shown.filings.map(({ section, isTakenOut }) => [section, isTakenOut])).toEqual([
      ['official', false],
      ['official', true],
      ['control', false],
    ])
    const draft = await seed({ caseId, direction: 'internal' })
    await refused(file({ documentId: draft.documentId }), 'case.not_official')
    await refused(file({ documentId: randomUUIDv7() }), 'document.unknown')
    await refused(file({ caseId: randomUUIDv7() }), 'case.unknown')
    await refused(file({}, audit), 'authority.denied')
  })

  test('a document may be in several cases, and cases belong together, both ways', async () => {
    const [one, other] = [await seed(), await seed({ subject: 'Друга преписка' })]
    const filed = { caseId: other.caseId, documentId: one.documentId, section: 'internal' as const }
    expect((await fileDocument(kada1.ctx(), filed)).ordinal).toBe(2)
    const link = { caseId: one.caseId, otherId: other.caseId, note: 'същият имот' }
    const linked = await linkCases(kada1.ctx(), link)
    expect(await linkCases(kada1.ctx(), link)).toEqual(linked)
    await refused(linkCases(kada1.ctx(), { ...link, otherId: one.caseId }), 'case.linked_to_itself')
    await refused(linkCases(delo.ctx(), { caseId: other.caseId, otherId: one.caseId }), 'case.linked_already')
    await refused(linkCases(dana1.ctx(), link), 'case.unknown')
    const [shown, back] = [
      await showCase(delo.ctx(), { caseId: one.caseId }),
      await showCase(delo.ctx(), { caseId: other.caseId }),
    ]
    expect(shown.filings.at(-1)).toMatchObject({ section: 'internal', linked: { number: other.number } })
    expect(back.linkedFrom).toMatchObject([{ id: one.caseId, number: one.number }])
  })

  test('ordinals have no gap when several put into one case at once', async () => {
    const { caseId } = await seed()
    const others = await Promise.all(Array.from({ length: 8 }, () => seed()))
    await Promise.all(
      others.map(({ documentId }, at) =>
        fileDocument((at % 2 ? delo : kada1).ctx(), { caseId, documentId, section: 'internal' }),
      ),
    )
    const { filings } = await showCase(delo.ctx(), { caseId })
    expect(filings.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('a shared case is seen from then on; a restricted one by its own people alone', async () => {
    const { caseId, number } = await seed()
    await refused(shareCase(kada1.ctx(), { caseId, to: person('kasa1') }), 'staff.not_working')
    const share = { caseId, to: person('dana1') }
    expect(await shareCase(kada1.ctx(), share)).toEqual({ caseId, number, to: 'Галина Ботева' })
    expect(await shareCase(kada1.ctx(), share)).toEqual({ caseId, number, to: 'Галина Ботева' })
    await showCase(dana1.ctx(), { caseId })
    const restrict = (by: Session, reason = 'лични данни на дете') =>
      restrictCase(by.ctx(), { caseId, reason, staffIds: [town.staff('glava1')] })
    await refused(restrict(kada1), 'authority.denied')
    await refused(restrict(secretary, ''), 'case.restrict_needs_reason')
    expect(await restrict(secretary)).toMatchObject({ isRestricted: true })
    await restrict(secretary)
    await refused(restrict(secretary, 'друго'), 'case.restricted')
    await refused(showCase(kada1.ctx(), { caseId }), 'case.unknown')
    await refused(showCase(audit.ctx(), { caseId }), 'case.unknown')
    expect(await showCase(dana1.ctx(), { caseId })).toMatchObject({ restrictedFor: 'лични данни на дете' })
    const wide = { caseId, to: { departmentId: town.departments.kad1 } }
    await refused(shareCase(head.ctx(), wide), 'case.restricted_to_people')
    await refused(shareCase(dana1.ctx(), { caseId, to: person('kada1') }), 'case.restricted_to_people')
    await shareCase(head.ctx(), { caseId, to: person('kada1') })
    await showCase(kada1.ctx(), { caseId })
  })

  test('whoever registered into a case that was restricted later does not open it, and is told why nothing is added', async () => {
    const { documentId: asked, caseId } = await seed()
    const { documentId } = await register(town, kada1, {
      direction: 'outgoing',
      channel: null,
      answersId: asked,
      parties: [{ partyId: await somebody(delo), role: 'recipient' }],
    })
    await restrictCase(secretary.ctx(), { caseId, reason: 'лични данни на дете' })
    await refused(showDocument(kada1.ctx(), { documentId }), 'document.unknown')
    await refused(showCase(kada1.ctx(), { caseId }), 'case.unknown')
    const send = { dispatchId: randomUUIDv7(), documentId, way: 'post' as const, sentTo: 'Смолян' }
    await refused(sendDocument(kada1.ctx(), send), 'case.not_seen')
    const file = { caseId: (await seed()).caseId, documentId, section: 'internal' as const }
    await refused(fileDocument(kada1.ctx(), file), 'case.not_seen')
  })

  test('a case is closed with its mark and kept so many years after the year; it is opened again with a ground', async () => {
    const { caseId, number } = await seed()
    const [term] = await town.sql<{ id: string; years: number; index: string }[]>`
      select id, years, index from nomenclature where retention = 'term' order by index limit 1`
    await refused(close(caseId), 'case.index_needed')
    await refused(close(caseId, delo, randomUUIDv7()), 'case.index_unknown')
    const [task] = await giveTask(secretary.ctx(), {
      place: { caseId },
      what: 'Да се провери',
      dueOn: town.today,
      to: [{ taskId: randomUUIDv7(), target: person('kada1') }],
    })
    expect(await refused(close(caseId, delo, term!.id), 'case.has_open_work')).toEqual({ number })
    await town.endTask(task!.id, { by: 'kada1' })
    const asked = { id: randomUUIDv7(), caseId, nomenclatureId: term!.id }
    const closed = await closeCase(delo.ctx(), asked)
    expect(closed.keepUntil?.toString()).toBe(`${town.today.year + term!.years}-12-31`)
    expect(closed).toMatchObject({ number, index: term!.index })
    expect(await closeCase(delo.ctx(), asked)).toEqual(closed)
    await refused(close(caseId, delo, term!.id), 'case.closed')
    await refused(
      fileDocument(delo.ctx(), { caseId, documentId: (await seed()).documentId, section: 'internal' }),
      'case.closed',
    )
    await refused(reopenCase(delo.ctx(), { caseId, reason: '' }), 'case.reopen_needs_reason')
    const reopen = { caseId, reason: 'ново искане по делото' }
    expect(await reopenCase(delo.ctx(), reopen)).toMatchObject({ isClosed: false })
    expect(await reopenCase(delo.ctx(), reopen)).toMatchObject({ isClosed: false })
    await refused(reopenCase(kada1.ctx(), reopen), 'case.not_closed')
    const forGood = await close(caseId, delo, await indexOf('01-01'))
    expect(forGood).toMatchObject({ retention: 'П', keepUntil: null })
    const { closings } = await showCase(delo.ctx(), { caseId })
    expect(closings.map(({ retention, reopened }) => [retention, reopened?.reason ?? null])).toEqual([
      ['П', null],
      [closed.retention, 'ново искане по делото'],
    ])
  })

  test('of two who close a case at once one does, the other is told', async () => {
    const { caseId } = await seed()
    const index = await indexOf('01-01')
    const both = await Promise.allSettled([close(caseId, delo, index), close(caseId, kada1, index)])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({ code: 'case.closed' })
  })

  test('cases are found by number, state and department, page by page, and only those one sees', async () => {
    const made = [await seed(), await seed(), await seed()]
    const ids = made.map(({ caseId }) => caseId)
    const numbers = async (by: Session, asked: Parameters<typeof findCases>[1]) =>
      (await findCases(by.ctx(), asked)).cases.map(found => found.id)
    expect(await numbers(kada1, { text: made[0]!.number })).toEqual([ids[0]])
    const subject = 'Молба за трасировъчен карнет'
    await correctDocument(delo.ctx(), {
      correctionId: randomUUIDv7(),
      documentId: made[0]!.documentId,
      right: { field: 'subject', value: subject },
      reason: 'грешка',
    })
    const [found] = (await findCases(kada1.ctx(), { text: 'карнети' })).cases
    expect(found).toMatchObject({ id: ids[0], subject })
    expect((await showCase(kada1.ctx(), { caseId: ids[0]! })).subject).toBe(subject)
    expect(await numbers(dana1, { text: made[0]!.number })).toEqual([])
    expect((await casesWithNumber(delo.ctx().db, made[1]!.number, 2)).map(({ id }) => id)).toEqual([ids[1]])
    await close(ids[2]!, delo, await indexOf('01-01'))
    expect(await numbers(delo, { state: 'closed' })).toContain(ids[2])
    expect(await numbers(delo, { state: 'open', departmentId: town.departments.kad1 })).not.toContain(ids[2])
    const first = await findCases(delo.ctx(), { limit: 2 })
    const second = await findCases(delo.ctx(), { limit: 2, before: first.cases.at(-1)!.id })
    expect(first.isMore).toBe(true)
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(4)
  })

  test('whoever brought a matter learns how it stands by number and code, and nothing of who that was', async () => {
    const { caseId, number } = await town.seedRequest({
      department: 'kad1',
      dueOn: town.today.add({ days: 5 }),
    })
    const [row] = await town.sql<
      { code: string }[]
    >`select access_code as code from cases where id = ${caseId}`
    const { code } = row!
    await town.sql`insert into document_parties (document_id, ordinal, role, party_id, name)
      select d.id, 1, 'applicant', p.id, p.name from documents d, parties p where d.case_id = ${caseId} limit 1`
    await town.seedTask({
      caseId,
      kind: 'phase',
      from: null,
      what: 'Изготвяне',
      department: 'kad1',
      dueOn: town.today,
    })
    const status = await seeByCode(delo.ctx(), {
      number,
      code: `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase(),
    })
    expect(status).toMatchObject({
      number,
      department: 'Отдел „Кадастър“',
      standing: 'under_way',
      nextStep: 'wait',
    })
    expect(status.dueOn?.toString()).toBe(town.today.add({ days: 5 }).toString())
    const [{ name } = { name: '' }] = await town.sql<
      { name: string }[]
    >`select name from document_parties where name <> '' limit 1`
    expect(JSON.stringify(status)).not.toContain(name)
    // A mayoralty tells it too, of a case that it does not see.
    const selo1 = await town.signIn('selo1', null)
    await refused(showCase(selo1.ctx(), { caseId }), 'case.unknown')
    expect(await seeByCode(selo1.ctx(), { number, code })).toEqual(status)
    await refused(seeByCode(delo.ctx(), { number, code: 'AAAAAAAAAA' }), 'case.code_wrong')
    await refused(seeByCode(delo.ctx(), { number: '404', code }), 'case.code_wrong')
    const plain = await seed()
    const [other] = await town.sql<
      { code: string }[]
    >`select access_code as code from cases where id = ${plain.caseId}`
    expect(await seeByCode(delo.ctx(), { number: plain.number, code: other!.code })).toMatchObject({
      department: 'Отдел „Кадастър“',
      stage: [],
      nextStep: 'wait',
    })
  })

  test('a case is chosen by its number, its URI or a document in it; of several with one number none is', async () => {
    const one = await seed()
    const answer = await seed({ caseId: one.caseId, direction: 'outgoing' })
    const choose = async (text: string, by = delo) => (await chooseCase(by.ctx(), { text })).id
    const { uri } = await chooseCase(delo.ctx(), { text: one.number })
    for (const text of [` № ${one.number}`, uri, answer.number, one.caseId])
      expect(await choose(text)).toBe(one.caseId)
    await refused(choose(one.number, dana1), 'case.unknown')
    await refused(choose('няма такава'), 'case.unknown')
    await seed({ on: town.today.with({ year: town.today.year - 1, month: 3, day: 1 }) })
    const [shared] = await town.sql<{ number: string }[]>`
      select number from documents where opens_case group by number having count(*) > 1 limit 1`
    expect((await refused(choose(shared!.number), 'case.ambiguous')).near).toHaveLength(2)
  })
})
