import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  BYTES_TO_TELL,
  fileName,
  MOST_BYTES,
  mediaOf,
  tooLarge,
  whyNotContent,
  whyNotFile,
} from '../rules/files.ts'
import { type Refusal, refusal, refuseIf } from '../rules/refusal.ts'
import { homeFolder } from './home.ts'

/** A file as the store keeps it: by what is in it, once, whoever brings it. */
export type StoredFile = { sha256: string; bytes: number; name: string; media: string }

/** Half-written files are called so; after a crash one may stay behind. */
const PARTIAL = '.partial-'

/** A write takes minutes at most: what is older was left behind by a program that died. */
const LEFT_BEHIND = Temporal.Duration.from({ hours: 6 })

/** Where the files of the town lie: GISHE_FILES, else `files` beside the database. Backups and all desks need the same folder. */
export const filesFolder = (env: Record<string, string | undefined> = process.env): string =>
  env['GISHE_FILES'] ? resolve(env['GISHE_FILES']) : join(homeFolder(env), 'files')

/** Where the file with this hash lies in the folder. */
export const pathOf = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/**
 * Puts a file into the store, piece by piece: written beside under another name, synced, renamed, the folder synced, so that a
 * file is whole or not there whenever the power fails. One that is there already is only verified. Refuses what is empty, too
 * large (by its size, before it is read), of a type that is not taken, or not what its name says; then nothing is left behind.
 */
export async function storeFile(folder: string, path: string, calledAs = path): Promise<StoredFile> {
  const source = await openSource(path)
  try {
    const name = await checked(source, path, calledAs)
    const kept = await keep(folder, name, source.createReadStream({ start: 0, autoClose: false }))
    return { ...kept, name, media: mediaOf(name) }
  } finally {
    await source.close()
  }
}

/** Refuses what the store would refuse of this file, and stores nothing: to be asked before anything else is done. */
export async function checkFile(path: string): Promise<void> {
  const source = await openSource(path)
  try {
    await checked(source, path, path)
  } finally {
    await source.close()
  }
}

/** The clean name of a file that may be stored. */
async function checked(source: Source, path: string, calledAs: string): Promise<string> {
  const name = fileName(calledAs)
  const { size, isFile } = await sizeOf(source)
  if (!isFile) throw refusal('file.unreadable', { path })
  refuseIf(whyNotFile(name, size))
  refuseIf(whyNotContent(name, await beginningOf(source)))
  return name
}

async function openSource(path: string) {
  try {
    return await open(path, 'r')
  } catch (error) {
    const isThere = codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR'
    throw refusal(isThere ? 'file.unreadable' : 'file.not_there', { path })
  }
}

type Source = Awaited<ReturnType<typeof openSource>>

async function sizeOf(source: Source) {
  const found = await source.stat()
  return { size: found.size, isFile: found.isFile() }
}

async function beginningOf(source: Source): Promise<Uint8Array> {
  const piece = new Uint8Array(BYTES_TO_TELL)
  const { bytesRead } = await source.read(piece, 0, BYTES_TO_TELL, 0)
  return piece.subarray(0, bytesRead)
}

/** Writes what comes under the name of its hash. A file that grows while it is read ends at the limit like any other. */
async function keep(
  folder: string,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<{ sha256: string; bytes: number }> {
  const partial = join(folder, `${PARTIAL}${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { sha256, bytes } = await writePartial(partial, name, content)
    const path = pathOf(folder, sha256)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (await isWhole(path, sha256)) await rm(partial)
    else await rename(partial, path)
    for (const above of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(above)
    return { sha256, bytes }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw refusalOfDisk(error, folder) ?? error
  }
}

async function writePartial(partial: string, name: string, content: AsyncIterable<Buffer>) {
  const file = await open(partial, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw tooLarge(name, bytes)
      hash.update(chunk)
      await writeWhole(file, chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function writeWhole(file: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<void> {
  let at = 0
  while (at < chunk.length) at += (await file.write(chunk, at)).bytesWritten
}

function refusalOfDisk(error: unknown, folder: string): Refusal | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('file.no_space', { path: folder })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return refusal('file.store_unwritable', { path: folder })
  return null
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether the file is there and has in it what its name says. */
async function isWhole(path: string, sha256: string): Promise<boolean> {
  try {
    return (await hashOf(path)) === sha256
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Where a kept file lies, after what is in it was compared with its hash. Refuses one that is gone or damaged. */
export async function verifiedPath(folder: string, { sha256, name }: Pick<StoredFile, 'sha256' | 'name'>) {
  const path = pathOf(folder, sha256)
  try {
    if ((await hashOf(path)) === sha256) return path
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw refusal('file.missing', { name })
    throw error
  }
  throw refusal('file.damaged', { name })
}

/** What is wrong with a kept file, or null; without `read` only its presence and size are looked at. */
export async function faultOfFile(
  folder: string,
  { sha256, bytes }: Pick<StoredFile, 'sha256' | 'bytes'>,
  { read }: { read: boolean },
): Promise<'missing' | 'damaged' | null> {
  const path = pathOf(folder, sha256)
  const found = await stat(path).catch(() => null)
  if (!found) return 'missing'
  if (found.size !== bytes) return 'damaged'
  return read && !(await isWhole(path, sha256)) ? 'damaged' : null
}

/**
 * Copies a kept file into another folder of files, as safely as it was stored; gives what is wrong with it, and then copies nothing.
 * One that is there whole is left alone.
 */
export async function copyKept(
  from: string,
  to: string,
  file: Pick<StoredFile, 'sha256' | 'bytes'>,
): Promise<'missing' | 'damaged' | null> {
  const fault = await faultOfFile(from, file, { read: true })
  if (fault) return fault
  if (!(await isWhole(pathOf(to, file.sha256), file.sha256)))
    await keep(to, file.sha256, createReadStream(pathOf(from, file.sha256)))
  return null
}

/** Takes away what programs that died left half written, some hours later; gives how many. */
export async function sweepPartials(folder: string, now: Temporal.Instant): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let swept = 0
  for (const name of names.filter(found => found.startsWith(PARTIAL))) {
    const path = join(folder, name)
    const changed = await stat(path).catch(() => null)
    if (!changed || changed.mtimeMs > now.subtract(LEFT_BEHIND).epochMilliseconds) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
