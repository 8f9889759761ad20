import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asFault } from '../../printers/fault.ts'
import type { FiscalTender } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { type FiscalDesk, fiscalDesk, fiscalPaper, type Make, makes, sale, storno } from './fiscal-desk.ts'

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
  'storno',
  'sale',
  'sale#2',
  'subtotal',
  'payment',
  'payment#2',
  'payment#4',
  'close#3',
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

const TENDERS: FiscalTender[] = [
  { how: 'card', amountCents: 1_700 },
  { how: 'cash', amountCents: 1_300 },
]

/** A morning: two sales, the first of them taken back, change brought, the day closed; and what it comes to. */
async function work(desk: FiscalDesk): Promise<void> {
  const owed = async (paper: Paper) => expect(await printAsOwed(desk, paper)).toBe('printed')
  await owed(sale({ tenders: TENDERS }))
  await owed(fiscalPaper({ task: 'cash_in', amountCents: 10_000 }))
  await owed(sale({ unp: 'DT000600-OP01-0001001' }))
  const [first] = receiptsOf(desk)
  await owed(storno({ document: String(first?.document), at: first?.at ?? '' }, { tenders: TENDERS }))
  const cash = () => desk.device.fiscal?.cashInDrawer()
  expect(await cash()?.catch(cash)).toBe(13_000)
  await owed(fiscalPaper({ task: 'z_report' }))
  expect(receiptsOf(desk).map(({ kind, unp, total }) => `${kind} ${unp}: ${total}`)).toEqual([
    'sale DT000600-OP01-0001000: 3000',
    'sale DT000600-OP01-0001001: 3000',
    'storno DT000600-OP01-0001000: 3000',
  ])
  expect(first?.receipt?.tenders.map(({ cents }) => cents)).toEqual([1_700, 1_300])
  expect(desk.emulator.journal().filter(({ kind }) => kind === 'z')).toHaveLength(1)
}

const receiptsOf = ({ emulator }: FiscalDesk) =>
  emulator.journal().filter(({ kind }) => kind === 'sale' || kind === 'storno')

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
        await work(desk)
        await desk.close()
      }),
      { numRuns: 25 },
    )
  }, 240_000)
})
