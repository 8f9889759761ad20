import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crcText } from '../../kiosk/buttons/box-protocol.ts'
import { openPty, type Pty } from '../../printers/emulators/pty.ts'
import type { Face } from '../../rules/kiosks.ts'

/** A box of buttons as its firmware goes about it, on a serial line whose name stays when the plug is pulled and put in again. */
export type ButtonBox = {
  path: string
  /** The number of the press. */
  press: (face: Face) => number
  /** Sends the last press once more. */
  again: () => void
  heartbeat: () => void
  /** Loses its power: numbers begin anew, which its first sign of life says. */
  startAnew: () => void
  /** What no box sends. */
  noise: (bytes: string | Uint8Array) => void
  unplug: () => void
  plugIn: () => Promise<void>
  end: () => void
}

export const pressLine = (id: number, face: number, seq: number): string => checked(`B${id},${face},${seq}`)
export const heartbeatLine = (id: number, millivolts: number, uptime: number): string =>
  checked(`H${id},${millivolts},${uptime}`)
const checked = (text: string): string => `${text},${crcText(text)}\n`

export async function openButtonBox(id: number, { lastSeq = 0 } = {}): Promise<ButtonBox> {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-box-'))
  const path = join(folder, 'box')
  let pty: Pty | null = null
  let seq = lastSeq
  let last = ''
  let startedMs = performance.now()
  const send = (line: string | Uint8Array) => pty?.write(Buffer.from(line))
  const heartbeat = () => send(heartbeatLine(id, 2_950, Math.floor((performance.now() - startedMs) / 1_000)))
  const unplug = () => {
    rmSync(path, { force: true })
    pty?.close()
    pty = null
  }
  const plugIn = async () => {
    pty = await openPty()
    symlinkSync(pty.path, path)
  }
  await plugIn()
  return {
    path,
    press: face => {
      seq = (seq + 1) % 65_536
      last = pressLine(id, face, seq)
      send(last)
      return seq
    },
    again: () => send(last),
    heartbeat,
    startAnew: () => {
      seq = 0
      startedMs = performance.now()
      heartbeat()
    },
    noise: send,
    unplug,
    plugIn,
    end: () => {
      unplug()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
