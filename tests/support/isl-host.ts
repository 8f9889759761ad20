import type { FiscalEmulator } from '../../printers/emulators/isl.ts'

/** What the device said to one command. */
export type Heard = { text: string; status: string; raw: number[] }

/**
 * A host with nothing behind it: makes frames, repeats nothing, judges nothing. `digits` is 1 for group A, 4 for X.
 */
export function islHost(device: FiscalEmulator, digits: 1 | 4) {
  let seq = 0x20
  let heard: number[] = []
  device.onSay = bytes => void heard.push(...bytes)
  const settled = async () => {
    for (let turn = 0; turn < 120; turn++) await new Promise(setImmediate)
  }
  const send = async (bytes: readonly number[]): Promise<number[]> => {
    heard = []
    device.receive(Uint8Array.from(bytes))
    await settled()
    return heard
  }
  return {
    frame: (command: number, data = '', again = false) => {
      if (!again) seq = seq === 0x7f ? 0x20 : seq + 1
      return frameOf(seq, command, data, digits)
    },
    send,
    async ask(command: number, data = ''): Promise<Heard> {
      return heardIn(await send(this.frame(command, data)), digits)
    },
    /** The same once more, under the same number. */
    async again(command: number, data = ''): Promise<Heard> {
      return heardIn(await send(this.frame(command, data, true)), digits)
    },
  }
}

const inCyrillic = (text: string): number[] =>
  [...text].map(letter => {
    const code = letter.charCodeAt(0)
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })

function frameOf(seq: number, command: number, data: string, digits: 1 | 4): number[] {
  const written = (number: number, count: number) =>
    count === 1 ? [number] : [...number.toString(16).padStart(4, '0')].map(d => 0x30 + Number.parseInt(d, 16))
  const body = [seq, ...written(command, digits), ...inCyrillic(data), 5]
  const summed = [...written(0x20 + digits + body.length, digits), ...body]
  const sum = summed.reduce((all, byte) => all + byte, 0)
  return [1, ...summed, ...written(sum & 0xffff, 4), 3]
}

function heardIn(raw: number[], digits: 1 | 4): Heard {
  const head = 1 + digits + 1 + digits
  const start = raw.indexOf(1)
  const statusAt = raw.lastIndexOf(4)
  const end = raw.lastIndexOf(5)
  const data = start < 0 ? [] : raw.slice(start + head, statusAt)
  return {
    text: new TextDecoder('windows-1251').decode(Uint8Array.from(data)),
    status: Buffer.from(raw.slice(statusAt + 1, end))
      .toString('hex')
      .toUpperCase(),
    raw,
  }
}
