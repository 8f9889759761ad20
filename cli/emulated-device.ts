import { datecsCommands, datecsEmulator } from '../printers/emulators/datecs.ts'
import { datecsXCommands, datecsXEmulator } from '../printers/emulators/datecs-x.ts'
import type { Emulator } from '../printers/emulators/emulator.ts'
import { escposCommands, ScriptedEscpos } from '../printers/emulators/escpos-faults.ts'
import { roms } from '../printers/emulators/escpos-paper.ts'
import { faultNamesOf, isFaultProblem, parseFault, type ScriptedFault } from '../printers/emulators/faults.ts'
import type { Issued } from '../printers/emulators/fiscal-memory.ts'
import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

export const emulatedMakes = ['escpos', 'datecs', 'datecs-x'] as const
export type EmulatedMake = (typeof emulatedMakes)[number]
export const isEmulatedMake = (text: string): text is EmulatedMake =>
  (emulatedMakes as readonly string[]).includes(text)

/** An emulated device with somebody beside it who can break and mend it. */
export type EmulatedDevice = {
  emulator: Emulator
  /** Does what a fault in its own language says; whether that could be read. */
  cause(text: string): boolean
  mend(): void
  /** Grows with the paper; cheaper to ask for than the paper itself. */
  extent(): number
  /** The documents a fiscal device issued; none for a receipt printer. */
  journal(): readonly Issued[]
}

/** Throws `WrongUsage` for what is no fault and no ROM. */
export function emulatedDevice(
  make: EmulatedMake,
  { rom, faults }: { rom: string | undefined; faults: readonly string[] },
  door: Door,
): EmulatedDevice {
  const kind = make === 'escpos' ? 'escpos' : 'fiscal'
  const commands = COMMANDS[make]
  const read = (text: string) => parseFault(text, kind, commands)
  const scripted = faults.map(text => {
    const fault = read(text)
    if (!isFaultProblem(fault)) return fault
    const known = fault.piece.startsWith('@') ? commands : faultNamesOf(kind)
    throw new WrongUsage(door.lang, usage => usage.notOneOf('--fault', fault.piece, known))
  })
  const device = started(make, romNamed(rom, door), scripted)
  return {
    emulator: device,
    cause(text) {
      const fault = read(text)
      if (isFaultProblem(fault)) return false
      device.cause(fault)
      return true
    },
    mend: () => device.mend(),
    extent: () => ('printed' in device ? device.printed().length : device.paper().length),
    journal: () => ('journal' in device ? device.journal() : []),
  }
}

const COMMANDS = { escpos: escposCommands, datecs: datecsCommands, 'datecs-x': datecsXCommands }

function romNamed(name: string | undefined, door: Door): keyof typeof roms {
  const known = Object.keys(roms)
  if (name !== undefined && !known.includes(name))
    throw new WrongUsage(door.lang, usage => usage.notOneOf('--rom', name, known))
  return (name ?? 'epson') as keyof typeof roms
}

/** What only Epson's document has, others do not answer. */
const CLONE = { identity: null, processId: false, clears: false, pushes: false } as const

function started(make: EmulatedMake, rom: keyof typeof roms, faults: readonly ScriptedFault[]) {
  if (make === 'escpos')
    return new ScriptedEscpos(rom === 'epson' ? { rom: roms[rom] } : { ...CLONE, rom: roms[rom] }, faults)
  return make === 'datecs' ? datecsEmulator({}, { faults }) : datecsXEmulator({}, { faults })
}
