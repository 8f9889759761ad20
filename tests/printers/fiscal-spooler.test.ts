import { describe, expect, test } from 'vitest'
import type { FiscalTask } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { fiscalPaper, issued, type Make, makes, sale } from './fiscal-desk.ts'
import { deskFor } from './fiscal-desks.ts'
import { office } from './memory-queue.ts'
import { start } from './spooling.ts'

const report: FiscalTask = { task: 'z_report' }
const second = sale({ unp: 'DT000600-OP01-0001001' })

describe.each(Object.keys(makes) as Make[])('the queue of a %s', make => {
  const owing = async (faults: string[], papers: Record<string, Paper>) => {
    const desk = await deskFor(make, { faults, pace: { mend_ms: 300, doubt_ms: [10] }, silence_ms: 80 })
    const here = office()
    for (const [name, paper] of Object.entries(papers)) here.queue(name, { paper })
    return { desk, here, spooler: start(here, { device: desk.device }) }
  }
  const states = (here: ReturnType<typeof office>) =>
    expect.poll(() => here.states(), { interval: 20, timeout: 15_000 })

  test.each([
    ['the cable is pulled', ['unplug@payment', 'unplug@transaction']],
    ['the power fails', ['reset=100ms@sale', 'reset=100ms@close']],
    ['it is silent for a while', ['mute=800ms@close']],
    ['the paper ends', ['paper-out=900ms@sale#2']],
  ])('is worked off, each paper once, when %s', async (_, faults) => {
    const { desk, here } = await owing(faults, { first: sale(), second })
    await states(here).toEqual(['first printed', 'second printed'])
    expect(issued(desk).map(line => line.split(':')[1])).toEqual([' 3000', ' 3000'])
  })

  test('issues nothing twice, also where a person sends it again', async () => {
    const { desk, here } = await owing([], { first: sale() })
    await states(here).toEqual(['first printed'])
    Object.assign(here.jobs[0]!, { state: 'queued' })
    here.queue('second', { paper: second })
    await states(here).toEqual(['first printed', 'second printed'])
    expect(issued(desk)).toHaveLength(2)
  })

  test('gives up what the device refuses, and goes on', async () => {
    const strange = sale({ unp: 'DT000601-OP01-0000001' })
    const { here } = await owing([], { strange, second })
    await states(here).toEqual(['strange failed bad_settings', 'second printed'])
  })

  test('a day that is over is closed with the Z report that waits behind', async () => {
    const { desk, here } = await owing(['day-blocked'], { first: sale(), report: fiscalPaper(report) })
    if (make === 'Datecs X') await states(here).toEqual(['first printed', 'report printed'])
    else await states(here).toEqual(['first failed refused', 'report printed'])
    expect(desk.emulator.journal().filter(({ kind }) => kind === 'z')).toHaveLength(1)
  })
})
