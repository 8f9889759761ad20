import type { Login } from '../../db/open.ts'
import type { TownDatabase } from '../../db/place.ts'

/**
 * One thing the doctor looked at: `advice` says what to do and is null where all is well; `hints` may be followed and are no
 * fault.
 */
export type Finding = { what: string; found: string; advice: string | null; hints?: string[] }

/** The town's database, and the login that may look at its settings. */
export type Look = { town: TownDatabase; login: Login }
