import { parseArgs } from 'node:util'
import { liveKioskHour } from './kiosk-hour.ts'

/** `npm run kiosk-hour -- --seed N --minutes M --hours N`: an hour of twelve devices, a minute a second; with `--hours` so many seeds one after another. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    hours: { type: 'string', default: '1' },
  },
})
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
let failed = 0
for (let seed = first; seed < first + Number(values.hours); seed++)
  try {
    const { wrong, kills, ...lived } = await liveKioskHour(seed, Number(values.minutes))
    const counts = Object.entries({ ...lived, ...kills }).map(([what, times]) => `${what} ${times}`)
    console.log(`seed ${seed}: ${counts.join(', ')}: ${wrong.length === 0 ? 'every press once' : 'WRONG'}`)
    for (const one of wrong) console.log(one)
    if (wrong.length > 0) failed++
  } catch (error) {
    failed++
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : error}`)
  }
process.exitCode = failed > 0 ? 1 : 0
