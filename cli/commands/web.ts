import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { type HubAsked, runHub } from '../hub-door.ts'
import { hubUnit } from '../hub-unit.ts'
import { readNumber } from '../read-number.ts'
import { WrongUsage } from '../wrong-usage.ts'

const PORT = 8080

export const webCommands = () => [
  declare('web', async (given, door) => {
    const asked = readAsked(given, door)
    if (given.has('print-unit')) return door.answer(hubUnit(asked, door.options))
    await runHub(door, asked)
  }),
]

/** Without a certificate it speaks to this machine only, unless somebody says that the line to it is safe. */
function readAsked(given: Given<'web'>, door: Door): HubAsked {
  const host = given.text('host') ?? '127.0.0.1'
  const cert = given.text('cert')
  const key = given.text('key')
  if (cert !== undefined && key === undefined)
    throw new WrongUsage(door.lang, usage => usage.missingOption('--key'))
  if (key !== undefined && cert === undefined)
    throw new WrongUsage(door.lang, usage => usage.missingOption('--cert'))
  if (cert === undefined && !isLoopback(host) && !given.has('plain'))
    throw new WrongUsage(door.lang, usage => usage.hubInTheOpen(host))
  return {
    host,
    port: readNumber(given.text('port'), PORT, 0, 65_535, '--port', door),
    files: cert !== undefined && key !== undefined ? { cert, key } : null,
    isProxied: given.has('trust-proxy'),
    areMetricsOpen: given.has('metrics-open'),
    hook: given.text('on-alarm') ?? null,
  }
}

const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost$)/.test(host)
