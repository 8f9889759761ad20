import { listDesks } from '../../office/desks/list-desks.ts'
import { listPrinters, listTownProfiles } from '../../office/print/lookup.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Town } from '../../printers/set-up/draft.ts'

/** What the town has already, for the names that are proposed and refused. */
export async function townNow(session: Session): Promise<Town> {
  const ctx = session.ctx()
  const [printers, desks, profiles] = await Promise.all([
    listPrinters(ctx),
    listDesks(ctx),
    listTownProfiles(ctx),
  ])
  return {
    printers,
    desks,
    profiles: profiles.map(profile => profile.name),
    isTraining: session.town.training,
  }
}
