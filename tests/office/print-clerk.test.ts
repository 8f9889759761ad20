import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printingOfDesk } from '../../cli/desk-printing.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import { queuePrint } from '../../office/print/queue-print.ts'
import { devicesOfDesk } from '../../office/print/see-devices.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { inTransaction } from '../../office/transaction.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('a clerk prints, on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  beforeAll(async () => {
    town = await testTown(version)
    delo = await town.signIn('delo', 3)
  })
  afterAll(() => town.close())

  test('at the own desk, under the rights of a clerk', async () => {
    const id = randomUUIDv7()
    const paper: Paper = { kind: 'slip', title: 'Потвърждение ЗВ-1-00001', blocks: [{ text: 'ЗВ-1-00001' }] }
    const printing = await printingOfDesk(delo, () => undefined)
    await inTransaction(delo.ctx(), async tx => {
      const { id: deskId, printerId } = delo.desk!
      await queuePrint(tx, delo.ctx(), { id, printerId, deskId, subjectId: null, paper })
    })
    await expect
      .poll(async () => (await listJobs(delo.ctx(), { named: id, limit: 1 }))[0]?.state)
      .toBe('printed')
    expect(printing.fault()).toBeNull()
    await printing.stop()
  })

  test('and reads no password of a fiscal device: its papers wait for a cashier’s program', async () => {
    const { id: deskId, printerId } = delo.desk!
    await town.sql`insert into fiscal_devices (printer_id, device_number, operator, operator_password)
      values (${printerId}, 'DT000600', 1, '0001')`
    await town.sql`delete from printer_states`
    const asClerk = await devicesOfDesk(delo.ctx(), deskId)
    expect(asClerk.printer).toMatchObject({ operator: null, isOthers: true })
    const asCashier = await devicesOfDesk((await town.signIn('kasa1', 3)).ctx(), deskId)
    expect(asCashier.printer).toMatchObject({ operator: { password: '0001' }, isOthers: false })
    const printing = await printingOfDesk(delo, () => undefined)
    expect(printing.fault()).toBe('no_agent')
    await printing.stop()
  })
})
