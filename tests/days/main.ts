import { parseArgs } from 'node:util'
import { liveOneDay, type SoFar } from './simulated-day.ts'

/** `npm run day -- --seed N --steps N`: a long day at the town hall, or `--seeds` of them one after another. `--tell` counts what was done and refused. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '1000' },
    faults: { type: 'string', default: '8' },
    tell: { type: 'boolean', default: false },
  },
})
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const sorted = (counts: Map<string, number>) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([what, times]) => `${times} × ${what}`)
    .join('\n')
let failed = 0
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const began = performance.now()
  const line = ({ steps, acts, refused, struck, jams }: SoFar) => {
    const pace = steps / ((performance.now() - began) / 1000)
    const faults = Object.entries(struck).map(([fault, times]) => `${fault} ${times}`)
    const refusals = [...refused.values()].reduce((sum, times) => sum + times, 0)
    return `seed ${seed}: ${steps} steps, ${acts} acts, ${refusals} refused, ${pace.toFixed(1)} steps/s, faults: ${faults.join(', ')}, jams ${jams}`
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
    if (values.tell) for (const counts of [lived.taken, lived.refused]) console.log(sorted(counts))
  } catch (error) {
    failed++
    console.log(error instanceof Error ? error.message : error)
  }
}
process.exitCode = failed > 0 ? 1 : 0
