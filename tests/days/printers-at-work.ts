import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { EscposFaults } from '../../printers/emulators/escpos-make.ts'
import { openPty } from '../../printers/emulators/pty.ts'
import { type EmulatedPrinter, emulatedPrinter } from '../support/emulated-printer.ts'

/** A receipt printer on the counter that needs its time for a paper, so that a program can die while it prints. */
export type PrinterAtWork = {
  /** As a line of settings. */
  line: string
  /** Everything that reached the paper. */
  paper: () => Uint8Array
  /** Resolves when the next bytes arrive. */
  stirs: () => Promise<void>
  stop: () => Promise<void>
}

const BYTES_AT_ONCE = 64
const AT_ONCE_MS = 1

/** At the other end of a real serial line. */
export async function serialPrinter(): Promise<PrinterAtWork> {
  const { printer, print, stirs } = mechanism()
  const pty = await openPty()
  pty.onBytes(bytes => print(bytes, answer => pty.write(answer)))
  return {
    line: `serial:${pty.path}?baud=115200`,
    paper: printer.paper,
    stirs,
    stop: async () => pty.close(),
  }
}

/** With a cable that can be taken out and a paper that can end. */
export type NetworkPrinter = PrinterAtWork & {
  faults: EscposFaults
  unplug: () => Promise<void>
  plugIn: () => Promise<void>
  isPluggedIn: () => boolean
}

/** Behind a network port; as many print servers it takes one connection after another. */
export async function networkPrinter(): Promise<NetworkPrinter> {
  const { printer, print, stirs } = mechanism()
  const sockets = new Set<Socket>()
  let served = Promise.resolve()
  const serve = async (socket: Socket) => {
    printer.emulator.onDrop = () => socket.resetAndDestroy()
    try {
      for await (const bytes of socket) await print(bytes as Buffer, answer => void socket.write(answer))
    } catch {
      // The program at the other end died; what it had sent before is on the paper.
    }
    socket.end()
  }
  const server = createServer({ allowHalfOpen: true }, socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    served = served.then(() => serve(socket))
  })
  const plugIn = (port = 0) => new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  await plugIn()
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const unplug = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  return {
    line: `tcp://127.0.0.1:${port}`,
    paper: printer.paper,
    stirs,
    faults: printer.faults,
    unplug,
    plugIn: () => plugIn(port),
    isPluggedIn: () => server.listening,
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

function mechanism() {
  const printer: EmulatedPrinter = emulatedPrinter()
  let stirred = Promise.withResolvers<void>()
  let printing = Promise.resolve()
  const work = async (bytes: Uint8Array, answer: (bytes: Uint8Array) => void) => {
    stirred.resolve()
    stirred = Promise.withResolvers()
    for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
      const said = printer.receive(bytes.subarray(at, at + BYTES_AT_ONCE))
      if (said.length > 0) answer(said)
      await pause(AT_ONCE_MS)
    }
  }
  const print = (bytes: Uint8Array, answer: (bytes: Uint8Array) => void): Promise<void> => {
    printing = printing.then(() => work(bytes, answer))
    return printing
  }
  return { printer, print, stirs: () => stirred.promise }
}
