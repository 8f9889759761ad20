import { EscposEmulator } from '../../printers/emulators/escpos.ts'
import type { EscposFaults, EscposMake } from '../../printers/emulators/escpos-make.ts'
import { emulatorOnPty, emulatorOnTcp } from '../../printers/emulators/lines.ts'

/** The emulated receipt printer as most tests look at it: bytes on its paper, answers to bytes. */
export type EmulatedPrinter = {
  emulator: EscposEmulator
  faults: EscposFaults
  /** Everything that reached the paper, requests for status left out. */
  paper(): Uint8Array
  /** The answer to these bytes, as they come from the line. */
  receive(bytes: Uint8Array): Uint8Array
}

export function emulatedPrinter(faults: Partial<EscposFaults> = {}, make: EscposMake = {}): EmulatedPrinter {
  const emulator = new EscposEmulator(make, faults)
  return {
    emulator,
    faults: emulator.faults,
    paper: () => emulator.printed(),
    receive(bytes) {
      const said: Uint8Array[] = []
      emulator.onSay = part => said.push(part)
      emulator.receive(bytes)
      return Buffer.concat(said)
    },
  }
}

/** The printer at the far end of a real serial line. `unplug` breaks the line for good. */
export const printerOnPty = ({ emulator }: EmulatedPrinter) => emulatorOnPty(emulator)

/** The printer behind a network port of this machine, until `stop`. */
export async function printerOnTcp({ emulator }: EmulatedPrinter) {
  const { port, close } = await emulatorOnTcp(emulator, 0)
  return { port, stop: close }
}
