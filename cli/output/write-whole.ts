import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Door } from '../door.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** The file is there whole or not at all, instead of one that was there. */
export function writeWhole(door: Door, file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.part`
  try {
    writeFileSync(beside, content)
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
    throw new WrongUsage(door.lang, usage => usage.fileNotWritten(file))
  }
}
