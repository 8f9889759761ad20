import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLES } from '../../db/backup.ts'
import { migrateTown } from '../../db/migrate.ts'
import { type Db, openDatabase } from '../../db/open.ts'
import { canNameRoles, groupRole, staffRole, trainingDatabase } from '../../db/roles.ts'
import { COPIED, dropTraining, makeTraining, trainingOf, trainingPlace } from '../../db/training.ts'
import { openBillsWhere } from '../../office/bills/lookup.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import { printQueueOf } from '../../office/print/print-queue.ts'
import { cashReport } from '../../office/reports/cash-report.ts'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { setPassword } from '../../office/staff/set-password.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { DEMO_PASSWORD, demoTown } from '../../office/town/demo-town.ts'
import { fillTraining } from '../../office/town/fill-training.ts'
import { foundTown } from '../../office/town/found-town.ts'
import { dayOf } from '../../rules/dates.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refused } from '../support/refused.ts'
import {
  newDatabase,
  newest,
  openTillFor,
  payOnce,
  serverOf,
  type TestTown,
  testTown,
} from '../support/town.ts'

const silent = () => undefined
const fill = (db: Db) => fillTraining(db, dayOf(Temporal.Now.instant()))

const BEGINS_EMPTY = [
  'bank_deposits',
  'bill_withdrawals',
  'bills',
  'case_access',
  'case_closings',
  'case_reopenings',
  'cases',
  'cash_movements',
  'cash_vouchers',
  'confirmations',
  'deliveries',
  'deposited_tills',
  'dispatches',
  'document_corrections',
  'document_files',
  'document_parties',
  'document_series',
  'document_words',
  'documents',
  'files',
  'filings',
  'fiscal_desks',
  'fiscal_devices',
  'fiscal_documents',
  'fiscal_revenues',
  'fiscal_sales',
  'fiscal_series',
  'hand_outs',
  'handover_receipts',
  'handovers',
  'held_baskets',
  'kiosk_asks',
  'kiosk_codes',
  'kiosk_events',
  'kiosk_hours',
  'kiosk_keys',
  'kiosk_presses',
  'kiosk_questions',
  'kiosk_reasons',
  'kiosk_rules',
  'kiosk_states',
  'kiosks',
  'logbook',
  'merged_parties',
  'number_series',
  'open_bills',
  'open_requests',
  'open_tasks',
  'open_tills',
  'opinions',
  'parties',
  'party_merges',
  'payment_lines',
  'payment_tenders',
  'payments',
  'print_jobs',
  'printer_states',
  'ready_requests',
  'receipts',
  'request_endings',
  'request_events',
  'request_items',
  'requests',
  'restricted_cases',
  'reversals',
  'reviews',
  'satisfaction_methods',
  'task_endings',
  'task_moves',
  'task_terms',
  'tasks',
  'terminal_reports',
  'till_closings',
  'tills',
  'undeposited_tills',
]

/** Everything that a practised day leaves behind; none of it is ever seen in the town. */
const LEFT_BY_WORK = [
  'tills',
  'payments',
  'receipts',
  'print_jobs',
  'number_series',
  'cash_vouchers',
] as const

