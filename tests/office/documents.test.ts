import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerDocument } from '../../office/documents/register-document.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { kindOf, letter, register, somebody } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { servers, type TestTown, testTown } from '../support/town.ts'

describe.each(servers)('documents on PostgreSQL %s', version => {
  let town: TestTown
  let clerk: Session
  let officer: Session
  beforeAll(async () => {
    town = await testTown(version)
    ;[clerk, officer] = await Promise.all([town.signIn('delo'), town.signIn('grao1')])
  })
  afterAll(() => town.close())

  test('a letter gets the next number of the official register, its case, a slip and a line in the logbook', async () => {
    const before = await register(town, clerk)
    const input = await letter(town, clerk, { print: ['slip', 'label'] })
    const done = await registerDocument(clerk.ctx(), input)
    const { today } = clerk.ctx()
    const sequence = Number(before.uri.split('-')[1]) + 1
    const day = today
      .toLocaleString('bg', { day: '2-digit', month: '2-digit', year: 'numeric' })
      .replace(' г.', '')
    expect(done.uri).toBe(`1-${sequence}-${day}`)
    expect(done.number).toBe(`П-1-${String(sequence).padStart(5, '0')}`)
    expect(done.accessCode).toMatch(/^[A-HJ-NP-Z2-9]{10}$/)
    const slip = textOf(done.slip!, 48)
    for (const told of [
      done.number,
      'Издаване на скица',
      'Асен Кехайов',
      'на гише',
      '(delo)',
      done.accessCode.slice(0, 5),
    ])
      expect(slip).toContain(told)
    const jobs = await listJobs(clerk.ctx(), { deskId: clerk.desk!.id, limit: 2 })
    expect(jobs.map(job => job.id).toSorted()).toEqual(done.printJobs.map(job => job.id).toSorted())
    const [log] = await town.sql`select act, facts from logbook where subject_id = ${input.documentId}`
    expect(log).toMatchObject({ act: 'documents.receive', facts: { number: done.number, uri: done.uri } })
    const [filed] =
      await town.sql`select section, ordinal, case_id from filings where document_id = ${input.documentId}`
    expect(filed).toEqual({ section: 'official', ordinal: 1, case_id: done.caseId })
  })

  test('sent again it is the same document; another one under its id is refused', async () => {
    const input = await letter(town, clerk)
    const [one, other] = await Promise.all([
      registerDocument(clerk.ctx(), input),
      registerDocument(clerk.ctx(), input),
    ])
    expect(other).toEqual(one)
    expect(await registerDocument(clerk.ctx(), input)).toEqual(one)
    await refused(registerDocument(clerk.ctx(), { ...input, subject: 'Друго' }), 'document.id_reused')
  })

  test('ten clerks at once take numbers without gaps or doubles', async () => {
    const inputs = await Promise.all(Array.from({ length: 30 }, () => letter(town, clerk)))
    const clerks = await Promise.all(Array.from({ length: 10 }, () => town.signIn('delo')))
    const done = await Promise.all(
      inputs.map((input, at) => registerDocument(clerks[at % clerks.length]!.ctx(), input)),
    )
    expect(new Set(done.map(one => one.number)).size).toBe(30)
    const [row] = await town.sql`
      select count(*)::int as many, max(d.sequence) as last, min(d.sequence) as first, max(s.last_number) as series
      from documents d join document_series s using (register_id, year) join registers r on r.id = d.register_id
      where r.is_official and d.year = extract(year from now())`
    expect(row).toMatchObject({ first: 1, last: row!['many'], series: row!['many'] })
  })

  test('what answers a document goes into its case under the number of the case', async () => {
    const asked = await register(town, clerk)
    const partyId = await somebody(clerk, 'Министерство на финансите')
    const reply = { direction: 'outgoing', channel: null, parties: [{ partyId, role: 'recipient' }] } as const
    const first = await register(town, clerk, {
      ...reply,
      parties: [...reply.parties],
      answersId: asked.documentId,
    })
    const second = await register(town, clerk, {
      ...reply,
      parties: [...reply.parties],
      caseId: asked.caseId,
    })
    expect([first.number, second.number]).toEqual([`${asked.number}#1`, `${asked.number}#2`])
    expect(first).toMatchObject({ caseId: asked.caseId, accessCode: asked.accessCode, slip: null })
  })

  test('what is written for the house gets the number of its own register', async () => {
    const done = await register(town, officer, {
      direction: 'internal',
      channel: null,
      kindId: await kindOf(town, 'memo'),
      parties: [],
    })
    expect(done.number).toMatch(/^ВН-\d{5}$/)
    expect(done.uri).toMatch(/^2-/)
  })

  test('the unique number that it came with is kept and told', async () => {
    const done = await register(town, clerk, { foreignNumber: '17-204-04.11.2026 г.', channel: 'ssev' })
    expect(textOf(done.slip!, 48)).toContain('17-204-04.11.2026')
    const [row] =
      await town.sql`select foreign_uri, foreign_number from documents where id = ${done.documentId}`
    expect(row).toEqual({ foreign_uri: '17-204-04.11.2026', foreign_number: '17-204-04.11.2026 г.' })
  })

  test('what cannot be registered is refused, in the order of the form, and takes no number', async () => {
    const count = async () => (await town.sql`select count(*)::int as many from documents`)[0]!['many']
    const before = await count()
    const { now, today } = clerk.ctx()
    const no = async (other: Parameters<typeof letter>[2], code: Parameters<typeof refused>[1]) =>
      refused(registerDocument(clerk.ctx(), await letter(town, clerk, other)), code)
    await no({ parties: [], subject: '' }, 'document.sender_needed')
    await no({ direction: 'outgoing', channel: null }, 'document.recipient_needed')
    await no({ subject: '\u0007 \u202e', channel: null }, 'document.subject_needed')
    await no({ subject: 'а'.repeat(1001) }, 'document.subject_too_long')
    await no({ channel: null }, 'document.channel_needed')
    await no({ receivedAt: now.add({ hours: 30 }) }, 'document.in_the_future')
    await no({ day: today.add({ days: 1 }) }, 'document.in_the_future')
    await no({ day: today.subtract({ years: 2 }) }, 'document.too_old')
    await no({ foreignNumber: '12', foreignDay: today.add({ days: 1 }) }, 'document.foreign_day_later')
    await no({ sheets: -1 }, 'document.count_wrong')
    await no({ kindId: randomUUIDv7() }, 'document.kind_unknown')
    await no({ registerId: randomUUIDv7() }, 'register.unknown')
    await no({ caseId: randomUUIDv7() }, 'document.case_unknown')
    await no({ answersId: randomUUIDv7() }, 'document.unknown')
    await no({ parties: [{ partyId: randomUUIDv7(), role: 'sender' }] }, 'party.unknown')
    await no({ departmentId: randomUUIDv7() }, 'department.unknown')
    await refused(registerDocument(officer.ctx(), await letter(town, clerk)), 'authority.denied')
    expect(await count()).toBe(before)
  })

  test('control characters in a subject are taken out, whoever pasted them', async () => {
    const done = await register(town, clerk, { subject: 'Скица\u0007 \u202eна имот' })
    const [row] = await town.sql`select subject from documents where id = ${done.documentId}`
    expect(row).toEqual({ subject: 'Скица на имот' })
  })
})
