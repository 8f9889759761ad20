import { closeSync, constants, openSync } from 'node:fs'
import type { ReadStream } from 'node:tty'
import * as nodePty from '@lydell/node-pty'
import { SerialPort } from 'serialport'

/** A pair of pseudo terminals without a program: `path` is opened like a serial port, this side is the device. */
export type Pty = {
  path: string
  write(bytes: Uint8Array): void
  onBytes(listener: (bytes: Uint8Array) => void): void
  close(): void
}

/** `open` is there but not in the package's types. */
type Opened = {
  ptsName: string
  master: ReadStream
  slave: ReadStream
  on(event: 'error', listener: () => void): void
}
const { open } = nodePty as unknown as { open(options: { encoding: null }): Opened }

/**
 * The near side is opened once as a serial port, which leaves it raw, so that a device file sees the bytes as they are; its
 * own handle stays open like a cable. What is written to it waits until somebody listens.
 */
export async function openPty(): Promise<Pty> {
  const pty = open({ encoding: null })
  pty.on('error', () => undefined)
  pty.slave.destroy()
  pty.master.pause()
  const cable = openSync(pty.ptsName, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  await makeRaw(pty.ptsName)
  return {
    path: pty.ptsName,
    write: bytes => void pty.master.write(bytes),
    onBytes: listener => void pty.master.on('data', listener).resume(),
    close: () => {
      if (pty.master.destroyed) return
      closeSync(cable)
      pty.master.destroy()
    },
  }
}

async function makeRaw(path: string): Promise<void> {
  const port = new SerialPort({ path, baudRate: 9600, autoOpen: false, hupcl: false })
  await new Promise<void>((resolve, reject) => port.open(error => (error ? reject(error) : resolve())))
  await new Promise<void>(resolve => port.close(() => resolve()))
}
