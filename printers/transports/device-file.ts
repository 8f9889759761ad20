import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../fault.ts'
import { faultOfSystem, systemCode } from './errno.ts'
import { type Line, NO_BYTES, type Transport } from './transport.ts'

const LOOK_AGAIN_MS = 10
const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY

/**
 * A printer behind a character device: USB printer class (/dev/usb/lp0), parallel port (/dev/lp0). Opened non-blocking,
 * because a blocked write to a printer without paper could be neither timed out nor cancelled.
 */
export const deviceFileTransport = (path: string): Transport => ({
  async open() {
    const handle = await open(path, FLAGS).catch(error => {
      throw faultOfSystem(error, false)
    })
    if (!(await handle.stat()).isCharacterDevice()) {
      await handle.close()
      throw new Fault('bad_settings', { detail: `${path} is not a device` })
    }
    return lineOver(handle)
  },
})

const lineOver = (handle: FileHandle): Line => ({
  async write(bytes, deadline_ms, stop) {
    const until = performance.now() + deadline_ms
    const isLate = () => stop?.aborted === true || performance.now() >= until
    for (let at = 0; at < bytes.length; )
      at += await patiently(isLate, at > 0, async () => (await handle.write(bytes, at)).bytesWritten)
    await patiently(isLate, true, () => settled(handle))
  },
  async read(deadline_ms) {
    const until = performance.now() + deadline_ms
    const buffer = Buffer.alloc(256)
    for (;;) {
      const count = await unlessBusy(
        false,
        async () => (await handle.read(buffer, 0, buffer.length)).bytesRead,
      )
      if (count) return buffer.subarray(0, count)
      if (performance.now() >= until) return NO_BYTES
      await sleep(LOOK_AGAIN_MS)
    }
  },
  close: () => handle.close(),
})

/**
 * Linux usblp: closing kills the transfer under way, and a write of no bytes is refused as busy until it is done
 * (comments at usblp_wwait in drivers/usb/class/usblp.c). Other devices take it as done.
 */
async function settled(handle: FileHandle): Promise<1> {
  await handle.write(new Uint8Array(1), 0, 0)
  return 1
}

async function patiently(
  isLate: () => boolean,
  sent: boolean,
  attempt: () => Promise<number>,
): Promise<number> {
  for (;;) {
    const count = await unlessBusy(sent, attempt)
    if (count) return count
    if (isLate()) throw new Fault('timeout', { detail: 'the device takes no bytes', sentBytes: sent })
    await sleep(LOOK_AGAIN_MS)
  }
}

/** What `attempt` gives, null while the device is busy. No space left is how parallel printers say no paper. */
async function unlessBusy(sent: boolean, attempt: () => Promise<number>): Promise<number | null> {
  try {
    return await attempt()
  } catch (error) {
    const code = systemCode(error)
    if (code === 'EAGAIN') return null
    if (code === 'ENOSPC') throw new Fault('out_of_paper', { detail: 'ENOSPC', sentBytes: sent })
    throw faultOfSystem(error, sent)
  }
}
