import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  faultOfFile,
  filesFolder,
  pathOf,
  storeFile,
  sweepPartials,
  verifiedPath,
} from '../../db/file-store.ts'
import { refused } from '../support/refused.ts'

let desk: string
let folder: string
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'gishe-files-'))
  folder = join(desk, 'kept')
})
afterEach(() => rmSync(desk, { recursive: true, force: true }))

function given(name: string, content: string | Buffer): string {
  const path = join(desk, name)
  writeFileSync(path, content)
  return path
}
const kept = () => globSync('??/??/*', { cwd: folder })
const leftovers = () => (existsSync(folder) ? readdirSync(folder).filter(name => name.startsWith('.')) : [])

test('a file is kept once, by what is in it, for its owner alone', async () => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])
  const first = await storeFile(folder, given('скица.pdf', content))
  const second = await storeFile(folder, given('друга.pdf', content))
  expect(second).toEqual({ ...first, name: 'друга.pdf' })
  expect(first).toMatchObject({ bytes: content.length, name: 'скица.pdf', media: 'application/pdf' })
  expect(kept()).toEqual([`${first.sha256.slice(0, 2)}/${first.sha256.slice(2, 4)}/${first.sha256}`])
  const path = await verifiedPath(folder, first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(leftovers()).toEqual([])
})

test('nothing empty, of three gigabytes, or of a type that is not taken is kept', async () => {
  const facts = { name: 'празен.pdf' }
  expect(await refused(storeFile(folder, given('празен.pdf', '')), 'file.empty')).toEqual(facts)
  const film = given('филм.pdf', '')
  truncateSync(film, 3_000_000_000)
  const tooLarge = await refused(storeFile(folder, film), 'file.too_large')
  expect(tooLarge).toEqual({ name: 'филм.pdf', size: '3000 MB', mostSize: '100 MB' })
  await refused(storeFile(folder, given('вирус.exe', 'MZ')), 'file.type_unknown')
  await refused(storeFile(folder, given('вирус.pdf', 'MZ..')), 'file.type_differs')
  await refused(storeFile(folder, given('\u0007\u202e.pdf', '%PDF-1.7'), '..'), 'file.name_wrong')
  await refused(storeFile(folder, join(desk, 'няма.pdf')), 'file.not_there')
  mkdirSync(join(desk, 'папка.pdf'))
  await refused(storeFile(folder, join(desk, 'папка.pdf')), 'file.unreadable')
  expect(existsSync(folder)).toBe(false)
})

test('a file that was changed on the disk is not handed out, one that is gone is told', async () => {
  const file = await storeFile(folder, given('скица.pdf', '%PDF-1.7 една'))
  const path = pathOf(folder, file.sha256)
  expect(await faultOfFile(folder, file, { read: true })).toBeNull()
  writeFileSync(path, '%PDF-1.7 друг')
  await refused(verifiedPath(folder, file), 'file.damaged')
  expect(await faultOfFile(folder, file, { read: true })).toBe('damaged')
  const again = await storeFile(folder, given('скица.pdf', '%PDF-1.7 една'))
  expect(await verifiedPath(folder, again)).toBe(path)
  rmSync(path)
  await refused(verifiedPath(folder, file), 'file.missing')
  expect(await faultOfFile(folder, file, { read: false })).toBe('missing')
})

test('killed in the middle, a program leaves whole files and at most a piece that is swept later', async () => {
  const file = given('голям.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000_000)]))
  for (let turn = 0; turn < 4; turn++) {
    const program = spawn(process.execPath, [
      join(import.meta.dirname, '../support/file-program.ts'),
      folder,
      file,
    ])
    if (turn === 0) await once(program.stdout, 'data')
    else while (leftovers().length === 0) await new Promise(resolve => setImmediate(resolve))
    program.kill('SIGKILL')
    await once(program, 'exit')
    for (const path of kept())
      expect(
        await faultOfFile(folder, { sha256: path.slice(6), bytes: 20_000_009 }, { read: true }),
      ).toBeNull()
    expect(leftovers().length).toBeLessThanOrEqual(1)
    const now = Temporal.Now.instant()
    expect(await sweepPartials(folder, now)).toBe(0)
    for (const name of leftovers()) utimesSync(join(folder, name), 1, 1)
    await sweepPartials(folder, now)
    expect(leftovers()).toEqual([])
  }
})

test.runIf(process.getuid?.() === 0)('a full disk is told, and nothing is left behind', async () => {
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'gishe-test', folder], { stdio: 'ignore' })
  } catch {
    return
  }
  try {
    const file = given('голям.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]))
    expect(await refused(storeFile(folder, file), 'file.no_space')).toEqual({ path: folder })
    expect(kept()).toEqual([])
    expect(leftovers()).toEqual([])
  } finally {
    execFileSync('umount', [folder])
  }
})

test('a folder that cannot be one is told', async () => {
  writeFileSync(folder, 'няма папка')
  chmodSync(folder, 0o600)
  await refused(storeFile(folder, given('скица.pdf', '%PDF-1.7')), 'file.store_unwritable')
})

test('the folder is set by GISHE_FILES, else it lies beside the database', () => {
  expect(filesFolder({ GISHE_FILES: '/srv/files' })).toBe('/srv/files')
  expect(filesFolder({ GISHE_HOME: '/srv/gishe' })).toBe('/srv/gishe/files')
})
