import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { inject } from 'vitest'
import { demoHome, removeHome } from './demo-home.ts'

export type Ran = { code: number; stdout: string; stderr: string }
export type Shell = {
  home: string
  /** Runs a line of shell in which `gishe` is the built program; nobody sits at a terminal. */
  run: (line: string, env?: Record<string, string>) => Promise<Ran>
  /** The same, its answer parsed. */
  json: (line: string, env?: Record<string, string>) => Promise<unknown>
  close: () => Promise<void>
}

export const root = resolve(import.meta.dirname, '../..')

/** A shell of somebody whose Gishe keeps its data in a folder of its own, which `close` takes away with its database. */
export function openShell(): Shell {
  const home = mkdtempSync(join(tmpdir(), 'gishe-cli-'))
  const run = (line: string, env: Record<string, string> = {}) => shell(line, { ...quietEnv(home), ...env })
  return {
    home,
    run,
    json: async (line, env) => JSON.parse((await run(`${line} --json`, env)).stdout),
    close: async () => removeHome(home),
  }
}

/** The same, with a demo town in it as `gishe init --demo` makes it. */
export async function openDemoShell(): Promise<Shell> {
  const shell = openShell()
  const init = async (home: string) => {
    const made = await shell.run('gishe init --demo', { HOME: home, GISHE_HOME: home })
    if (made.code !== 0) throw new Error(made.stderr)
  }
  await demoHome(shell.home, inject('demoHome'), init)
  return shell
}

const quietEnv = (home: string) => ({
  PATH: `${root}${delimiter}${process.env['PATH']}`,
  HOME: home,
  GISHE_HOME: home,
})

const shell = (line: string, env: Record<string, string>): Promise<Ran> =>
  new Promise(done => {
    const child = execFile('sh', ['-c', line], { env, cwd: tmpdir() }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
    child.stdin?.end()
  })
