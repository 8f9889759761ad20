import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { root } from '../support/cli.ts'

/** `gishe web` beside the embedded database of a home; started again each time it was killed, always at the same address. */
export type KeptHub = {
  url: string
  kill9: () => boolean
  kills: () => number
  finish: () => Promise<void>
  abandon: () => void
  /** Rejects when it ends otherwise than by a kill or when asked. */
  whole: Promise<void>
}

/** It listens when this returns. */
export async function keepHub(home: string): Promise<KeptHub> {
  let child: ChildProcess | null = null
  let port = 0
  let kills = 0
  let isReady = false
  let isEnding = false
  const listening = Promise.withResolvers<string>()
  const runOnce = async () => {
    const hub = spawn(
      process.execPath,
      [join(root, 'dist', 'main.js'), 'web', '--port', `${port}`, '--json'],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          LANG: 'C.UTF-8',
          GISHE_HOME: home,
          GISHE_USER: 'hub',
          GISHE_PASSWORD: DEMO_PASSWORD,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child = hub
    let complaint = ''
    hub.stderr.on('data', text => {
      complaint += text
    })
    createInterface({ input: hub.stdout }).on('line', line => {
      const at: { url: string; port: number } = JSON.parse(line)
      port = at.port
      isReady = true
      listening.resolve(at.url)
    })
    const [code, signal] = (await once(hub, 'close')) as [number | null, string | null]
    isReady = false
    if (signal === 'SIGKILL') kills++
    else if (!isEnding || code !== 0) throw new Error(`gishe web ended with ${code ?? signal}:\n${complaint}`)
  }
  const run = async () => {
    while (!isEnding) await runOnce()
  }
  const whole = run()
  whole.catch(listening.reject)
  return {
    url: await listening.promise,
    kill9: () => {
      const struck = isReady && child?.kill('SIGKILL') === true
      isReady = false
      return struck
    },
    kills: () => kills,
    finish: async () => {
      isEnding = true
      child?.kill('SIGTERM')
      await whole
    },
    abandon: () => {
      isEnding = true
      child?.kill('SIGKILL')
    },
    whole,
  }
}
