import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { datecsXEmulator } from '../../printers/emulators/datecs-x.ts'
import { parseFault, type ScriptedFault } from '../../printers/emulators/faults.ts'
import type { FiscalSettings } from '../../printers/emulators/fiscal-memory.ts'
import { islHost } from '../support/isl-host.ts'

export const NOW = Temporal.PlainDateTime.from('2026-11-22T10:15:00')
const COMMANDS = ['status', 'open', 'sale', 'payment', 'close', 'z']

export const makes = { datecs: datecsEmulator, 'datecs-x': datecsXEmulator }

/** A device on a Sunday morning, and a hand at its keyboard. */
export function device(make: keyof typeof makes, faults: string[] = [], settings: FiscalSettings = {}) {
  const read = faults.map(text => parseFault(text, 'fiscal', COMMANDS) as ScriptedFault)
  const sleep = () => new Promise(setImmediate)
  const emulator = makes[make]({ now: () => NOW, ...settings }, { faults: read, sleep })
  return { emulator, host: islHost(emulator, make === 'datecs' ? 1 : 4) }
}

export const UNP = 'DT000600-OP01-0001000'
/** One receipt for 5.00 paid with 10.00, in the words of each family. */
export type Asked = readonly [number, string]
type Words = Record<
  | 'open'
  | 'sale'
  | 'pay'
  | 'state'
  | 'close'
  | 'cancel'
  | 'number'
  | 'cashIn'
  | 'cashOut'
  | 'z'
  | 'storno'
  | 'wrong',
  Asked
>
export const words: Record<keyof typeof makes, Words> = {
  datecs: {
    open: [0x30, `1,0000,1,${UNP}`],
    sale: [0x31, 'Такса\tБ5.00*1'],
    pay: [0x35, '\tP10.00'],
    state: [0x4c, 'T'],
    close: [0x38, ''],
    cancel: [0x3c, ''],
    number: [0x71, ''],
    cashIn: [0x46, '100.00'],
    cashOut: [0x46, '-200.00'],
    z: [0x45, '0'],
    storno: [0x2e, `1,0000,1,R1,${UNP},221126101500,02000600`],
    wrong: [0x30, `1,9999,1,${UNP}`],
  },
  'datecs-x': {
    open: [0x30, `1\t0000\t${UNP}\t1\t\t`],
    sale: [0x31, 'Такса\t2\t5.00\t1.000\t\t\t0\t'],
    pay: [0x35, '0\t10.00\t\t'],
    state: [0x4c, ''],
    close: [0x38, ''],
    cancel: [0x3c, ''],
    number: [0x7c, '\t\t0\t'],
    cashIn: [0x46, '0\t100.00\t'],
    cashOut: [0x46, '1\t200.00\t'],
    z: [0x45, 'Z\t'],
    storno: [0x2b, `1\t0000\t1\t1\t1\t22-11-26 10:15:00\t02000600\t\t\t\t${UNP}\t`],
    wrong: [0x30, `1\t9999\t${UNP}\t1\t\t`],
  },
}
