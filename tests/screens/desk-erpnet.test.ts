import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellDocument } from '../../office/fiscal/tell-document.ts'
import { listServices } from '../../office/services/list-services.ts'
import { serviceWithCode } from '../../rules/services.ts'
import { atTheDesk } from '../support/at-the-desk.ts'
import { type ErpnetService, erpnetService } from '../support/erpnet-service.ts'
import { fiscalDeviceAt, needsFiscalReceipt } from '../support/fiscal-desk.ts'

/** 3,58 € and needs a fiscal receipt. */
const FISCAL = '2037'

const here = atTheDesk()
let service: ErpnetService
beforeAll(async () => {
  service = await erpnetService()
  const admin = await here.town.signIn('admin')
  await needsFiscalReceipt(admin, serviceWithCode(await listServices(admin.ctx()), FISCAL)!)
  await fiscalDeviceAt(here.town, 1, { profile: 'erpnet-fp', number: 'DT517985', line: service.url })
  await admin.close()
})
afterAll(() => service.close())

const kept = () =>
  here.town.sql`select document, fiscal_memory, amount_cents from fiscal_documents order by issued_at`

test('a sale through ErpNet.FP whose reply is lost is one receipt, and its number is kept', async () => {
  service.next({ does: 'drop_reply' })
  const screen = await here.sitDown()
  await screen.type(`${FISCAL}\r\r\r`)
  await screen.until('Фискален бон: отпечатан')
  const unp = 'DT517985-0001-0000001'
  expect(service.issued).toEqual([{ kind: 'receipt', number: '0000001', unp, amount: 3.58 }])
  expect(await kept()).toEqual([{ document: '0000001', fiscal_memory: '02517985', amount_cents: '358' }])
})

test('an open cover is told before money is taken; closed again, the desk goes on', async () => {
  service.device.errors = [['E302', 'Printer cover open']]
  const screen = await here.sitDown()
  await screen.type(`${FISCAL}\r`)
  await screen.until('F8 (Плати)')
  expect(await here.taken()).toBe(0)
  service.device.errors = []
  await screen.until('F8 Плати')
  await screen.type('\r\r')
  await screen.until('Фискален бон: отпечатан')
  expect(service.issued).toHaveLength(2)
})

test('a receipt that only the cash of the device proved has no number until a person tells it', async () => {
  service.next({ does: 'restart_after' })
  const screen = await here.sitDown()
  await screen.type(`${FISCAL}\r\r\r`)
  await screen.until('Фискален бон: отпечатан')
  expect(service.issued).toHaveLength(3)
  expect(await kept()).toHaveLength(2)
  const [job] = await here.town
    .sql`select id from print_jobs where kind = 'fiscal-receipt' order by ordinal desc`
  const kasa1 = await here.town.signIn('kasa1', 1)
  const told = { jobId: String(job?.['id']), document: '0000003', fiscalMemory: null, at: null }
  expect(await tellDocument(kasa1.ctx(), told)).toMatchObject({ document: '0000003' })
  expect((await kept())[2]).toEqual({ document: '0000003', fiscal_memory: '02517985', amount_cents: '358' })
})
