import { expect, test } from 'vitest'
import { liveOneDay } from './simulated-day.ts'

const STEPS = 120
const SEED = Math.floor(Math.random() * 2 ** 31)

test(`a day at the town hall, seed ${SEED}: the books are right after every step`, async () => {
  const { acts, refused, struck } = await liveOneDay({ seed: SEED, steps: STEPS, faults: 8 })
  console.log(`seed ${SEED}: ${acts} acts, ${refused.size} kinds of refusals, faults`, struck)
  expect(acts).toBeGreaterThanOrEqual(STEPS)
}, 240_000)
