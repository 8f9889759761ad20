import { StringDecoder } from 'node:string_decoder'
import { decodeKeys, type Key, patienceFor_ms, resolvePending } from './keys.ts'
import type { Size } from './screen.ts'

export type TerminalIn = NodeJS.ReadableStream & {
  setRawMode?: (mode: boolean) => unknown
  ref?: () => unknown
  unref?: () => unknown
}
export type TerminalOut = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number }

export type TerminalEvents = {
  keys: (keys: Key[]) => void
  resized: (size: Size) => void
  /** The terminal was closed, or the process is asked to end. */
  ended: () => void
  /** The process dies without goodbye: the last chance to stop drawing. */
  dying: () => void
}

export type Terminal = { size: () => Size; erase: () => void; close: () => void }

/** Bracketed paste on; keypad and arrows in their ordinary mode, whatever the program before left behind. */
const PREPARE = '\x1b[?2004h\x1b>\x1b[?1l'
const RESTORE = '\x1b[?2004l'
/** For a death without goodbye: leave the alternate screen, show the cursor, plain colours. */
const RESCUE = `${RESTORE}\x1b[?1049l\x1b[?25h\x1b[0m`
const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/** Takes the terminal over: raw bytes in, keys out; `close` gives it back as it was, and so does any end of the process. */
export function openTerminal(stdin: TerminalIn, stdout: TerminalOut, events: TerminalEvents): Terminal {
  const size = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 })
  let isHungUp = false
  const onHangUp = () => {
    isHungUp = true
    events.ended()
  }
  const onResize = () => events.resized(size())
  const stopReading = readKeys(stdin, events.keys, onHangUp)
  const rescue = () => {
    events.dying()
    stdin.setRawMode?.(false)
    if (stdout.isTTY) stdout.write(RESCUE)
  }
  // Before ink's own listener, so that ink lays out the new size at once.
  stdout.prependListener('resize', onResize)
  // For good: a terminal that is gone fails once more when it is given back, and nobody is left to mind.
  for (const stream of [stdin, stdout]) stream.on('error', onHangUp)
  for (const signal of SIGNALS) process.on(signal, events.ended)
  process.on('SIGHUP', onHangUp)
  process.once('exit', rescue)
  stdin.setRawMode?.(true)
  stdout.write(PREPARE)
  return {
    size,
    erase: () => stdout.write('\x1b[H\x1b[2J'),
    close: () => {
      stopReading()
      stdout.off('resize', onResize)
      for (const signal of SIGNALS) process.off(signal, events.ended)
      // The kernel and the terminal both tell of one hang-up: the second must not cut the farewell short.
      if (!isHungUp) process.off('SIGHUP', onHangUp)
      process.off('exit', rescue)
      stdin.setRawMode?.(false)
      stdout.write(RESTORE)
    },
  }
}

function readKeys(stdin: TerminalIn, onKeys: (keys: Key[]) => void, onEnd: () => void): () => void {
  const decoder = new StringDecoder('utf8')
  let pending = ''
  let timer: NodeJS.Timeout | undefined
  const onData = (bytes: Buffer | string) => {
    clearTimeout(timer)
    const decoded = decodeKeys(pending, typeof bytes === 'string' ? bytes : decoder.write(bytes))
    pending = decoded.pending
    if (decoded.keys.length > 0) onKeys(decoded.keys)
    const patience_ms = patienceFor_ms(pending)
    if (patience_ms !== null) timer = setTimeout(resolve, patience_ms)
  }
  const resolve = () => {
    const keys = resolvePending(pending)
    pending = ''
    if (keys.length > 0) onKeys(keys)
  }
  stdin.on('data', onData)
  for (const event of ['end', 'close']) stdin.on(event, onEnd)
  stdin.ref?.()
  stdin.resume()
  return () => {
    clearTimeout(timer)
    stdin.off('data', onData)
    for (const event of ['end', 'close']) stdin.off(event, onEnd)
    stdin.pause()
    stdin.unref?.()
  }
}
