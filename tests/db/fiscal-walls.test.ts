import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Service } from '../../rules/services.ts'
import { fiscalDeviceAt, needsFiscalReceipt } from '../support/fiscal-desk.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { openTillFor, payOnce, pricedService, servers, type TestTown, testTown } from '../support/town.ts'

const BROKEN = 'GS002'
const DENIED = '42501'

describe.each(servers)('what psql may not do to fiscal sales, on PostgreSQL %s', version => {
  let town: TestTown
  let device: string
  let other: string
  let till: string
  let fiscal: Service
  let price: bigint
  let sold: PaymentTaken
  let plain: PaymentTaken
  const lines = new Map<string, postgres.Sql>()
  const as = (login: string): postgres.Sql => {
    const known = lines.get(login) ?? lineAs(town, login)
    lines.set(login, known)
    return known
  }

  beforeAll(async () => {
    town = await testTown(version)
    const admin = await town.signIn('admin')
    const kasa1: Session = await town.signIn('kasa1', 1)
    device = await fiscalDeviceAt(town, 1)
    other = await fiscalDeviceAt(town, 2, { name: 'ФУ 2', number: 'DT000700' })
    till = (await openTillFor(kasa1)).id
    const service = await pricedService(kasa1.ctx(), 'normal', 1)
    await needsFiscalReceipt(admin, service)
    fiscal = service
    price = service.fees.normal?.cents ?? 0n
    sold = await payOnce(kasa1, 1)
    plain = await payOnce(kasa1, 0)
  })
  afterAll(async () => {
    await Promise.all([...lines.values()].map(line => line.end()))
    await town.close()
  })

  /** A payment for one service as a cashier might write it by hand, with these statements after its row. */
  const bySql = (statements: (payment: string) => string[]) => {
    const id = randomUUIDv7()
    return outcome(
      as('kasa1'),
      `insert into payments (id, till_id, total_cents, content) values ('${id}', '${till}', ${price}, 'x')`,
      `insert into receipts (payment_id) values ('${id}')`,
      `insert into print_jobs (id, printer_id, desk_id, kind, subject_id, title, paper)
        select '${randomUUIDv7()}', printer_id, id, 'receipt', '${id}', 'x',
          '{"kind":"receipt","title":"x","blocks":[{"text":"x"}]}' from desks where number = 1`,
      ...statements(id),
    )
  }
  const sale = (id: string) => `insert into fiscal_sales (payment_id) values ('${id}')`
  const line = (id: string, group: number | null) => `insert into payment_lines
      (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents, payment_code, tax_group)
    select '${id}', 1, s.id, s.department_id, 'x', 'normal', 1, ${price}, ${price}, s.payment_code, ${group}
      from services s where s.id = '${fiscal.id}'`
  const tender = (id: string) => `insert into payment_tenders
      (payment_id, ordinal, tender, amount_cents, given_cents, change_cents) values ('${id}', 1, 'cash', ${price}, ${price}, 0)`
  const receipt = (id: string, { printer = device, total = price, unp = '' } = {}) => `insert into print_jobs
      (id, printer_id, kind, subject_id, title, paper)
    select '${randomUUIDv7()}', '${printer}', 'fiscal-receipt', '${id}', 'x', jsonb_build_object('kind', 'fiscal-receipt',
      'title', 'x', 'blocks', '[]'::jsonb, 'fiscal', jsonb_build_object('task', 'sale', 'totalCents', ${total},
      'unp', ${unp === '' ? `(select unp from fiscal_sales where payment_id = '${id}')` : `'${unp}'`}))`

  test('a sale is whole or is none: its number, its lines and its receipt belong together', async () => {
    const whole = (id: string) => [sale(id), line(id, 2), tender(id), receipt(id)]
    expect(await bySql(whole)).toBe('done')
    expect(await bySql(id => [line(id, 2), tender(id)])).toBe(BROKEN)
    expect(await bySql(id => [sale(id), line(id, 2), tender(id)])).toBe(BROKEN)
    expect(await bySql(id => [sale(id), line(id, 2), tender(id), receipt(id, { total: price - 1n })])).toBe(
      BROKEN,
    )
    expect(await bySql(id => [sale(id), line(id, 2), tender(id), receipt(id, { printer: other })])).toBe(
      BROKEN,
    )
    expect(
      await bySql(id => [sale(id), line(id, 2), tender(id), receipt(id, { unp: 'DT000600-0001-0009999' })]),
    ).toBe(BROKEN)
    expect(await bySql(id => [...whole(id), receipt(id)])).not.toBe('done')
  })

  test('what the town said of a revenue binds: it is neither left out of a fiscal receipt nor put in', async () => {
    expect(await bySql(id => [line(id, null), tender(id)])).toBe('40001')
    expect(await bySql(id => [sale(id), line(id, 3), tender(id), receipt(id)])).toBe('40001')
  })

  test('nobody chooses a number, a device or a УНП, nor numbers a sale afterwards', async () => {
    const chosen = (id: string) =>
      `insert into fiscal_sales (payment_id, printer_id, number, unp)
        values ('${id}', '${other}', 9999, 'DT000700-0001-0009999')`
    // Its own device and its next number are given whatever is asked for: the rest fits.
    expect(await bySql(id => [chosen(id), line(id, 2), tender(id), receipt(id)])).toBe('done')
    expect(await outcome(as('kasa1'), sale(plain.paymentId))).toBe(BROKEN)
    const before = await town.sql`select last_number from fiscal_series where printer_id = ${device}`
    expect(await outcome(as('kasa1'), `update fiscal_series set last_number = 0`)).toBe(DENIED)
    expect(await town.sql`select last_number from fiscal_series where printer_id = ${device}`).toEqual(before)
  })

  test('a desk whose device was taken away just now looks again, and is then told that it has none', async () => {
    const desk1 = town.sql`select id from desks where number = 1`
    await town.sql`delete from fiscal_desks where desk_id = (${desk1})`
    expect(await bySql(id => [sale(id)])).toBe('40001')
    await town.sql`insert into fiscal_desks (desk_id, printer_id) select id, ${device} from desks where number = 1`
  })

  test('a fiscal paper is owed once, by its own sale; another device never prints it', async () => {
    expect(await outcome(as('kasa1'), receipt(sold.paymentId))).toBe(BROKEN)
    expect(await outcome(as('kasa1'), receipt(plain.paymentId, { unp: 'DT000600-0001-0000009' }))).toBe(
      BROKEN,
    )
    const job = sold.fiscal?.printJobId
    const moved = `update print_jobs set printer_id = '${other}', stands_in_for_id = printer_id where id = '${job}'`
    for (const login of ['kasa1', 'admin']) expect(await outcome(as(login), moved), login).toBe(BROKEN)
    const storno = receipt(sold.paymentId).replaceAll('fiscal-receipt', 'fiscal-storno')
    expect(await outcome(as('kasa1'), storno)).toBe(BROKEN)
    const hidden = `insert into print_jobs (id, printer_id, kind, title, paper) values ('${randomUUIDv7()}', '${device}',
      'report', 'x', '{"kind":"report","title":"x","blocks":[],"fiscal":{"task":"z_report"}}')`
    expect(await outcome(as('kasa1'), hidden)).toBe(BROKEN)
  })

  test('a document is kept only of a paper that its device was sent, as what it is', async () => {
    const document = (task: string, printer: string, payment: string | null) => `insert into fiscal_documents
        (job_id, printer_id, task, payment_id, document, fiscal_memory, issued_at, amount_cents)
      values ('${sold.fiscal?.printJobId}', '${printer}', '${task}', ${payment ? `'${payment}'` : 'null'},
        '1', '02000600', now(), 358)`
    expect(await outcome(as('kasa1'), document('sale', device, sold.paymentId))).toBe('done')
    expect(await outcome(as('kasa1'), document('storno', device, sold.paymentId))).toBe(BROKEN)
    expect(await outcome(as('kasa1'), document('sale', other, sold.paymentId))).toBe(BROKEN)
    expect(await outcome(as('kasa1'), document('sale', device, plain.paymentId))).toBe(BROKEN)
    expect(await outcome(as('kasa1'), document('sale', device, null))).toBe(BROKEN)
    expect(await outcome(as('head'), document('sale', device, sold.paymentId))).toBe(DENIED)
  })

  test('sales, documents and what was said of revenues stay as they are, for the owner too', async () => {
    for (const [table, change] of [
      ['fiscal_sales', `unp = 'DT000600-0001-0000777'`],
      ['fiscal_documents', `document = '1'`],
      ['fiscal_revenues', 'tax_group = 1'],
    ] as const) {
      for (const login of ['kasa1', 'head', 'admin', 'audit', 'delo']) {
        expect(await outcome(as(login), `update ${table} set ${change}`), `${login} ${table}`).toBe(DENIED)
        expect(await outcome(as(login), `delete from ${table}`), `${login} ${table}`).toBe(DENIED)
      }
      await expect(town.sql.unsafe(`update ${table} set ${change}`)).rejects.toMatchObject({
        code: expect.stringMatching(/^GS00/),
      })
    }
  })

  test('only who prints reads the password of a device; only an administrator sets devices and revenues', async () => {
    const password = 'select operator_password from fiscal_devices'
    const seen = 'select printer_id, device_number, operator from fiscal_devices'
    for (const login of ['kasa1', 'admin']) expect(await outcome(as(login), password), login).toBe('done')
    for (const login of ['head', 'audit', 'delo'])
      expect(await outcome(as(login), password), login).toBe(DENIED)
    for (const login of ['head', 'audit']) expect(await outcome(as(login), seen), login).toBe('done')
    const set = [
      `update fiscal_devices set operator = 2`,
      `delete from fiscal_desks`,
      `insert into fiscal_revenues (service_id, valid_from, tax_group, ground)
        select id, current_date + 9, 1, 'xxx' from services limit 1`,
    ]
    for (const statement of set) {
      expect(await outcome(as('admin'), statement)).toBe('done')
      for (const login of ['kasa1', 'head', 'audit', 'delo'])
        expect(await outcome(as(login), statement), `${login}: ${statement}`).toBe(DENIED)
    }
  })

  test('the codes of operators are given once and never chosen', async () => {
    const codes = await town.sql`select operator_code from staff`
    expect(new Set(codes.map(row => row['operator_code'])).size).toBe(codes.length)
    expect(await outcome(as('admin'), `update staff set operator_code = '0001'`)).toBe(DENIED)
    expect(sold.fiscal?.unp).toMatch(/^DT000600-\d{4}-0000001$/)
    expect(await outcome(as('kasa1'), sale(randomUUIDv7()))).toBe(BROKEN)
  })
})
