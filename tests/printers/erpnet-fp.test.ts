import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Device } from '../../printers/device.ts'
import { erpnetDevice } from '../../printers/drivers/erpnet-fp/driver.ts'
import { deviceOf } from '../../printers/printer.ts'
import type { FiscalTask } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'
import { type ErpnetService, erpnetService } from '../support/erpnet-service.ts'

const OPERATOR = { operator: 1, password: '0001' }
const PACE = { asked_ms: 2_000, sync_ms: 2_000, task_ms: 400, again_ms: 20 }

let service: ErpnetService
let device: Device
let noted: Note[]
beforeEach(async () => {
  service = await erpnetService()
  device = erpnetDevice(service.url, OPERATOR, PACE)
  noted = []
})
afterEach(() => service.close())

const paperOf = (fiscal?: FiscalTask): Paper => ({
  kind: 'fiscal-receipt',
  title: 'Фискален бон',
  blocks: [],
  ...(fiscal && { fiscal }),
})
const sale = (how: 'cash' | 'card' = 'cash'): FiscalTask => ({
  task: 'sale',
  unp: 'DT517985-0001-0000017',
  lines: [
    { name: 'Наем на зала – „Просвета“', taxGroup: 2, priceCents: 12_35, quantity: 2, amountCents: 24_70 },
    { name: 'Копие № 1', taxGroup: 1, priceCents: 29, quantity: 1, amountCents: 29 },
  ],
  tenders: [{ how, amountCents: 24_99 }],
  totalCents: 24_99,
})
const note = async (told: Note) => void noted.push(told)
const print = (task?: FiscalTask) => device.print(paperOf(task), note)
const ask = (task: FiscalTask) => device.ask?.(paperOf(task), noted.at(-1) ?? null)

describe('a receipt', () => {
  test('is sent with whole cents as decimals, in letters that the device has, and told with its number', async () => {
    expect(await print(sale())).toEqual({
      confirmed: true,
      document: {
        document: '0000001',
        fiscalMemory: '02517985',
        at: service.device.clock,
        amountCents: 24_99,
      },
    })
    expect(service.posts).toEqual([
      {
        path: 'receipt',
        body: {
          uniqueSaleNumber: 'DT517985-0001-0000017',
          operator: '1',
          operatorPassword: '0001',
          items: [
            { text: 'Наем на зала - "Просвета"', quantity: 2, unitPrice: 12.35, taxGroup: 2 },
            { text: 'Копие No. 1', quantity: 1, unitPrice: 0.29, taxGroup: 1 },
          ],
          payments: [{ amount: 24.99, paymentType: 'cash' }],
        },
      },
    ])
    expect(noted).toEqual([{ taskId: expect.stringMatching(/^[\w-]{22}$/) }])
  })

  test('that takes long is waited for', async () => {
    service.next({ does: 'slow' })
    const printing = print(sale())
    await expect.poll(() => service.posts.length).toBe(1)
    service.release()
    expect((await printing).document?.document).toBe('0000001')
  })

  test('of other papers there is none: the service issues fiscal documents only', async () => {
    await expect(print()).rejects.toMatchObject({ code: 'refused', sentBytes: false })
    expect(service.posts).toEqual([])
  })
})

test('a reversal tells what it takes back, by the words of every version of the service', async () => {
  const of = {
    unp: 'DT517985-0001-0000016',
    document: '0000085',
    at: '2026-11-21T13:55:18',
    fiscalMemory: '02517985',
  }
  const bare = { ...sale(), task: 'storno', of } as Extract<FiscalTask, { task: 'storno' }>
  for (const reason of ['operator_error', 'refund', 'tax_base'] as const) await print({ ...bare, reason })
  expect(service.posts.map(({ body }) => body['reason'])).toEqual([
    'operator-error',
    'refund',
    'taxbase-reduction',
  ])
  expect(service.posts[0]).toMatchObject({
    path: 'reversalreceipt',
    body: {
      uniqueSaleNumber: of.unp,
      receiptNumber: '0000085',
      receiptDateTime: '2026-11-21T13:55:18',
      fiscalMemorySerialNumber: '02517985',
    },
  })
})

