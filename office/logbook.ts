import { logbook } from '../db/schema/logbook.ts'
import type { Act } from '../rules/authority.ts'
import type { Ctx } from './context.ts'
import type { Tx } from './transaction.ts'

type Entry = { subjectId?: string | null; facts: Record<string, unknown> }

/**
 * Writes who did what from which desk, in the operation's own transaction, a line for each entry; the database stamps the time
 * and the login.
 */
export const writeLogbook = (
  tx: Tx,
  ctx: Ctx,
  act: Act | 'staff.sign_in' | 'town.found',
  ...entries: [Entry, ...Entry[]]
) =>
  tx.insert(logbook).values(
    entries.map(entry => ({
      desk: ctx.desk?.number ?? null,
      act,
      subjectId: entry.subjectId ?? null,
      facts: plainFacts(entry.facts),
    })),
  )

/** Amounts as whole cents: JSON has no bigint. */
const plainFacts = (facts: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  )
