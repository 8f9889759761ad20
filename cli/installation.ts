import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { homeFolder } from '../db/home.ts'

/** The folder the program is installed in: this file lies one level below it, in a checkout and in a build. */
const installationFolder = (): string => dirname(import.meta.dirname)

/** The file that starts the program. */
export const programPath = (): string => join(installationFolder(), 'gishe')

export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(installationFolder(), 'package.json'), 'utf8')) as { version: string })
    .version

/** Compiled code is kept where only the owner of the data or of the installation writes, never in a shared folder. */
export function compileCacheFolder(): string {
  const home = homeFolder()
  return existsSync(home)
    ? join(home, 'cache')
    : join(installationFolder(), 'node_modules', '.cache', 'gishe')
}