test('cash in and out, X and Z', async () => {
  await print({ task: 'cash_in', amountCents: 50_05 })
  await print({ task: 'cash_out', amountCents: 20_00 })
  await print({ task: 'x_report' })
  await print({ task: 'z_report' })
  expect(service.posts.map(({ path, body }) => [path, body['amount']])).toEqual([
    ['deposit', 50.05],
    ['withdraw', 20],
    ['xreport', undefined],
    ['zreport', undefined],
  ])
  expect(await device.fiscal?.cashInDrawer()).toBe(130_05)
})

describe('a reply that is lost', () => {
  test('is asked for again: the receipt is one, with its number', async () => {
    service.next({ does: 'drop_reply' })
    expect((await print(sale('card'))).document?.document).toBe('0000001')
    expect(service.issued).toHaveLength(1)
  })

  test('with what the service knew: the cash shows that it was issued, its number stays unknown', async () => {
    service.next({ does: 'restart_after' })
    expect(await print(sale())).toEqual({ confirmed: true })
  })

  test('with what the service knew, paid by card: only a person can tell', async () => {
    service.next({ does: 'restart_after' })
    await expect(print(sale('card'))).rejects.toMatchObject({ code: 'no_answer', sentBytes: true })
    expect(await ask(sale('card'))).toMatchObject({ outcome: 'unknown' })
  })

  test('because the request never came: the cash shows that nothing was issued, so it may be sent again', async () => {
    service.next({ does: 'drop_request' })
    await expect(print(sale())).rejects.toMatchObject({ sentBytes: false })
    expect((await print(sale())).document?.document).toBe('0000001')
  })

  test('for longer than anybody waits: it is asked about later', async () => {
    service.next({ does: 'slow' })
    await expect(print(sale())).rejects.toMatchObject({ code: 'timeout', sentBytes: true })
    await expect(ask(sale())).rejects.toMatchObject({ code: 'busy' })
    service.release()
    expect(await ask(sale())).toMatchObject({ outcome: 'printed', document: { document: '0000001' } })
    expect(await ask(sale()), 'told once, it is forgotten').toMatchObject({ outcome: 'unknown' })
  })
})

describe('an error that is reported', () => {
  test.each([
    ['E301', 'out_of_paper'],
    ['E302', 'cover_open'],
    ['E303', 'device_error'],
    ['E304', 'overheated'],
    ['E408', 'password'],
    ['E405', 'refused'],
    ['E201', 'memory_full'],
    ['E103', 'clock'],
  ])('%s with nothing issued is %s', async (code, fault) => {
    service.next({ does: 'fail_before', code })
    await expect(print(sale())).rejects.toMatchObject({
      code: fault,
      detail: `${code} as scripted`,
      sentBytes: false,
    })
  })

  test.each(['E409', 'E404', 'E301'])('%s after the receipt was issued is no second receipt', async code => {
    service.next({ does: 'fail_after', code })
    expect(await print(sale())).toEqual({ confirmed: true })
    expect(service.issued).toHaveLength(1)
    service.next({ does: 'fail_after', code })
    await expect(print(sale('card'))).rejects.toMatchObject({ sentBytes: true })
  })

  test.each(['E405', 'E408'])('%s by the service itself is certain however it was paid', async code => {
    service.next({ does: 'fail_before', code })
    await expect(print(sale('card'))).rejects.toMatchObject({ sentBytes: false })
  })

  test('of a device that does not tell its cash leaves it to a person', async () => {
    service.device.tellsCash = false
    service.next({ does: 'fail_after', code: 'E409' })
    await expect(print(sale())).rejects.toMatchObject({ code: 'device_error', sentBytes: true })
  })

  test('before a document is begun keeps it from being sent', async () => {
    service.device.errors = [['E301', 'Out of paper']]
    await expect(print(sale())).rejects.toMatchObject({ code: 'out_of_paper', sentBytes: false })
    expect([noted, service.posts]).toEqual([[], []])
  })

  test('for the day that was not closed lets only the Z report pass', async () => {
    service.device.errors = [['E502', '24 hours block']]
    await expect(print(sale())).rejects.toMatchObject({ code: 'day_not_closed' })
    await print({ task: 'z_report' })
    await print(sale())
    expect(service.issued.map(({ kind }) => kind)).toEqual(['zreport', 'receipt'])
  })
})

