import { describe, expect, test } from 'vitest'
import type { Paper } from '../../rules/papers/paper.ts'
import { type Make, makes, sale } from './fiscal-desk.ts'
import { fiscalDeviceAt, fiscalLine } from './fiscal-line.ts'
import { type Office, office } from './memory-queue.ts'
import { start } from './spooling.ts'

const FIRST = 'DT000600-OP01-0001000'
const SECOND = 'DT000600-OP01-0001001'

/** Two receipts are owed, the first one paid in two ways. */
const owed: Record<string, Paper> = {
  [FIRST]: sale({
    unp: FIRST,
    tenders: [
      { how: 'card', amountCents: 1_700 },
      { how: 'cash', amountCents: 1_300 },
    ],
  }),
  [SECOND]: sale({ unp: SECOND }),
}

const each = (fault: string, ...places: string[]) => places.map(place => `${fault}@${place}`)
const STEPS = ['open', 'sale', 'sale#2', 'subtotal', 'payment', 'payment#2', 'close']

/** Passes by itself, or by people's hands; then everything is printed. */
const PASSING = [
  ...each('reply-lost', ...STEPS),
  ...each('reply-lost*3', 'payment', 'close'),
  'lost@close',
  ...each('nak*2', 'open', 'sale', 'close'),
  'syn=300ms@payment',
  ...each('dropped=2', 'sale', 'close'),
  ...each('noise', 'open', 'close'),
  'garbage@status',
  ...each('mute=300ms', 'payment', 'close'),
  ...each('unplug', ...STEPS),
  ...each('unplug', '40', '130', '260'),
  ...each('reset=60ms', ...STEPS),
  ...each('reset-before=60ms', 'open', 'sale#2', 'payment', 'close'),
  ...each('paper-out=60ms', '2', '6', '8', '10', '12', '14', 'close'),
  ...each('cover-open=60ms', 'open', 'sale', 'close'),
  'chunks=1',
]

/** Nothing is issued: the receipts wait for a person, or are given up until one has looked. */
const LASTING = [
  'day-blocked',
  'memory-full',
  'clock-unset',
  'paper-out',
  'cover-open',
  'mute',
  'password=1234',
  'wrong-total*9=1@sale',
]

/** No receipt twice, and what is said to be printed is there; what waits or was given up is not. */
function expectHonest(here: Office, issued: string[]): void {
  for (const { id, state } of here.jobs) {
    const times = issued.filter(unp => unp === id).length
    if (state === 'printed') expect(times, `${id} printed`).toBe(1)
    else if (state === 'queued' || state === 'failed') expect(times, `${id} ${state}`).toBe(0)
    else expect(times, `${id} ${state}`).toBeLessThan(2)
  }
}

const queueAll = (here: Office) => {
  for (const [unp, paper] of Object.entries(owed)) here.queue(unp, { paper })
}

describe.each(Object.keys(makes) as Make[])('%s on a serial cable, from the queue', make => {
  test.each(PASSING)('%s: in the end each receipt is there once', async fault => {
    const { emulator, path, close } = await fiscalLine(make, [fault])
    const issued = () => emulator.journal().flatMap(({ kind, unp }) => (kind === 'sale' && unp ? [unp] : []))
    const here = office()
    queueAll(here)
    start(here, { device: fiscalDeviceAt(make, path) })
    await expect
      .poll(() => here.states(), { interval: 10, timeout: 10_000 })
      .toEqual([`${FIRST} printed`, `${SECOND} printed`])
    expectHonest(here, issued())
    expect(issued()).toEqual([FIRST, SECOND])
    close()
  })

  test.each(LASTING)('%s: nothing is issued, and it is told', async fault => {
    const { emulator, path, close } = await fiscalLine(make, [fault])
    const here = office()
    queueAll(here)
    const spooler = start(here, { device: fiscalDeviceAt(make, path) })
    const isTold = () => spooler.state().fault !== null || here.jobs.some(({ state }) => state === 'failed')
    await expect.poll(isTold, { interval: 10, timeout: 10_000 }).toBe(true)
    await spooler.stop()
    for (const { state } of here.jobs) expect(['queued', 'failed']).toContain(state)
    expect(emulator.journal().filter(({ kind }) => kind === 'sale')).toEqual([])
    close()
  })
})
