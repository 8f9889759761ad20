import { appendFileSync, lstatSync, rmSync, symlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { emulatorOnPty, emulatorOnTcp } from '../printers/emulators/lines.ts'
import { Fault } from '../printers/fault.ts'
import type { Door } from './door.ts'
import type { EmulatedDevice } from './emulated-device.ts'

const LOOK_MS = 100

export type Emulation = { door: Door; link: string | null; paper: string | null }

/**
 * Puts the device on its line and shows its paper until Ctrl-C, SIGTERM or the key 0. `port` null is a serial line: one that was
 * unplugged comes back as another, under the same link.
 */
export async function emulateUntilStopped(
  device: EmulatedDevice,
  port: number | null,
  emulation: Emulation,
): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  const line =
    port === null ? await serialLine(device, emulation) : await networkLine(device, port, emulation)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve())
  const show = shower(device, emulation)
  const looking = setInterval(show, LOOK_MS)
  const quiet = obey({ device, plugIn: line.plugIn, stop: () => stopped.resolve() }, emulation.door)
  await stopped.promise
  quiet()
  clearInterval(looking)
  show()
  show()
  await line.close()
}

type EmulatedLine = { plugIn(): Promise<void>; close(): Promise<void> }

async function serialLine({ emulator }: EmulatedDevice, { door, link }: Emulation): Promise<EmulatedLine> {
  const on = async () => {
    const pty = await emulatorOnPty(emulator)
    if (link !== null) linkTo(pty.path, link)
    listens(door, `serial:${link ?? pty.path}?baud=115200`)
    return pty
  }
  let pty = await on()
  return {
    async plugIn() {
      pty.close()
      pty = await on()
    },
    async close() {
      pty.close()
      if (link !== null) rmSync(link, { force: true })
    },
  }
}

/** A link that was left behind is replaced; anything else there is not ours. */
function linkTo(path: string, link: string): void {
  const there = lstatSync(link, { throwIfNoEntry: false })
  if (there && !there.isSymbolicLink()) throw new Fault('bad_settings', { detail: link })
  rmSync(link, { force: true })
  symlinkSync(path, link)
}

async function networkLine(
  { emulator }: EmulatedDevice,
  port: number,
  { door }: Emulation,
): Promise<EmulatedLine> {
  const { close } = await emulatorOnTcp(emulator, port).catch(error => {
    throw new Fault('busy', { detail: `127.0.0.1:${port}: ${error.code ?? error}` })
  })
  listens(door, `tcp://127.0.0.1:${port}`)
  return { plugIn: async () => undefined, close }
}

const listens = (door: Door, line: string): void =>
  door.answer(door.options.json ? JSON.stringify({ listening: line }) : door.words.emulated.listens(line))

/** Says what came onto the paper, once it rests, and what the fiscal device issued. */
function shower(device: EmulatedDevice, { door, paper: file }: Emulation): () => void {
  let shown: string[] = []
  let before = 0
  let drawn = 0
  let issued = 0
  return () => {
    const extent = device.extent()
    const rests = extent === before
    before = extent
    if (rests && extent > drawn) {
      drawn = extent
      const paper = device.emulator.paper()
      const fresh = paper.slice(alike(paper, shown))
      shown = paper
      if (file !== null) appendFileSync(file, `${fresh.join('\n')}\n`)
      door.answer(door.options.json ? JSON.stringify({ paper: fresh }) : fresh.join('\n'))
    }
    if (!door.options.json) return
    for (const { text: _, receipt, ...document } of device.journal().slice(issued))
      door.answer(JSON.stringify({ document: { ...document, tenders: receipt?.tenders ?? [] } }))
    issued = device.journal().length
  }
}

/** How many lines stand as they were: a paper that goes on has lost its end. */
function alike(paper: readonly string[], shown: readonly string[]): number {
  const at = paper.findIndex((line, index) => line !== shown[index])
  return at < 0 ? paper.length : at
}

type Orders = { device: EmulatedDevice; plugIn: () => Promise<void>; stop: () => void }

/** What each digit does at the keyboard, as a fault; in a pipe the same words come as lines. */
const KEYS: Record<string, string> = {
  1: 'paper-out',
  2: 'mend',
  3: 'cover-open',
  4: 'near-end',
  5: 'unplug',
  6: 'plug-in',
  7: 'reset',
  8: 'mute',
  9: 'reply-lost',
  0: 'stop',
}

/** Obeys keys where somebody sits at a terminal, lines otherwise. Gives back how to stop that. */
function obey(orders: Orders, door: Door): () => void {
  const { stdin } = process
  const heed = (word: string) => void carryOut(word, orders, door)
  if (stdin.isTTY) {
    door.say(door.words.emulated.keys)
    const onKey = (bytes: Buffer) => {
      for (const key of bytes.toString())
        if (key === '\u0003') orders.stop()
        else if (KEYS[key]) heed(KEYS[key])
    }
    stdin.setRawMode(true).resume().on('data', onKey)
    return () => void stdin.setRawMode(false).off('data', onKey).pause()
  }
  const lines = createInterface({ input: stdin }).on('line', line => {
    if (line.trim() !== '') heed(line.trim())
  })
  return () => {
    lines.close()
    stdin.destroy()
  }
}

async function carryOut(word: string, { device, plugIn, stop }: Orders, door: Door): Promise<void> {
  const { emulated } = door.words
  if (word === 'stop') return stop()
  if (word === 'mend') device.mend()
  else if (word === 'plug-in') await plugIn()
  else if (!device.cause(word)) return door.say(emulated.notUnderstood(word))
  door.progress(emulated.done(word))
}
