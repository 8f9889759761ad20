import { eq } from 'drizzle-orm'
import { printerProfiles } from '../../db/schema/printing.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

/**
 * The profile that somebody wrote, complete; refuses one that no printer understands, or with the name of a shipped one.
 * Profiles are known to the printers, which the office does not import.
 */
export type ReadProfile = (written: unknown) => { name: string }

/** Adds a printer profile of the town, or changes the one of that name: printers that are set to it follow at once. */
export async function setProfile(
  ctx: Ctx,
  written: unknown,
  readProfile: ReadProfile,
): Promise<{ name: string; added: boolean }> {
  authorise(ctx, 'printers.set_profile')
  const profile = readProfile(written)
  const { name } = profile
  return inTransaction(ctx, async tx => {
    const [known] = await tx
      .select({ profile: printerProfiles.profile })
      .from(printerProfiles)
      .where(eq(printerProfiles.name, name))
      .for('update')
    if (known) await tx.update(printerProfiles).set({ profile }).where(eq(printerProfiles.name, name))
    else await tx.insert(printerProfiles).values({ name, profile })
    await writeLogbook(tx, ctx, 'printers.set_profile', {
      facts: { name, before: known?.profile, after: profile },
    })
    return { name, added: !known }
  })
}
