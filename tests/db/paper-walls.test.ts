import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const BROKEN = 'GS002'

describe.each(servers)('what psql may owe to a printer, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let line: postgres.Sql
  let till: string
  let payment: string

  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    till = (await openTillFor(kasa1)).id
    payment = (await payOnce(kasa1)).paymentId
    line = lineAs(town, 'kasa1')
  })
  afterAll(async () => {
    await line.end()
    await town.close()
  })

  const owed = (
    kind: string,
    subject: string | null,
    more: { blocks?: object[]; copy?: number; says?: number } = {},
  ) => {
    const { blocks = [{ text: 'x' }], copy = 0, says = copy } = more
    const paper = {
      kind,
      title: 'x',
      blocks,
      ...(says > 0 && { duplicate: { copy: says, who: 'x', at: 'x' } }),
    }
    return `insert into print_jobs (id, printer_id, kind, subject_id, copy, title, paper)
      select '${randomUUIDv7()}', id, '${kind}', ${subject === null ? 'null' : `'${subject}'`}, ${copy}, 'x',
        '${JSON.stringify(paper)}' from printers limit 1`
  }
  const drawer = [{ drawer: true }]

  test('no original of a document that was not made just now', async () => {
    for (const kind of ['receipt', 'reversal', 'till-closing', 'deposit', 'no-sale', 'cash-in-voucher'])
      for (const subject of [null, payment, till, randomUUIDv7()])
        expect(await outcome(line, owed(kind, subject)), kind).toBe(BROKEN)
    expect(await outcome(line, owed('report', null))).toBe('done')
  })

  test('a duplicate says which one it is, of a paper that there is', async () => {
    expect(await outcome(line, owed('receipt', payment, { copy: 1 }))).toBe('done')
    expect(await outcome(line, owed('receipt', payment, { copy: 1, says: 0 }))).toBe(BROKEN)
    expect(await outcome(line, owed('receipt', payment, { copy: 2, says: 1 }))).toBe(BROKEN)
    expect(await outcome(line, owed('receipt', randomUUIDv7(), { copy: 1 }))).toBe(BROKEN)
  })

  test('what came out is not owed again', async () => {
    const moved = (to: string) => `update print_jobs set state = '${to}' where subject_id = '${payment}'`
    expect(await outcome(line, moved('unsure'), moved('queued'), moved('printed'))).toBe('done')
    for (const again of ['queued', 'sending', 'failed', 'unsure'])
      expect(await outcome(line, moved('printed'), moved(again)), again).toBe(BROKEN)
  })

  test('the drawer opens for money or with its slip, for nothing else', async () => {
    const id = randomUUIDv7()
    const noSale = `insert into cash_movements (id, till_id, kind, amount_cents, reason)
      values ('${id}', '${till}', 'no_sale', 0, 'разваляне')`
    expect(await outcome(line, noSale, owed('no-sale', id, { blocks: drawer }))).toBe('done')
    for (const kind of ['report', 'test-page', 'x-report', 'made-up'])
      expect(await outcome(line, owed(kind, null, { blocks: drawer })), kind).toBe(BROKEN)
    expect(await outcome(line, owed('receipt', payment, { copy: 1, blocks: drawer }))).toBe(BROKEN)
  })
})
