import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listServices } from '../../office/services/list-services.ts'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { type EmulatorOnTcp, emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { serviceWithCode } from '../../rules/services.ts'
import { faultNamed } from '../printers/fiscal-desk.ts'
import { atTheDesk, told } from '../support/at-the-desk.ts'
import { fiscalDeviceAt, needsFiscalReceipt } from '../support/fiscal-desk.ts'

/** 3,58 € and needs a fiscal receipt; 2076 for 2,05 € does not. */
const FISCAL = '2037'

describe('what needs a fiscal receipt, at a desk with an emulated device behind a real port', () => {
  const here = atTheDesk()
  const device = datecsEmulator({ lastDocument: 122 })
  let port: EmulatorOnTcp
  beforeAll(async () => {
    port = await emulatorOnTcp(device, 0)
    const admin = await here.town.signIn('admin')
    const service = serviceWithCode(await listServices(admin.ctx()), FISCAL)
    await needsFiscalReceipt(admin, service!)
    await fiscalDeviceAt(here.town, 1, { line: `tcp://127.0.0.1:${port.port}` })
    await admin.close()
  })
  afterAll(() => port.close())
  const issued = () => device.journal().map(({ kind, unp, total }) => ({ kind, unp, total }))

  test('is marked in the basket and told in the total; the device issues it, the town’s receipt tells the rest', async () => {
    const screen = await here.sitDown()
    await screen.type(`2076\r${FISCAL}\r`)
    await screen.until('с фискален бон')
    await here.shows('desk-fiscal-basket')
    await screen.type('\r10\r')
    await screen.until('Фискален бон: отпечатан')
    await here.shows('desk-fiscal-paid')
    expect(issued()).toEqual([{ kind: 'sale', unp: 'DT000600-0001-0000001', total: 3_58 }])
    const [job] = await here.town
      .sql`select paper -> 'blocks' as blocks from print_jobs where kind = 'receipt'`
    expect(JSON.stringify(job?.['blocks'])).toContain('2076')
    expect(JSON.stringify(job?.['blocks'])).toContain('DT000600-0001-0000001')
    expect(JSON.stringify(job?.['blocks'])).not.toContain(`${FISCAL} `)
    const [kept] = await here.town.sql`select document, amount_cents from fiscal_documents`
    expect(kept).toMatchObject({ document: expect.stringMatching(/123$/), amount_cents: '358' })
  })

  test('closing the till reminds of the Z that the device is owed', async () => {
    const screen = await here.sitDown()
    await screen.press('f10')
    await screen.type('16')
    await screen.until('Само сумата')
    await screen.press('f2')
    await screen.type('60\r')
    await screen.until('продавало след последния Z')
    await here.shows('close-till-fiscal')
  })

  test('taken back it asks which kind of storno it is, and the device issues that', async () => {
    const screen = await here.sitDown()
    await screen.type(`${FISCAL}\r\r\r`)
    await screen.until('Фискален бон: отпечатан')
    await screen.press('f6')
    await screen.until('F8 Сторно')
    await screen.until(' ФБ ')
    await screen.press('f8')
    await screen.until('връщане или рекламация')
    await screen.press('f2')
    await screen.until('намаление на данъчната')
    await screen.press('f2')
    await screen.until('грешка на оператора')
    await here.shows('reversal-fiscal')
    await screen.type('сгрешена услуга\rhead\rgishe-demo\r')
    await screen.until('Сторно № 1-')
    const unp = 'DT000600-0001-0000002'
    await expect
      .poll(() => issued().slice(1), { timeout: 10_000 })
      .toEqual([
        { kind: 'sale', unp, total: 3_58 },
        { kind: 'storno', unp, total: 3_58 },
      ])
  })

  test('the device has a screen: what it sold and owes, what it says itself, X, Z and its cash', async () => {
    const screen = await here.sitDown()
    await screen.press('f10')
    await screen.until('Фискално устройство')
    await screen.type('8')
    await screen.until('Продажби след него')
    await screen.until('3 бона, 3,58 €')
    await screen.press('enter')
    await screen.until('Последен документ       125')
    expect(screen.frame()).toContain('Пари в устройството     3,58 €')
    await screen.type('3')
    await screen.until('Служебно въведени пари')
    await screen.press('enter')
    await screen.until(told('amount.empty', {}))
    await screen.type('50')
    await here.shows('fiscal-device-cash')
    await screen.press('enter')
    await screen.until('СЛУЖЕБНО ВЪВЕДЕНИ: отпечатан')
    await screen.type('2')
    await screen.until('Enter Пусни Z')
    await screen.press('enter')
    await screen.until('(Z): отпечатан')
    await screen.until('0 бона, 0,00 €')
    await here.shows('fiscal-device')
    expect(issued().slice(-2)).toMatchObject([{ kind: 'cash_in', total: 50_00 }, { kind: 'z' }])
  })

  test('waits while the device is known not to be ready, and the rest of the town’s services do not', async () => {
    const before = issued().length
    device.cause(faultNamed('cover-open'))
    const screen = await here.sitDown()
    await screen.type(`${FISCAL}\r`)
    await screen.until('F8 (Плати)')
    await screen.press('f8')
    await screen.until(told('fiscal.not_ready', { fault: 'cover_open' }))
    await screen.until('ФУ: отворен капак')
    const setFirst = (state: string) =>
      here.town.sql`update print_jobs set state = ${state}
        where ordinal = (select min(ordinal) from print_jobs where kind = 'receipt')`
    await setFirst('unsure')
    await screen.until('F6: проверете 1')
    expect(screen.frame()).toContain('ФУ: отворен капак')
    await setFirst('printed')
    await screen.press('f5')
    await screen.type('2076\r\r\r')
    await screen.until('Прието')
    device.mend()
    expect(await here.taken()).toBe(1)
    expect(issued()).toHaveLength(before)
  })

  test('is not taken at a desk without a device: the clerk is told before the key is pressed', async () => {
    const screen = await here.sitDown({ as: 'kasa2', desk: 2 })
    await screen.type(`${FISCAL}\r`)
    await screen.until('F8 (Плати)')
    await screen.press('f8')
    await screen.until(told('fiscal.no_device', { code: FISCAL }))
    expect(await here.taken()).toBe(0)
  })
})
