import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Fault } from '../fault.ts'
import { within } from './deadline.ts'
import { faultOfSystem } from './errno.ts'
import { NO_BYTES, type Transport } from './transport.ts'

/**
 * A printer that another Windows computer shares, or this one: the bytes go to its spooler unchanged. The spooler says
 * nothing about the paper, so what is sent is never confirmed.
 */
export const shareTransport = (path: string): Transport => ({
  async open() {
    if (process.platform !== 'win32')
      throw new Fault('bad_settings', { detail: `${path} is reached from Windows only` })
    const handle = await open(path, constants.O_WRONLY).catch(error => {
      throw faultOfSystem(error, false)
    })
    return {
      async write(bytes, deadline_ms, stop) {
        const writing = handle.writeFile(bytes)
        await within(writing, deadline_ms, () => new Fault('timeout', { sentBytes: true }), stop).catch(
          error => {
            throw faultOfSystem(error, true)
          },
        )
      },
      read: async () => NO_BYTES,
      close: () => handle.close(),
    }
  },
})
