import { parseArgs } from 'node:util'
import { liveOneDay, type SoFar } from './simulated-day.ts'

/** `npm run day -- --seed N --steps N`: a long day at the town hall, or `--seeds` of them one after another. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '1000' },
    faults: { type: 'string', default: '8' },
  },
})
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
let failed = 0
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const began = performance.now()
  const line = ({ steps, acts, refused, struck }: SoFar) => {
    const pace = steps / ((performance.now() - began) / 1000)
    const faults = Object.entries(struck).map(([fault, times]) => `${fault} ${times}`)
    return `seed ${seed}: ${steps} steps, ${acts} acts, ${refused} refused, ${pace.toFixed(1)} steps/s, faults: ${faults.join(', ')}`
  }
  const onStep = (soFar: SoFar) => {
    if (soFar.steps % 100 === 0) console.error(line(soFar))
  }
  try {
    const lived = await liveOneDay({
      seed,
      steps: Number(values.steps),
      faults: Number(values.faults),
      onStep,
    })
    console.log(`${line(lived)}: every invariant holds`)
  } catch (error) {
    failed++
    console.log(error instanceof Error ? error.message : error)
  }
}
process.exitCode = failed > 0 ? 1 : 0
