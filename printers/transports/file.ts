import { type FileHandle, open } from 'node:fs/promises'
import { Fault } from '../fault.ts'
import { faultOfSystem } from './errno.ts'
import { type Line, NO_BYTES, type Transport } from './transport.ts'

/** Appends papers to a regular file, on the disk when `write` resolves; a paper that does not fit leaves no trace. */
export const fileTransport = (path: string): Transport => ({
  async open() {
    const handle = await open(path, 'a', 0o600).catch(error => {
      throw faultOfSystem(error, false)
    })
    if (!(await handle.stat()).isFile()) {
      await handle.close()
      throw new Fault('bad_settings', { detail: `${path} is not a regular file` })
    }
    return lineOver(handle)
  },
})

const lineOver = (handle: FileHandle): Line => ({
  async write(bytes) {
    const { size } = await handle.stat()
    try {
      await handle.appendFile(bytes)
      await handle.datasync()
    } catch (error) {
      throw faultOfSystem(error, !(await cutBack(handle, size)))
    }
  },
  read: async () => NO_BYTES,
  close: () => handle.close(),
})

const cutBack = (handle: FileHandle, size: number): Promise<boolean> =>
  handle.truncate(size).then(
    () => true,
    () => false,
  )
