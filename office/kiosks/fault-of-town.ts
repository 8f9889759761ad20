import { DatabaseFault } from '../../db/fault.ts'
import { databaseError, isConnectionFault } from '../../db/open.ts'

/**
 * What an error of the database means to a device: the town is away (no line, no room, no answer in time), or what was sent is nothing
 * that the tables take. Null where it is a bug.
 */
export function faultOfTown(error: unknown): 'away' | 'malformed' | null {
  if (error instanceof DatabaseFault || isConnectionFault(error)) return 'away'
  const code = databaseError(error)?.code ?? ''
  if (AWAY.test(code)) return 'away'
  return MALFORMED.test(code) ? 'malformed' : null
}

/** Insufficient resources, a statement cancelled, a server that only reads. */
const AWAY = /^(53...|57014|25006)$/

/** Values out of every range, and walls that say what no press can be. */
const MALFORMED = /^(22...|GS002)$/
