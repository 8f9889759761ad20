import { connect, type Socket } from 'node:net'
import { asFault, Fault } from '../fault.ts'
import { within } from './deadline.ts'
import { faultOfSystem } from './errno.ts'
import { createInbox, type Inbox } from './inbox.ts'
import type { Line, Transport } from './transport.ts'

const CONNECT_MS = 3_000
const LAST_BYTES_MS = 2_000

/** Raw printing over the network (port 9100). Many print servers serve one connection at a time. */
export const tcpTransport = (host: string, port: number): Transport => ({
  async open() {
    const socket = connect({ host, port, noDelay: true, keepAlive: true })
    const inbox = listen(socket)
    await connected(socket, `${host}:${port}`)
    return lineOver(socket, inbox)
  },
})

function listen(socket: Socket): Inbox {
  const inbox = createInbox()
  socket.on('data', bytes => inbox.arrive(bytes as Buffer))
  socket.on('error', error => inbox.end(faultOfSystem(error, false)))
  socket.on('end', () => inbox.end(new Fault('line_broken', { detail: 'closed by the printer' })))
  socket.on('close', () => inbox.end(new Fault('line_broken', { detail: 'connection closed' })))
  return inbox
}

async function connected(socket: Socket, where: string): Promise<void> {
  const connecting = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  try {
    await within(connecting, CONNECT_MS, () => new Fault('no_answer', { detail: `${where}: no connection` }))
  } catch (error) {
    socket.destroy()
    throw faultOfSystem(error, false)
  }
}

function lineOver(socket: Socket, inbox: Inbox): Line {
  return {
    async write(bytes, deadline_ms, stop) {
      if (socket.readableEnded || socket.destroyed) await inbox.whole
      const writing = new Promise<void>((resolve, reject) => {
        socket.write(bytes, error => (error ? reject(error) : resolve()))
      })
      try {
        await within(
          Promise.race([writing, inbox.whole]),
          deadline_ms,
          () => new Fault('timeout', { sentBytes: true }),
          stop,
        )
      } catch (error) {
        socket.resetAndDestroy()
        throw asFault(faultOfSystem(error, true), true)
      }
    },
    read: deadline_ms => inbox.take(deadline_ms),
    close: () => finish(socket),
  }
}

/** Says that nothing more comes and waits for the printer to say so too: a reset instead means that bytes were lost. */
async function finish(socket: Socket): Promise<void> {
  if (socket.errored) throw faultOfSystem(socket.errored, true)
  if (socket.destroyed) return
  const finishing = new Promise<void>((resolve, reject) => {
    socket.once('close', () => resolve())
    socket.once('error', reject)
  })
  socket.end()
  const holdsOn = new Fault('timeout')
  try {
    await within(finishing, LAST_BYTES_MS, () => holdsOn)
  } catch (error) {
    socket.destroy()
    if (error !== holdsOn) throw faultOfSystem(error, true)
  }
}
