import type { Device } from '../../printers/device.ts'
import { datecsDevice } from '../../printers/drivers/datecs/driver.ts'
import { datecsXDevice } from '../../printers/drivers/datecs-x/driver.ts'
import type { FiscalPace } from '../../printers/drivers/fiscal-device.ts'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { datecsXEmulator } from '../../printers/emulators/datecs-x.ts'
import { isFaultProblem, parseFault, type ScriptedFault } from '../../printers/emulators/faults.ts'
import type { FiscalSettings } from '../../printers/emulators/fiscal-memory.ts'
import type { FiscalEmulator } from '../../printers/emulators/isl.ts'
import { emulatorOnTcp } from '../../printers/emulators/lines.ts'
import type { Fault } from '../../printers/fault.ts'
import { tcpTransport } from '../../printers/transports/tcp.ts'
import type { FiscalSale, FiscalTask } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'

export const makes = {
  'Datecs P': { emulator: datecsEmulator, driver: datecsDevice },
  'Datecs X': { emulator: datecsXEmulator, driver: datecsXDevice },
}
export type Make = keyof typeof makes

const COMMANDS = [
  ...['open', 'storno', 'sale', 'subtotal', 'payment', 'close', 'cancel', 'cash', 'x', 'z', 'status'],
  ...['transaction', 'last-document', 'service-open', 'service-text', 'service-close', 'clock', 'identity'],
]

export function faultNamed(text: string): ScriptedFault {
  const fault = parseFault(text, 'fiscal', COMMANDS)
  if (isFaultProblem(fault)) throw new Error(`no such fault: ${fault.piece}`)
  return fault
}

/** Ours of waiting for people and for devices that fell silent, shorter than in an office. */
const PACE: FiscalPace = { again_ms: 50, mend_ms: 5_000, doubt_ms: [50, 200, 1_000] }

export type FiscalDesk = {
  device: Device
  emulator: FiscalEmulator
  /** What the device told before each paper, the last one last. */
  notes: Note[]
  print(paper: Paper): ReturnType<Device['print']>
  close(): Promise<void>
}

export type DeskOptions = {
  faults?: string[]
  memory?: FiscalSettings
  password?: string
  /** On the seal, as the office knows it. */
  deviceNumber?: string
  pace?: Partial<FiscalPace>
  silence_ms?: number
}

/** A fiscal device at a desk, on a network line. */
export async function fiscalDesk(
  make: Make,
  {
    faults = [],
    memory = {},
    password = '0000',
    deviceNumber,
    pace = {},
    silence_ms = 200,
  }: DeskOptions = {},
): Promise<FiscalDesk> {
  const emulator = makes[make].emulator({ lastDocument: 122, ...memory }, { faults: faults.map(faultNamed) })
  const { port, close } = await emulatorOnTcp(emulator, 0)
  const device = makes[make].driver({
    open: () => tcpTransport('127.0.0.1', port).open(),
    operator: { operator: 1, password, deviceNumber },
    columns: 42,
    silence_ms,
    pace: { ...PACE, ...pace },
  })
  const notes: Note[] = []
  const print = (paper: Paper) => device.print(paper, async note => void notes.push(note))
  return { device, emulator, notes, print, close }
}

const UNP = 'DT000600-OP01-0001000'

export const sale = (change: Partial<FiscalSale> = {}): Paper =>
  fiscalPaper({
    task: 'sale',
    unp: UNP,
    lines: [
      { name: 'Наем на зала „Съвет“', taxGroup: 2, priceCents: 1_250, quantity: 2, amountCents: 2_500 },
      { name: 'Такса № 5', taxGroup: 1, priceCents: 333, quantity: 1.5, amountCents: 500 },
    ],
    tenders: [{ how: 'cash', amountCents: 3_000 }],
    totalCents: 3_000,
    ...change,
  })

export const storno = (of: { document: string; at: string }, change: Partial<FiscalSale> = {}): Paper => {
  const { fiscal } = sale(change)
  if (fiscal?.task !== 'sale') throw new Error('a sale')
  const sold = { unp: UNP, fiscalMemory: '02000600', ...of }
  return fiscalPaper({ ...fiscal, task: 'storno', reason: 'operator_error', of: sold })
}

export const fiscalPaper = (fiscal: FiscalTask): Paper => ({
  kind: 'fiscal-receipt',
  title: 'Фискален бон',
  blocks: [],
  fiscal,
})

export const faultOf = (work: Promise<unknown>): Promise<Fault> =>
  work.then(
    done => Promise.reject(new Error(`no fault but ${JSON.stringify(done)}`)),
    fault => fault,
  )

/** The receipts that count: neither cancelled ones nor papers of service. */
export const issued = ({ emulator }: FiscalDesk): string[] =>
  emulator
    .journal()
    .filter(({ kind }) => kind === 'sale' || kind === 'storno')
    .map(({ kind, document, total }) => `${kind} ${document}: ${total}`)
