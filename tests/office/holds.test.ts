import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openHolds } from '../../office/holds.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const AN_HOUR_MS = 3_600_000

describe.each(newest)('what one program alone works with, on PostgreSQL %s', version => {
  let town: TestTown
  beforeAll(async () => {
    town = await testTown(version)
  })
  afterAll(() => town.close())

  test('is held as long as the program runs, however long nothing is asked', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const first = openHolds(town.place, town.owner, 'first')
    const till = randomUUIDv7()
    expect(await first.take('till', till)).toBe(true)
    for (const [ring, after_ms = 0, ...rest] of timers.mock.calls)
      if (after_ms > AN_HOUR_MS / 4) ring(...rest)
    timers.mockRestore()
    await town.sql`select pg_sleep(0.3)`
    const second = openHolds(town.place, town.owner, 'second')
    expect(await second.take('till', till)).toBe(false)
    await first.close()
    await expect.poll(() => second.take('till', till)).toBe(true)
    await second.close()
  })

  test('a device is taken for one piece of work, also within one program', async () => {
    const desk = openHolds(town.place, town.owner, 'desk')
    const other = openHolds(town.place, town.owner, 'other')
    const device = randomUUIDv7()
    expect(await desk.take('device', device)).toBe(true)
    expect(await desk.take('device', device), 'a paper is at the device').toBe(false)
    await desk.release('device', device)
    expect(await other.take('device', device)).toBe(true)
    expect(await desk.take('device', device)).toBe(false)
    await other.release('device', device)
    expect(await desk.take('device', device)).toBe(true)
    await Promise.all([desk.close(), other.close()])
  })
})
