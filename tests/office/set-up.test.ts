import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDesks } from '../../office/desks/list-desks.ts'
import { setDesk } from '../../office/desks/set-desk.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listTownProfiles, printerNamed } from '../../office/print/lookup.ts'
import { owedPapers } from '../../office/print/owed-papers.ts'
import { seePrinters } from '../../office/print/see-devices.ts'
import { setPrinter } from '../../office/print/set-printer.ts'
import { setProfile } from '../../office/print/set-profile.ts'
import { setFee } from '../../office/services/set-fee.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { MOST } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { refused } from '../support/refused.ts'
import {
  lineOf,
  newest,
  openTillFor,
  payOnce,
  pricedService,
  type TestTown,
  testTown,
} from '../support/town.ts'
import { untilNoLineIsLost } from '../support/until-no-line-is-lost.ts'

const anyPrinter = () => null

describe.each(newest)('setting up a town on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let kasa1: Session
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    kasa1 = await town.signIn('kasa1', 1)
    await openTillFor(kasa1)
  })
  afterAll(() => town.close())
  const lastLogged = async () => {
    const [row] = await town.sql`select act, facts from logbook order by id desc limit 1`
    return row
  }
  const desk = (number: number, name: string | null, printer: string | null) =>
    setDesk(admin.ctx(), { id: randomUUIDv7(), number, name, printer })
  const printer = (name: string, profile: string | null, line: string | null) =>
    setPrinter(admin.ctx(), { id: randomUUIDv7(), name, profile, line }, anyPrinter)
  const today = () => admin.ctx().today

  test('a desk is added, then changed in part; everybody may list desks', async () => {
    expect(await desk(7, 'Кметство Устово', 'екран 1')).toEqual({ number: 7, added: true })
    expect(await desk(7, 'Устово', null)).toEqual({ number: 7, added: false })
    const clerk = await town.signIn('delo')
    expect((await listDesks(clerk.ctx())).at(-1)).toEqual({
      number: 7,
      name: 'Устово',
      printer: 'екран 1',
      terminal: null,
    })
    expect(await lastLogged()).toMatchObject({ act: 'staff.sign_in' })
    const logged = await town.sql`select facts from logbook where act = 'desks.set' order by id`
    expect(logged[1]?.['facts']).toMatchObject({
      before: { name: 'Кметство Устово' },
      after: { name: 'Устово' },
    })
  })

  test('papers that wait or ask for a person follow their desk to its new printer, those that came out stay', async () => {
    const first = await payOnce(kasa1)
    await town.sql`update print_jobs set state = 'printed' where id = ${first.printJobId}`
    const waiting = await payOnce(kasa1)
    const asking = [await payOnce(kasa1), await payOnce(kasa1)].map(taken => taken.printJobId)
    await town.sql`update print_jobs set state = 'failed' where id = ${asking[0] ?? ''}`
    await town.sql`update print_jobs set state = 'unsure' where id = ${asking[1] ?? ''}`
    await desk(1, null, 'екран 2')
    const rows = await town.sql`
      select j.id, p.name from print_jobs j join printers p on p.id = j.printer_id
      where j.id in ${town.sql([first.printJobId, waiting.printJobId, ...asking])} order by j.ordinal`
    expect(rows.map(row => row['name'])).toEqual(['екран 1', 'екран 2', 'екран 2', 'екран 2'])
    await desk(1, null, 'екран 1')
  })

  test('a desk without a name or with an unknown printer is refused', async () => {
    expect(await refused(desk(8, null, 'екран 1'), 'desk.incomplete')).toEqual({ number: 8 })
    await refused(desk(8, 'Осма', null), 'desk.incomplete')
    await refused(desk(8, 'Осма', 'няма'), 'printer.unknown')
    await refused(desk(0, 'Нула', 'екран 1'), 'input.invalid')
  })

  test('a printer is added and changed; what no printer understands is refused', async () => {
    expect(await printer('Каса 9', 'escpos-80', 'tcp://10.0.0.9:9100')).toEqual({
      name: 'Каса 9',
      added: true,
    })
    expect(await printer('Каса 9', null, 'file:/tmp/x')).toEqual({ name: 'Каса 9', added: false })
    expect((await lastLogged())?.['facts']).toMatchObject({
      name: 'Каса 9',
      before: { line: 'tcp://10.0.0.9:9100' },
      after: { profile: 'escpos-80', line: 'file:/tmp/x' },
    })
    await refused(printer('Каса 10', null, 'file:/tmp/x'), 'printer.incomplete')
    const why = () => refusal('printer.profile_unknown', { profile: 'x', known: [] })
    const input = { id: randomUUIDv7(), name: 'Каса 9', profile: 'x', line: null }
    await refused(setPrinter(admin.ctx(), input, why), 'printer.profile_unknown')
  })

  test('who prints on a printer and what stands in for it is set, kept and taken away', async () => {
    await printer('Каса 14', 'escpos-80', 'tcp://10.0.0.14')
    await printer('Каса 15', 'escpos-80', 'tcp://10.0.0.15')
    const arrange = (more: { printedBy?: 'desk' | 'agent'; standIn?: string }) =>
      setPrinter(
        admin.ctx(),
        { id: randomUUIDv7(), name: 'Каса 14', profile: null, line: null, ...more },
        anyPrinter,
      )
    const now = async () => {
      const [one] = await seePrinters(kasa1.ctx(), ['Каса 14'])
      return { line: one?.line, printedBy: one?.printedBy, standIn: one?.standIn, desks: one?.desks }
    }
    const before = { line: 'tcp://10.0.0.14', printedBy: 'desk', standIn: null, desks: [] }
    expect(await now()).toEqual(before)
    await arrange({ printedBy: 'agent', standIn: 'Каса 15' })
    await arrange({})
    expect(await now()).toEqual({ ...before, printedBy: 'agent', standIn: 'Каса 15' })
    expect((await lastLogged())?.['facts']).toMatchObject({ after: { printedBy: 'agent' } })
    await arrange({ standIn: '' })
    expect(await now()).toEqual({ ...before, printedBy: 'agent' })
    await refused(arrange({ standIn: 'Каса 14' }), 'printer.stands_in_for_itself')
    await refused(arrange({ standIn: 'няма' }), 'printer.unknown')
    await refused(seePrinters(kasa1.ctx(), ['Каса 14', 'няма']), 'printer.unknown')
    expect((await seePrinters(kasa1.ctx(), ['екран 2']))[0]?.desks).toEqual([2])
  })

  test("a profile of the town's own is added, its printers follow it, and it may be changed", async () => {
    const asked: string[][] = []
    const own = (name: string, columns: number) =>
      setProfile(admin.ctx(), { name, columns }, written => written as { name: string })
    expect(await own('наш', 42)).toEqual({ name: 'наш', added: true })
    const settings = { id: randomUUIDv7(), name: 'Каса 12', profile: 'наш', line: 'preview:' }
    await setPrinter(admin.ctx(), settings, (_, __, townProfiles) => {
      asked.push(townProfiles)
      return null
    })
    expect(asked).toEqual([['наш']])
    expect(await own('наш', 40)).toEqual({ name: 'наш', added: false })
    expect((await lastLogged())?.['facts']).toEqual({
      name: 'наш',
      before: { name: 'наш', columns: 42 },
      after: { name: 'наш', columns: 40 },
    })
    expect((await printerNamed(admin.ctx().db, 'Каса 12')).townProfile).toEqual({ name: 'наш', columns: 40 })
    expect(await listTownProfiles(kasa1.ctx())).toEqual([
      { name: 'наш', profile: { name: 'наш', columns: 40 } },
    ])
  })

  test('only the administrator adds profiles, and a wrong one is nowhere', async () => {
    const wrong = refusal('printer.profile_wrong', { wrong: [{ field: 'dots', problem: 'missing' }] })
    const refuse = () => {
      throw wrong
    }
    await refused(setProfile(admin.ctx(), {}, refuse), 'printer.profile_wrong')
    await refused(setProfile(kasa1.ctx(), {}, refuse), 'authority.denied')
    expect((await listTownProfiles(admin.ctx())).map(({ name }) => name)).toEqual(['наш'])
  })

  test('two administrators setting one new desk, or one new printer, at once: both are heard, one thing is made', async () => {
    const desks = await Promise.all([desk(31, 'Първи', 'екран 1'), desk(31, 'Втори', 'екран 2')])
    expect(desks.map(d => d.added).sort()).toEqual([false, true])
    const printers = await Promise.all([1, 2].map(() => printer('Двоен', 'text', 'preview:')))
    expect(printers.map(p => p.added).sort()).toEqual([false, true])
    const profile = () => setProfile(admin.ctx(), { name: 'двоен' }, () => ({ name: 'двоен' }))
    expect((await Promise.all([profile(), profile()])).map(p => p.added).sort()).toEqual([false, true])
  })

  test('a fee holds from its day on; earlier payments keep theirs', async () => {
    const service = await pricedService(kasa1.ctx(), 'normal', 4)
    const old = await takePayment(kasa1.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(service)],
      given: null,
    })
    const set = (fee: bigint, validFrom: Temporal.PlainDate) =>
      setFee(admin.ctx(), { code: service.code, speed: 'normal', pricing: 'fixed', fee, validFrom })
    await set(777n, today().add({ days: 1 }))
    expect((await payOnce(kasa1, 4)).total).toBe(old.total)
    await set(555n, today())
    const [row] = await town.sql`select fee_cents::text as fee, lev_cents as lev from service_fees
      where service_id = ${service.id} and speed = 'normal' and valid_from = ${today().toString()}`
    expect(row).toEqual({ fee: '555', lev: null })
    const now = { ...lineOf(service), price: 555n }
    const paid = await takePayment(kasa1.ctx(), { paymentId: randomUUIDv7(), lines: [now], given: null })
    expect(paid.total).toBe(555n)
    const [kept] =
      await town.sql`select price_cents::text as price from payment_lines where payment_id = ${old.paymentId}`
    expect(kept?.['price']).toBe(String(old.total))
    expect((await town.sql`select 1 from logbook where act = 'services.set_fee'`).length).toBe(2)
  })

  test('a fee of yesterday, none at all, too large, of nothing known, and pricing changed later are refused', async () => {
    const { code } = await pricedService(kasa1.ctx(), 'normal', 6)
    const fee = (more: object) =>
      setFee(admin.ctx(), { code, speed: 'normal', pricing: 'fixed', fee: 100n, validFrom: today(), ...more })
    await refused(fee({ validFrom: today().subtract({ days: 1 }) }), 'fee.in_the_past')
    await refused(fee({ fee: null }), 'amount.empty')
    for (const wrong of [-1n, MOST + 1n]) await refused(fee({ fee: wrong }), 'amount.too_large')
    await refused(fee({ code: '999999' }), 'service.unknown')
    await refused(fee({ pricing: 'open', validFrom: today().add({ days: 1 }) }), 'fee.pricing_only_today')
    await refused(fee({ validFrom: '2026-01-01' }), 'input.invalid')
  })

  test('only an administrator sets up', async () => {
    for (const login of ['kasa1', 'delo', 'head', 'audit']) {
      const ctx = (await town.signIn(login)).ctx()
      await refused(
        setDesk(ctx, { id: randomUUIDv7(), number: 9, name: 'x', printer: null }),
        'authority.denied',
      )
      const device = { id: randomUUIDv7(), name: 'x', profile: 'x', line: 'x' }
      await refused(setPrinter(ctx, device, anyPrinter), 'authority.denied')
      const fee = { code: '1', speed: 'normal', pricing: 'open', fee: null, validFrom: today() } as const
      await refused(setFee(ctx, fee), 'authority.denied')
    }
  })

  test('papers that are owed by a desk are counted by what a person must do', async () => {
    await town.sql`delete from print_jobs`
    const ids = [await payOnce(kasa1), await payOnce(kasa1), await payOnce(kasa1), await payOnce(kasa1)].map(
      p => p.printJobId,
    )
    for (const [at, state] of ['printed', 'unsure', 'failed', 'sending'].entries())
      await town.sql`update print_jobs set state = ${state} where id = ${ids[at]!}`
    expect(await owedPapers(kasa1.ctx(), kasa1.desk!.id)).toEqual({ waiting: 1, unsure: 1, failed: 1 })
  })

  test('who is disabled in the middle of work is told so with the next payment', async () => {
    const kasa2 = await town.signIn('kasa2', 2)
    await openTillFor(kasa2)
    await disableStaff(admin.ctx(), 'kasa2')
    const input = {
      paymentId: randomUUIDv7(),
      lines: [lineOf(await pricedService(kasa1.ctx()))],
      given: null,
    }
    await refused(
      untilNoLineIsLost(() => takePayment(kasa2.ctx(), input)),
      'sign_in.ended',
    )
  })
})
