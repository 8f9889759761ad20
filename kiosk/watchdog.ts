import { execFile } from 'node:child_process'

export type Watchdog = {
  /** The first screen is shown. */
  ready: () => Promise<void>
  /** The device ends on purpose. */
  end: () => Promise<void>
}

/** Without a watchdog only the status is told, so often. */
const STATUS_MS = 30_000
/** systemd-notify waits until it was heard. */
const HEARD_WITHIN_MS = 10_000

/**
 * Tells systemd that the device is there, at half of the time after which it would be started anew, and only while `isWell` says so: a
 * program that hangs tells nothing. Outside systemd nothing is told. Node has no datagram sockets of the kind that systemd listens on, so
 * its own `systemd-notify` speaks.
 */
export function openWatchdog(
  { isWell, status }: { isWell: () => boolean; status: () => string },
  environment: NodeJS.ProcessEnv = process.env,
): Watchdog {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = environment
  if (!NOTIFY_SOCKET) return { ready: async () => undefined, end: async () => undefined }
  const usec = Number(WATCHDOG_USEC)
  let turns: NodeJS.Timeout | undefined
  let telling: Promise<void> | null = null
  const tell = (...facts: string[]): Promise<void> => {
    telling = notify(facts, environment).then(() => {
      telling = null
    })
    return telling
  }
  const turn = () => {
    if (telling === null) void tell(...(isWell() ? ['WATCHDOG=1'] : []), statusLine(status()))
  }
  return {
    ready: () => {
      turns ??= setInterval(turn, usec > 0 ? usec / 2_000 : STATUS_MS).unref()
      return tell('READY=1', statusLine(status()))
    },
    end: async () => {
      clearInterval(turns)
      await telling
      await tell('STOPPING=1')
    },
  }
}

/** A status is one line. */
const statusLine = (status: string): string => `STATUS=${status.replace(/\s+/g, ' ')}`

/** A word that does not arrive is no fault of the device: the next one says the same. */
const notify = (facts: string[], env: NodeJS.ProcessEnv): Promise<void> =>
  new Promise(resolve =>
    execFile('systemd-notify', facts, { env, timeout: HEARD_WITHIN_MS }, () => resolve()),
  )
