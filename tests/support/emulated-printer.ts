import { createServer, type Server, type Socket } from 'node:net'
import { openPty, type Pty } from '../../printers/emulators/pty.ts'

/**
 * A receipt printer on the other end of a line: keeps what reached the paper, answers DLE EOT at once and GS r when it has
 * printed. Faults are scripted from outside and may change while it works.
 */
export type EmulatedPrinter = {
  /** Everything that reached the paper, requests for status left out. */
  paper(): Uint8Array
  /** The answer to these bytes, as they come from the line. */
  receive(bytes: Uint8Array): Uint8Array
  faults: Faults
  /** Takes the plug out; the next connection finds it back in. */
  onDrop: () => void
}

export type Faults = {
  paperOut: boolean
  coverOpen: boolean
  offline: boolean
  /** Prints, but says nothing. */
  mute: boolean
  /** The paper ends, or the line breaks, at this byte of paper counted from the first. */
  paperOutAt: number | null
  dropAt: number | null
}

export function emulatedPrinter(faults: Partial<Faults> = {}): EmulatedPrinter {
  const paper: number[] = []
  let seen: number[] = []
  const printer: EmulatedPrinter = {
    paper: () => Uint8Array.from(paper),
    faults: {
      paperOut: false,
      coverOpen: false,
      offline: false,
      mute: false,
      paperOutAt: null,
      dropAt: null,
      ...faults,
    },
    onDrop: () => undefined,
    receive(bytes) {
      const answers: number[] = []
      for (const byte of bytes) {
        seen.push(byte)
        const answer = answerTo(seen, printer.faults)
        if (answer !== null) answers.push(...answer)
        if (answer !== null || !begins(seen)) {
          if (answer === null) for (const printable of seen) print(printable)
          seen = []
        }
      }
      return Uint8Array.from(printer.faults.mute ? [] : answers)
    },
  }
  const print = (byte: number) => {
    const { faults } = printer
    if (paper.length === faults.dropAt) {
      faults.dropAt = null
      printer.onDrop()
    }
    if (paper.length === faults.paperOutAt) {
      faults.paperOutAt = null
      faults.paperOut = true
    }
    if (!faults.paperOut) paper.push(byte)
  }
  return printer
}

const REQUESTS = [
  [0x10, 0x04, 0x01],
  [0x10, 0x04, 0x02],
  [0x10, 0x04, 0x04],
  [0x1d, 0x72, 0x01],
]

const begins = (seen: number[]): boolean =>
  REQUESTS.some(request => seen.every((byte, i) => request[i] === byte))

function answerTo(seen: number[], { paperOut, coverOpen, offline }: Faults): number[] | null {
  const stopped = paperOut || coverOpen || offline
  switch (Buffer.from(seen).toString('hex')) {
    case '100401':
      return [0x12 | (stopped ? 0x08 : 0)]
    case '100402':
      return [0x12 | (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0)]
    case '100404':
      return [0x12 | (paperOut ? 0x60 : 0)]
    case '1d7201':
      return stopped ? [] : [0x00]
    default:
      return null
  }
}

/** The printer at the far end of a real serial line. `unplug` breaks the line for good. */
export async function printerOnPty(printer: EmulatedPrinter): Promise<{ path: string; unplug(): void }> {
  const pty: Pty = await openPty()
  let unplugged = false
  const unplug = () => {
    unplugged = true
    pty.close()
  }
  printer.onDrop = unplug
  pty.onBytes(bytes => {
    const answer = printer.receive(bytes)
    if (!unplugged && answer.length > 0) pty.write(answer)
  })
  return { path: pty.path, unplug }
}

/** The printer behind port 9100 of this machine, until `stop`. */
export async function printerOnTcp(
  printer: EmulatedPrinter,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server: Server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    printer.onDrop = () => socket.resetAndDestroy()
    socket.on('data', bytes => {
      const answer = printer.receive(bytes as Buffer)
      if (answer.length > 0 && !socket.destroyed) socket.write(answer)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
