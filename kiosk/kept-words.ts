import { Configuration, type Key } from '../web/contract.ts'

/** Where the device was enrolled, and what it signs with. */
export type HubKey = Key & { hub: string }

/** The configuration as it was kept. What an older or newer program kept may be of another shape: null, and the hub is asked again. */
export const readConfiguration = (text: string | null): Configuration | null =>
  Configuration.nullable().catch(null).parse(parsed(text))

/** The key as it was kept; null where there is none. */
export const readKey = (text: string | null): HubKey | null => parsed(text) as HubKey | null

/** Null where the disk gives back something else than was written on it. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
