import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { homeFolder } from '../../db/home.ts'
import type { Door } from '../door.ts'
import { programVersion } from '../installation.ts'
import type { Finding } from './finding.ts'

const LEAST_FREE_MIB = 512
const MIB = 1_048_576n

/** This machine: the program, the terminal, the folder of the data and its disk. */
export async function checkHost(door: Door): Promise<Finding[]> {
  const { doctor: words } = door.words
  const home = homeFolder()
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || ''
  const isPlain = /^(C|POSIX)?$/.test(locale)
  const isUtf8 = /utf-?8/i.test(locale)
  return [
    { what: words.program, found: `Гише ${programVersion()}, Node ${process.versions.node}`, advice: null },
    {
      what: words.terminal,
      found: locale || words.noLocale,
      advice: isUtf8 || (isPlain && !process.stdout.isTTY) ? null : words.setLocale,
    },
    ...folderFindings(door, home),
    await diskFinding(door, home),
  ]
}

function folderFindings(door: Door, home: string): Finding[] {
  const { doctor: words } = door.words
  if (!existsSync(home)) return []
  const mode = statSync(home).mode & 0o777
  const others = (mode & 0o022) !== 0
  const found = `${home} (${mode.toString(8)})`
  return [{ what: words.home, found, advice: others ? words.closeHome(`chmod go-w ${home}`) : null }]
}

async function diskFinding(door: Door, home: string): Promise<Finding> {
  const { doctor: words } = door.words
  let folder = home
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder, { bigint: true })
  const free = Number((bavail * bsize) / MIB)
  return {
    what: words.disk,
    found: words.free(free),
    advice: free < LEAST_FREE_MIB ? words.freeSomeSpace(folder) : null,
  }
}
