import { sign } from '../web/contract.ts'
import { type Clock, type HubClock, hubClock } from './clock.ts'
import { type Answer, type HubLine, hubLine } from './hub-line.ts'
import type { HubKey } from './kept-words.ts'

/** A line on which everything is signed, to the hub of whatever key it is given. */
export type SignedLine = {
  ask: (key: HubKey, method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>
  time: HubClock
  end: () => void
}

export function signedLine(clock: Clock, open: (hub: string) => HubLine = hubLine): SignedLine {
  const time = hubClock(clock)
  let at: { hub: string; line: HubLine } | null = null
  const lineTo = (hub: string): HubLine => {
    if (at?.hub !== hub) {
      at?.line.end()
      at = { hub, line: open(hub) }
    }
    return at.line
  }
  return {
    ask: (key, method, path, content) => {
      const body = content ? JSON.stringify(content) : ''
      const authorization = sign(key, { method, path, timeMs: time.nextMs(), body })
      return lineTo(key.hub).ask({ method, path, body, authorization })
    },
    time,
    end: () => at?.line.end(),
  }
}
