import { createServer, type Socket } from 'node:net'
import type { Emulator } from './emulator.ts'
import { openPty } from './pty.ts'

/** `path` is opened like a serial port. `unplug` breaks the line for good, as the emulator itself may. */
export type EmulatorOnPty = { path: string; unplug(): void; close(): void }

/** The device at the far end of a real serial line. */
export async function emulatorOnPty(emulator: Emulator): Promise<EmulatorOnPty> {
  const pty = await openPty()
  let plugged = true
  const unplug = () => {
    plugged = false
    pty.close()
  }
  emulator.onDrop = unplug
  emulator.onSay = bytes => {
    if (plugged) pty.write(bytes)
  }
  pty.onBytes(bytes => {
    if (plugged) emulator.receive(bytes)
  })
  return { path: pty.path, unplug, close: unplug }
}

export type EmulatorOnTcp = { port: number; close(): Promise<void> }

/**
 * The device behind a network port of this machine, 0 for any free one. It says what it has to say to whoever connected
 * last; where it pulls the plug, the next connection finds it back in.
 */
export async function emulatorOnTcp(emulator: Emulator, port: number): Promise<EmulatorOnTcp> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    emulator.onDrop = () => socket.resetAndDestroy()
    emulator.onSay = bytes => {
      if (!socket.destroyed) socket.write(bytes)
    }
    socket.on('data', bytes => {
      if (!socket.destroyed) emulator.receive(bytes as Buffer)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
