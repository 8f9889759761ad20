import { eq } from 'drizzle-orm'
import { parties } from '../../db/schema/parties.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** Who pays, as a receipt names them: the number masked. */
export type Payer = { id: string; name: string; identifierMasked: string | null }

/** Somebody of the register as papers name them, or null. */
export async function payerWithId(db: Ctx['db'] | Tx, id: string): Promise<Payer | null> {
  const [row] = await db
    .select({ id: parties.id, name: parties.name, identifierMasked: parties.identifierMasked })
    .from(parties)
    .where(eq(parties.id, id))
  return row ?? null
}
