import { flushCompileCache } from 'node:module'
import { Fault } from '../../printers/fault.ts'
import type { PrintQueue } from '../../printers/print-queue.ts'
import { startSpooler } from '../../printers/spooler.ts'
import type { Make } from '../printers/fiscal-desk.ts'
import { fiscalDeviceAt } from '../printers/fiscal-line.ts'
import { pace } from '../printers/spooling-pace.ts'

/**
 * The spooler of a fiscal device as a program of its own, to be killed at any moment. Its queue is kept by whoever started it,
 * who answers each call; ends with them.
 */
const { make, path } = JSON.parse(process.argv[2] ?? '') as { make: Make; path: string }
// It is killed before it would keep what was compiled for its next start.
flushCompileCache()
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let asked = 0

process.on('message', (told: { id: number; value?: unknown; error?: string }) => {
  const call = waiting.get(told.id)
  waiting.delete(told.id)
  if (told.error === undefined) call?.resolve(told.value)
  else call?.reject(new Error(told.error))
})
process.on('disconnect', () => process.exit(1))

const remote = (step: string) =>
  ((...given: unknown[]) =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject })
      const plain = given.map(one => (one instanceof Fault ? { code: one.code } : one))
      process.send?.({ id: asked, step, given: plain })
    })) as never

const queue: PrintQueue = {
  own: remote('own'),
  takeTurn: remote('takeTurn'),
  endTurn: remote('endTurn'),
  doubtOrphans: remote('doubtOrphans'),
  claim: remote('claim'),
  note: remote('note'),
  doubts: remote('doubts'),
  printed: remote('printed'),
  waits: remote('waits'),
  unsure: remote('unsure'),
  failed: remote('failed'),
  tell: remote('tell'),
  standAside: remote('standAside'),
  takeBack: remote('takeBack'),
  release: remote('release'),
  onWake: () => () => undefined,
}

startSpooler({ queue, device: fiscalDeviceAt(make, path), pace })
