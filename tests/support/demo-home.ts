import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { stopServer } from '../../db/embedded/server.ts'

const SETTINGS = 'cluster/data/postgresql.auto.conf'
const SOCKET_FOLDER = /\/[^'"]+\/run\b/

/**
 * Gives an empty home what `gishe init --demo` makes in one, on a database that does not wait for the disk. The program, run
 * by `init`, makes it once, in `kept`; every other home is a copy of that.
 */
export async function demoHome(home: string, kept: string, init: (home: string) => Promise<unknown>) {
  if (!existsSync(kept)) await keepDemo(kept, init)
  execFileSync('cp', ['-a', `${kept}/.`, home])
  for (const file of [SETTINGS, 'demo.json']) {
    const path = join(home, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(SOCKET_FOLDER, `${home}/run`))
  }
}

/** Test files that come at the same moment may each make one; the first is kept. */
async function keepDemo(kept: string, init: (home: string) => Promise<unknown>): Promise<void> {
  const home = mkdtempSync(join(dirname(kept), 'demo-'))
  await init(home)
  await stopServer(home)
  appendFileSync(join(home, SETTINGS), 'fsync = off\n')
  try {
    renameSync(home, kept)
  } catch (error) {
    if (!existsSync(kept)) throw error
    rmSync(home, { recursive: true })
  }
}

/** Takes a home away with its database, which needs not write anything down any more. */
export function removeHome(home: string): void {
  const pid = join(home, 'cluster/data/postmaster.pid')
  if (existsSync(pid)) process.kill(Number(readFileSync(pid, 'utf8').split('\n')[0]), 'SIGQUIT')
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}
