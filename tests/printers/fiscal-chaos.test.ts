import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asFault } from '../../printers/fault.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { type FiscalDesk, fiscalDesk, fiscalPaper, type Make, makes, sale } from './fiscal-desk.ts'

const WHAT = [
  'reply-lost',
  'lost',
  'nak',
  'unplug',
  'reset=60ms',
  'reset-before=60ms',
  'paper-out=60ms',
  'cover-open=60ms',
  'mute=300ms',
  'noise',
  'garbage',
  'dropped=3',
]
const WHERE = [
  'open',
  'sale',
  'sale#2',
  'subtotal',
  'payment',
  'payment#2',
  'close',
  'cancel',
  'cash',
  'cash#2',
  'z',
]
const AFTER = ['transaction', 'status', 'last-document', 'identity', 'status#2', 'transaction#2']

const faults = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...WHAT), fc.constantFrom(...WHERE, ...AFTER))
    .map(([what, where]) => `${what}@${where}`),
  { minLength: 1, maxLength: 3 },
)

const papers: Paper[] = [
  sale({
    tenders: [
      { how: 'card', amountCents: 1_700 },
      { how: 'cash', amountCents: 1_300 },
    ],
  }),
  fiscalPaper({ task: 'cash_in', amountCents: 10_000 }),
  sale({ unp: 'DT000600-OP01-0001001' }),
]
const CASH = 1_300 + 10_000 + 3_000

/** Prints as the spooler does: again when nothing came of it, and asked about when nobody knows. */
async function printAsOwed(desk: FiscalDesk, paper: Paper): Promise<string> {
  for (let attempt = 0; attempt < 12; attempt++) {
    const printed = await desk.print(paper).catch(error => asFault(error))
    if (!(printed instanceof Error)) return 'printed'
    await pause(30)
    for (let asked = 0; printed.sentBytes && asked < 12; asked++) {
      await pause(30)
      const answer = await desk.device.ask?.(paper, desk.notes.at(-1) ?? null).catch(() => null)
      if (answer?.outcome === 'not_printed') break
      if (answer) return answer.outcome
    }
  }
  return 'never'
}

describe.each(Object.keys(makes) as Make[])('%s, whatever goes wrong', make => {
  test('each receipt is issued once, and the drawer holds what was paid', async () => {
    await fc.assert(
      fc.asyncProperty(faults, async scripted => {
        const desk = await fiscalDesk(make, {
          faults: scripted,
          pace: { again_ms: 20, mend_ms: 2_000, doubt_ms: [20, 100, 400] },
          silence_ms: 80,
        })
        for (const paper of papers) expect(await printAsOwed(desk, paper)).toBe('printed')
        const receipts = desk.emulator.journal().filter(({ kind }) => kind === 'sale')
        expect(receipts.map(({ unp, total }) => `${unp}: ${total}`)).toEqual([
          'DT000600-OP01-0001000: 3000',
          'DT000600-OP01-0001001: 3000',
        ])
        expect(receipts[0]?.receipt?.tenders.map(({ cents }) => cents)).toEqual([1_700, 1_300])
        expect(await desk.device.fiscal?.cashInDrawer().catch(() => desk.device.fiscal?.cashInDrawer())).toBe(
          CASH,
        )
        await desk.close()
      }),
      { numRuns: 25 },
    )
  }, 240_000)
})
