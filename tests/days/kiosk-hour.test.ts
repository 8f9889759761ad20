import { beforeAll, describe, expect, test } from 'vitest'
import { DEVICES, type LivedHour, liveKioskHour, planned } from './kiosk-hour.ts'

const MINUTES = Number(process.env['GISHE_MINUTES'] || 6)
const SEED = Number(process.env['GISHE_SEED'] || Math.floor(Math.random() * 2 ** 31))

/** Repeated, as far as chance goes, by GISHE_SEED; `npm run kiosk-hour` lives a whole hour. */
describe(`${MINUTES} minutes of ${DEVICES} devices while programs and the database die, seed ${SEED}`, () => {
  let hour: LivedHour
  beforeAll(async () => {
    hour = await liveKioskHour(SEED, MINUTES)
  }, 180_000)

  test('every press that was thanked for is in the books once, nothing else is, and the sums are right', () => {
    expect(hour.wrong).toEqual([])
  })

  test('the time was as hard as it claims', () => {
    const plan = planned(MINUTES)
    for (const victim of ['device', 'hub', 'postmaster'] as const)
      expect(hour.kills[victim], victim).toBeGreaterThanOrEqual(plan[victim])
    expect(hour.thanked).toBeGreaterThan(DEVICES)
    expect(hour.reasons).toBeGreaterThan(0)
  })
})
