import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDesks } from '../../office/desks/list-desks.ts'
import { setDesk } from '../../office/desks/set-desk.ts'
import { listSettings } from '../../office/settings/list-settings.ts'
import { cashLimitOn } from '../../office/settings/lookup.ts'
import { type SetSetting, setSetting } from '../../office/settings/set-setting.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { LAW_CASH_LIMIT } from '../../rules/cash-limit.ts'
import { MOST } from '../../rules/money.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('settings on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let today: Temporal.PlainDate
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    today = admin.ctx().today
  })
  afterAll(() => town.close())
  const set = (amount: bigint | null, more: Partial<SetSetting> = {}) =>
    setSetting(admin.ctx(), { key: 'cash_limit', amount, validFrom: today, source: 'ДВ бр. 1', ...more })

  test('what the law says holds until the town sets a limit, from its day on', async () => {
    expect(await cashLimitOn(town.db, today)).toBe(LAW_CASH_LIMIT)
    const tomorrow = today.add({ days: 1 })
    await set(500_000n)
    await set(null, { validFrom: tomorrow })
    expect(await cashLimitOn(town.db, today)).toBe(500_000n)
    expect(await cashLimitOn(town.db, tomorrow)).toBeNull()
    const own = (await listSettings(admin.ctx())).filter(each => each.key === 'cash_limit')
    expect(own.map(({ amount, isInForce }) => [amount, isInForce])).toEqual([
      [null, false],
      [500_000n, true],
      [LAW_CASH_LIMIT, false],
    ])
  })

  test('the same again is done once; another amount for the same day is refused', async () => {
    const logged = async () => (await town.sql`select 1 from logbook where act = 'settings.set'`).length
    const before = await logged()
    await set(500_000n)
    expect(await logged()).toBe(before)
    expect(await refused(set(400_000n), 'setting.set_already')).toMatchObject({ amount: '5 000,00 €' })
  })

  test('days gone by, no amount, no source and other posts are refused', async () => {
    await refused(set(1n, { validFrom: today.subtract({ days: 1 }) }), 'setting.in_the_past')
    await refused(set(0n), 'amount.zero')
    await refused(set(MOST + 1n), 'amount.too_large')
    await refused(set(1n, { source: ' ' }), 'input.invalid')
    for (const login of ['kasa1', 'delo', 'head', 'audit'])
      await refused(
        setSetting((await town.signIn(login)).ctx(), {
          key: 'till_limit',
          amount: 1n,
          validFrom: today,
          source: 'заповед',
        }),
        'authority.denied',
      )
  })

  test('a desk has its card terminal, and keeps it when something else is changed', async () => {
    const desk = { id: crypto.randomUUID(), number: 1, name: null, printer: null }
    await setDesk(admin.ctx(), { ...desk, terminal: '93001234' })
    await setDesk(admin.ctx(), { ...desk, name: 'Център' })
    expect((await listDesks(admin.ctx()))[0]).toMatchObject({ name: 'Център', terminal: '93001234' })
    await refused(setDesk(admin.ctx(), { ...desk, terminal: 'ТИД 1' }), 'tender.terminal_wrong')
  })
})
