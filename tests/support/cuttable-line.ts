import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Place } from '../../db/open.ts'

/** A line to a database that a test can cut: programs are given its `place`. */
export type CuttableLine = {
  place: Place
  /** What is sent still arrives, but the server's answer with this word, and all after it, is lost. */
  loseAnswer: (word: string) => void
  /**
   * When the nth piece from now, either way, is about to pass, `blow` is called instead: it may let the piece pass, and
   * break what it likes. What the driver sends at once is one piece, so that this hits between the statements of an operation.
   */
  strikeAt: (piece: number, blow: (pass: () => Promise<void>) => void) => void
  /** Takes the blow back; false when it has fallen. */
  spare: () => boolean
  /** Every connection of now is broken; new ones may be made. */
  breakOff: () => void
  /** Every connection is broken, and no new one is made until `mend`. */
  cut: () => Promise<void>
  mend: () => Promise<void>
  close: () => Promise<void>
}

/** A relay on a socket of its own in front of the server's. */
export async function cuttableLine(real: Place): Promise<CuttableLine> {
  const folder = mkdtempSync('/tmp/gishe-line-')
  const name = `.s.PGSQL.${real.port}`
  const sockets = new Set<Socket>()
  let isMute = false
  let lostWord: string | null = null
  let server: Server | null = null
  let due: { in: number; blow: (pass: () => Promise<void>) => void } | null = null
  const isDue = () => due !== null && --due.in === 0
  const strike = (pass: () => Promise<void>) => {
    const blow = due?.blow
    due = null
    blow?.(pass)
  }
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  const relay = (near: Socket) => {
    const far = createConnection(join(real.host, name))
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('data', bytes => {
        if (socket === far && lostWord !== null && bytes.includes(lostWord)) isMute = true
        const pass = () => new Promise<void>(sent => other.write(bytes, () => sent()))
        if (isDue()) strike(pass)
        else if (!isMute || socket === near) other.write(bytes)
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  }
  const mend = async () => {
    isMute = false
    lostWord = null
    server = createServer(relay)
    await new Promise<void>(resolve => server?.listen(join(folder, name), resolve))
  }
  const cut = async () => {
    const closed = new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()))
    breakOff()
    await closed
    server = null
  }
  await mend()
  return {
    place: { ...real, host: folder },
    loseAnswer: word => {
      lostWord = word
    },
    strikeAt: (piece, blow) => {
      due = { in: piece, blow }
    },
    spare: () => {
      const spared = due !== null
      due = null
      return spared
    },
    breakOff,
    cut,
    mend,
    close: async () => {
      await cut()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
