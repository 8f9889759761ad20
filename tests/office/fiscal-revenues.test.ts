import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listServices } from '../../office/services/list-services.ts'
import { setFiscal } from '../../office/services/set-fiscal.ts'
import { showService } from '../../office/services/show-service.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, pricedService, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('revenues that need a fiscal receipt on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let kasa1: Session
  let code: string
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    kasa1 = await town.signIn('kasa1', 1)
    code = (await pricedService(admin.ctx())).code
  })
  afterAll(() => town.close())
  const set = (taxGroup: number | null, days = 0, ground = 'Указание 12/2026') =>
    setFiscal(admin.ctx(), { code, taxGroup, validFrom: admin.ctx().today.add({ days }), ground })
  const groupNow = async () =>
    (await listServices(kasa1.ctx())).find(service => service.code === code)?.taxGroup

  test('no service needs one until the town says so, from its day on, on a ground', async () => {
    expect(await groupNow()).toBeNull()
    await set(2, 1)
    expect(await groupNow()).toBeNull()
    await set(2)
    expect(await groupNow()).toBe(2)
    const { fiscal } = await showService(kasa1.ctx(), code)
    expect(fiscal.map(({ taxGroup, ground }) => [taxGroup, ground])).toEqual([
      [2, 'Указание 12/2026'],
      [2, 'Указание 12/2026'],
    ])
    const logged = await town.sql`select facts from logbook where act = 'services.set_fiscal' order by id`
    expect(logged.at(-1)?.['facts']).toMatchObject({ code, tax_group: 2, ground: 'Указание 12/2026' })
  })

  test('the same again, also at the same moment, is done once; something else from that day is refused', async () => {
    const both = await Promise.all([set(null, 2), set(null, 2)])
    expect(both.map(({ taxGroup }) => taxGroup)).toEqual([null, null])
    await refused(set(3, 2), 'fiscal.revenue_set_already')
    const rows = await town.sql`select tax_group from fiscal_revenues order by valid_from`
    expect(rows.map(row => row['tax_group'])).toEqual([2, 2, null])
  })

  test('a day gone by, no ground, an unknown service and anybody but an administrator are refused', async () => {
    await refused(set(2, -1), 'fiscal.revenue_in_the_past')
    await refused(set(2, 5, ' '), 'fiscal.revenue_needs_ground')
    const { today } = admin.ctx()
    const other = { taxGroup: 2, validFrom: today, ground: 'Заповед 7' }
    await refused(setFiscal(admin.ctx(), { code: '1', ...other }), 'service.unknown')
    await refused(setFiscal(kasa1.ctx(), { code, ...other }), 'authority.denied')
    await refused(showService(kasa1.ctx(), '1'), 'service.unknown')
  })
})
