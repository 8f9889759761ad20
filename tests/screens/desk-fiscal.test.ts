import { beforeAll, describe, expect, test } from 'vitest'
import { listServices } from '../../office/services/list-services.ts'
import { serviceWithCode } from '../../rules/services.ts'
import { atTheDesk, told } from '../support/at-the-desk.ts'
import { fiscalDeviceAt, issued, needsFiscalReceipt } from '../support/fiscal-desk.ts'

/** 2,05 € and needs a fiscal receipt; 2076 for 2,56 € does not. */
const FISCAL = '2037'

describe('what needs a fiscal receipt, at the desk', () => {
  const here = atTheDesk()
  beforeAll(async () => {
    const admin = await here.town.signIn('admin')
    const service = serviceWithCode(await listServices(admin.ctx()), FISCAL)
    await needsFiscalReceipt(admin, service!)
    await fiscalDeviceAt(here.town, 1)
    await admin.close()
  })
  const lastFiscalJob = async () => {
    const [row] = await here.town.sql`select id, paper -> 'fiscal' ->> 'unp' as unp from print_jobs
      where kind = 'fiscal-receipt' order by ordinal desc limit 1`
    return row!
  }

  test('is marked in the basket and told in the total; paid, its УНП and its state stand beside the change', async () => {
    const screen = await here.sitDown()
    await screen.type(`2076\r${FISCAL}\r`)
    await screen.until('с фискален бон')
    await here.shows('desk-fiscal-basket')
    await screen.type('\r10\r')
    await screen.until('Фискален бон: чака')
    const { id, unp } = await lastFiscalJob()
    expect(screen.frame()).toContain(`УНП ${unp}`)
    await issued(here.town, id)
    await screen.until('Фискален бон: отпечатан')
    await here.shows('desk-fiscal-paid')
    expect(await here.taken()).toBe(1)
  })

  test('waits while the device is known not to be ready, and the rest of the town’s services do not', async () => {
    const screen = await here.sitDown({ fiscal: { fault: 'out_of_paper', warnings: [] } })
    await screen.type(`${FISCAL}\r`)
    await screen.until('F8 (Плати)')
    await screen.press('f8')
    await screen.until(told('fiscal.not_ready', { fault: 'out_of_paper' }))
    await screen.press('f5')
    await screen.type('2076\r\r\r')
    await screen.until('Прието')
    expect(await here.taken()).toBe(1)
  })

  test('is not taken at a desk without a device: the clerk is told before the key is pressed', async () => {
    const screen = await here.sitDown({ as: 'kasa2', desk: 2 })
    await screen.type(`${FISCAL}\r`)
    await screen.until('F8 (Плати)')
    await screen.press('f8')
    await screen.until(told('fiscal.no_device', { code: FISCAL }))
    expect(await here.taken()).toBe(0)
  })

  test('taken back it asks which kind of storno it is', async () => {
    const screen = await here.sitDown()
    await screen.type(`${FISCAL}\r\r\r`)
    await screen.until('Фискален бон')
    await screen.press('f6')
    await screen.until('F8 Сторно')
    await screen.press('f8')
    await screen.until(told('fiscal.not_issued', { unp: 'DT000600', state: 'queued' }).slice(0, 22))
    await issued(here.town, (await lastFiscalJob())['id'], '0000777')
    await screen.press('f8')
    await screen.until('връщане или рекламация')
    await screen.press('f2')
    await screen.until('намаление на данъчната')
    await screen.press('f2')
    await screen.until('грешка на оператора')
    await here.shows('reversal-fiscal')
    await screen.type('сгрешена услуга\rhead\rgishe-demo\r')
    await screen.until('Сторно № 1-')
    const [storno] = await here.town
      .sql`select paper -> 'fiscal' as task from print_jobs where kind = 'fiscal-storno'`
    expect(storno?.['task']).toMatchObject({ reason: 'operator_error', of: { document: '0000777' } })
  })
})