describe.each(newest)('training on PostgreSQL %s', version => {
  const { owner } = serverOf(version)
  let town: TestTown
  const open: Session[] = []
  const make = (force = false) => makeTraining(town.place, owner, { force, progress: silent, fill })
  const practise = async (login: string, desk: number | null = 1, password = DEMO_PASSWORD) => {
    const place = trainingPlace(town.place)
    const session = await signIn({ place, login, password, desk, lang: 'bg', program: 'gishe desk' })
    open.push(session)
    return session
  }
  const allLeave = () => Promise.all(open.splice(0).map(session => session.close()))
  const countsOf = async (): Promise<number[]> =>
    Promise.all(
      LEFT_BY_WORK.map(async table => {
        const [row] = await town.sql<{ many: number }[]>`select count(*)::int as many from ${town.sql(table)}`
        return row?.many ?? -1
      }),
    )

  beforeAll(async () => {
    town = await testTown(version)
  })
  afterAll(async () => {
    await allLeave()
    await town.close()
  })

  test('what begins empty is money, numbers, people and fiscal devices; all the rest is the town’s', () => {
    const empty = TABLES.filter(table => !(COPIED as readonly string[]).includes(table))
    expect([...empty].sort()).toEqual(BEGINS_EMPTY)
  })

  test('before it is made, nobody can practise and is told what is missing', async () => {
    expect(await trainingOf(town.place, owner)).toBeNull()
    await refused(practise('kasa1'), 'training.missing')
  })

  test('everybody signs in with the own password, at the town’s desks, services and fees', async () => {
    const made = await make()
    const state = await trainingOf(town.place, owner)
    expect(state).toEqual({ madeAt: made.madeAt, isStale: false, working: [] })
    for (const login of ['kasa1', 'delo', 'head', 'admin', 'audit']) {
      const session = await practise(login)
      expect(session.town).toMatchObject({ name: { bg: 'Смолян' }, training: true })
      expect(session.desk?.name).toBe('Каса партер')
    }
    await refused(practise('kasa1', 1, 'друга-парола'), 'sign_in.wrong')
    await allLeave()
  })

  test('its people are invented, whoever is in the town’s register; some of them owe something', async () => {
    const real = {
      id: crypto.randomUUID(),
      kind: 'person',
      identifier: null,
      ekatte: null,
      address: null,
    } as const
    const cashier = await town.signIn('kasa1', 1)
    await registerParty(cashier.ctx(), { ...real, name: 'Истински Човек', phone: null, email: null })
    await make(true)
    const practised = await practise('kasa1')
    expect((await findParties(cashier.ctx(), { text: 'Истински Човек' })).length).toBe(1)
    expect((await findParties(practised.ctx(), { text: 'Истински Човек' })).length).toBe(0)
    const [bill] = await openBillsWhere(practised.ctx().db, undefined, 1)
    expect(bill?.payer?.name).toBeTruthy()
    await allLeave()
  })

  test('numbers are its own, papers say so, and nothing of it is in the town', async () => {
    const real = await town.signIn('kasa1', 1)
    const till = await openTillFor(real)
    expect((await payOnce(real)).receiptNumber).toMatch(/^1-\d{4}-000001$/)
    const before = await countsOf()
    const cashier = await practise('kasa1', 1)
    const practised = await openTillFor(cashier)
    for (let at = 0; at < 3; at++) await payOnce(cashier, at)
    expect((await payOnce(cashier)).receiptNumber).toMatch(/^1-\d{4}-000004$/)
    await closeTill(cashier.ctx(), { tillId: practised.id, counted: 1n, reason: 'учене' })
    const papers = await listJobs(cashier.ctx(), { limit: 50 })
    expect(papers.length).toBeGreaterThanOrEqual(5)
    for (const { paper, title } of papers) {
      expect(textOf(paper, 42).match(/ОБУЧЕНИЕ/g), title).toHaveLength(2)
      expect(
        paper.blocks.some(block => 'drawer' in block),
        title,
      ).toBe(false)
    }
    expect(await countsOf()).toEqual(before)
    const { today } = real.ctx()
    expect((await cashReport(real.ctx(), { from: today, to: today }, 'desk')).payments).toBe(1)
    expect((await cashReport(cashier.ctx(), { from: today, to: today }, 'desk')).payments).toBe(4)
    expect((await payOnce(real)).receiptNumber).toMatch(/^1-\d{4}-000002$/)
    await allLeave()
    expect(till.id).not.toBe(practised.id)
  })

  test('made anew it is empty again; not while somebody works in it, unless their work is ended', async () => {
    const cashier = await practise('kasa2', 2)
    await openTillFor(cashier)
    const told = await refused(make(), 'training.in_use')
    expect(told).toEqual({ working: ['kasa2 (gishe desk)'] })
    await refused(dropTraining(town.place, owner, { force: false }), 'training.in_use')
    await make(true)
    await expect(payOnce(cashier)).rejects.toThrow()
    await allLeave()
    const again = await practise('kasa2', 2)
    await openTillFor(again)
    expect((await payOnce(again)).receiptNumber).toMatch(/^2-\d{4}-000001$/)
    await allLeave()
  })

  test('logins and passwords are the town’s: practice cannot change them', async () => {
    const admin = await practise('admin')
    const added = { id: crypto.randomUUID(), login: 'nov', name: 'Нов', post: 'cashier' } as const
    await refused(addStaff(admin.ctx(), { ...added, password: 'парола-дълга' }), 'training.staff_of_town')
    await refused(disableStaff(admin.ctx(), 'kasa1'), 'training.staff_of_town')
    await refused(
      setPassword(admin.ctx(), { login: 'admin', password: 'парола-дълга' }),
      'training.staff_of_town',
    )
    expect((await town.signIn('kasa1')).who.login).toBe('kasa1')
    expect((await town.signIn('admin')).who.login).toBe('admin')
  })

  test('who comes later is told to wait; whose access is taken away loses both', async () => {
    const admin = await town.signIn('admin')
    const added = { id: crypto.randomUUID(), login: 'novak', name: 'Нов Касиер', post: 'cashier' } as const
    await addStaff(admin.ctx(), { ...added, password: DEMO_PASSWORD })
    expect(await refused(practise('novak'), 'training.staff_newer')).toEqual({ login: 'novak' })
    await make(true)
    const newcomer = await practise('novak')
    await disableStaff(admin.ctx(), 'novak')
    await expect(newcomer.database.sql`select 1`).rejects.toThrow()
    await refused(practise('novak'), 'sign_in.disabled')
    await allLeave()
  })

  test('two programs on one printer take turns, a paper at a time', async () => {
    const [real, cashier] = [await town.signIn('kasa1', 1), await practise('kasa1', 1)]
    const printer = real.desk?.printerId ?? ''
    await payOnce(real)
    const till = await openTillFor(cashier)
    await payOnce(cashier)
    const [ours, theirs] = [printQueueOf(real, printer), printQueueOf(cashier, printer)]
    expect([await ours.own(), await theirs.own()]).toEqual(['new', 'new'])
    expect(await ours.takeTurn()).toBe(true)
    expect(await theirs.takeTurn()).toBe(false)
    const paper = await ours.claim()
    if (paper) await ours.printed(paper, { confirmed: true })
    await ours.endTurn()
    expect(await theirs.takeTurn()).toBe(true)
    const practised = await theirs.claim()
    expect([paper?.paper.kind, practised?.paper.kind]).toEqual(['receipt', 'receipt'])
    if (practised) await theirs.waits(practised, { code: 'no_answer' })
    await theirs.endTurn()
    expect(await ours.takeTurn()).toBe(true)
    await closeTill(cashier.ctx(), { tillId: till.id, counted: 1n, reason: 'учене' })
    await allLeave()
  })

  test('one that was left behind by an update, or half made, says so', async () => {
    const sql = openDatabase(trainingPlace(town.place), owner, 'tests', 1)
    await sql.sql`comment on schema public is 'gishe 1 old'`
    expect(await trainingOf(town.place, owner)).toMatchObject({ isStale: true })
    await refused(practise('kasa1'), 'training.stale')
    await make()
    await sql.sql`delete from favourites`
    await sql.sql`delete from town`
    await refused(practise('kasa1'), 'training.missing')
    await sql.close()
    await make()
    expect((await practise('kasa1')).town.training).toBe(true)
    await allLeave()
  })

  test('an owner who may not make databases is told what to ask for, once', async () => {
    const { place: server } = serverOf(version)
    const admin = openDatabase(server, owner, 'tests', 1)
    const place = { ...server, database: newDatabase() }
    const plain = { user: `${place.database}_owner`, password: 'собственик-1' }
    await admin.sql.unsafe(`create role ${plain.user} login createrole password '${plain.password}'`)
    await admin.sql.unsafe(`grant ${plain.user} to current_user`)
    const makeDatabase = (database: string) =>
      admin.sql.unsafe(`create database ${database} owner ${plain.user} template template0`)
    await makeDatabase(place.database)
    await migrateTown(place, plain)
    const { db, close } = openDatabase(place, plain, 'tests', 1)
    await foundTown(db, dayOf(Temporal.Now.instant()), demoTown())
    await close()
    const again = () => makeTraining(place, plain, { force: false, progress: silent, fill })
    expect(await refused(again(), 'training.no_database')).toEqual({
      command: `createdb --owner=${plain.user} ${place.database}_training`,
    })
    await makeDatabase(`${place.database}_training`)
    await again()
    const first = await again()
    expect(await trainingOf(place, plain)).toMatchObject({ madeAt: first.madeAt, isStale: false })
    await admin.close()
  })

  test('dropped, it is gone, and its town works on', async () => {
    expect(await dropTraining(town.place, owner, { force: false })).toBe(true)
    expect(await dropTraining(town.place, owner, { force: false })).toBe(false)
    expect(await trainingOf(town.place, owner)).toBeNull()
    await refused(practise('kasa1'), 'training.missing')
    expect((await town.signIn('kasa1')).town.training).toBe(false)
  })
})

test('the roles of practice are those of the town, and no town is called like another’s training', () => {
  expect(trainingDatabase('gishe')).toBe('gishe_training')
  expect(groupRole('gishe_training', 'head')).toBe(groupRole('gishe', 'head'))
  expect(staffRole('gishe_training', 'ana')).toBe('gishe_staff_ana')
  expect(canNameRoles('smolyan_training')).toBe(false)
})
