import { migrateTown } from '../db/migrate.ts'
import { type Login, openDatabase } from '../db/open.ts'
import type { TownDatabase } from '../db/place.ts'
import { town as towns } from '../db/schema/town.ts'
import { demoTown } from '../office/town/demo-town.ts'
import { type FoundTown, foundTown } from '../office/town/found-town.ts'
import { dayOf } from '../rules/dates.ts'
import { noteDemo } from './demo.ts'
import type { Door } from './door.ts'
import { ownerOf, stampOf } from './town.ts'

/** Makes the town in a database that is brought to this program's schema first; run again it adds what is missing. */
export async function found(
  door: Door,
  town: TownDatabase,
  plan: FoundTown,
): Promise<{ founded: boolean; name: string }> {
  const owner = ownerOf(town, door)
  await migrateTown(town.place, owner)
  const { db, close } = openDatabase(town.place, owner, 'gishe init', 1)
  try {
    const made = await foundTown(db, dayOf(Temporal.Now.instant()), plan)
    if (plan.demo) noteDemo(town)
    return made
  } finally {
    await close()
  }
}

/** The town in this database, or null. */
export async function townIn(
  town: TownDatabase,
  owner: Login,
): Promise<{ name: string; demo: boolean } | null> {
  if (!(await stampOf(town, owner))) return null
  const { db, close } = openDatabase(town.place, owner, 'gishe', 1)
  try {
    const [row] = await db.select({ name: towns.nameBg, demo: towns.demo }).from(towns)
    return row ?? null
  } finally {
    await close()
  }
}

/** Makes the demo where there is no town; false where a real one lives. */
export async function ensureDemo(door: Door, town: TownDatabase): Promise<boolean> {
  const there = await townIn(town, ownerOf(town, door))
  if (there && !there.demo) return false
  if (!there) door.say(door.words.makingDemo)
  await found(door, town, demoTown(true))
  return true
}