test('a sale of another device is not sent', async () => {
  await expect(print({ ...sale(), unp: 'DT000600-0001-0000017' } as FiscalTask)).rejects.toMatchObject({
    code: 'bad_settings',
    sentBytes: false,
  })
  expect(service.posts).toEqual([])
})

describe('asked after a crash', () => {
  test('what was never noted was never sent', async () => {
    expect(await ask(sale())).toEqual({ outcome: 'not_printed' })
  })

  test('what was sent by another driver, before the printer was set anew, is asked of a person', async () => {
    await note({ last: '0000122' })
    expect(await ask(sale())).toMatchObject({ outcome: 'unknown' })
  })

  test('the service tells what it printed', async () => {
    service.next({ does: 'slow' })
    await expect(print(sale('card'))).rejects.toMatchObject({ sentBytes: true })
    service.release()
    expect(await ask(sale('card'))).toMatchObject({ outcome: 'printed', document: { document: '0000001' } })
  })

  test('what the service forgot is asked of a person: the cash may have been put back since', async () => {
    service.next({ does: 'slow' })
    await expect(print(sale())).rejects.toMatchObject({ sentBytes: true })
    service.release()
    await expect.poll(() => service.issued).toHaveLength(1)
    service.restart()
    const told = noted.at(-1) ?? null
    await print({ task: 'cash_out', amountCents: 24_99 })
    expect(await device.ask?.(paperOf(sale()), told)).toMatchObject({ outcome: 'unknown' })
  })

  test('what could not be noted is not sent', async () => {
    const lost = () => Promise.reject(new Error('database'))
    await expect(device.print(paperOf(sale()), lost)).rejects.toMatchObject({ sentBytes: false })
    expect(service.posts).toEqual([])
  })

  test('a service that is away is asked another time', async () => {
    await note({ taskId: 'AAAAAAAAAAAAAAAAAAAAAA' })
    await service.close()
    await expect(ask(sale())).rejects.toMatchObject({ code: 'no_answer' })
  })
})

describe('the device behind the service', () => {
  test('tells who it is, its clock, and takes another', async () => {
    expect(await device.fiscal?.identity()).toEqual({
      model: 'Datecs FP-2000',
      firmware: '1.00BG 23NOV18 1000',
      deviceNumber: 'DT517985',
      fiscalMemory: '02517985',
    })
    await device.fiscal?.setClock(Temporal.PlainDateTime.from('2026-11-22T10:15:00'))
    expect(String(await device.fiscal?.clock())).toBe('2026-11-22T10:15:00')
    expect(await device.fiscal?.endOpenReceipt()).toBe('none_open')
  })

  test('is well, or warns, or says what is wrong', async () => {
    expect(await device.health()).toEqual({ fault: null, warnings: [] })
    service.device.warnings = [
      ['W301', 'Low paper'],
      ['W202', 'Journal near full'],
    ]
    service.device.clock = '2026-01-01T00:00:00'
    service.device.errors = [['E302', 'Cover open']]
    expect(await device.health()).toMatchObject({
      fault: { code: 'cover_open' },
      warnings: ['paper_near_end', 'journal_near_full', 'clock_is_off'],
    })
    await service.close()
    expect(await device.health()).toMatchObject({ fault: { code: 'no_answer' } })
  })

  test('is found by its settings; another line or another printer of the service is none', async () => {
    const set = (line: string, profile = 'erpnet-fp') => deviceOf({ profile, line, fiscal: OPERATOR })
    expect(await set(service.url).health()).toMatchObject({ fault: null })
    expect(await set(service.url.replace('dt1', 'dt2')).health()).toMatchObject({
      fault: { code: 'no_device' },
    })
    for (const wrong of [set('tcp:kasa1'), set(`${service.url}/x`), set(service.url, 'escpos-80')])
      expect(await wrong.health()).toMatchObject({ fault: { code: 'bad_settings' } })
  })
})
