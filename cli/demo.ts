import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeHome } from '../db/home.ts'
import type { TownDatabase } from '../db/place.ts'
import { DEMO_PASSWORD, DEMO_STAFF } from '../office/town/demo-town.ts'
import type { Post } from '../rules/authority.ts'

export type DemoUsers = { password: string; staff: { login: string; name: string; post: Post }[] }
type DemoNote = DemoUsers & { database: string }

/** Which database a note speaks of, so that a demo's passwords are never tried on a real town. */
const nameOf = ({ place }: TownDatabase): string => `${place.host}:${place.port}/${place.database}`
const noteIn = (home: string): string => join(home, 'demo.json')

/** The users and the password of a demo town; null in a real one. */
export function demoOf(town: TownDatabase): DemoUsers | null {
  const note = readNote(town.home)
  return note?.database === nameOf(town) ? { password: note.password, staff: note.staff } : null
}

/** A note that another user of the machine may not read, or that is damaged, is none. */
function readNote(home: string): DemoNote | null {
  try {
    return JSON.parse(readFileSync(noteIn(home), 'utf8')) as DemoNote
  } catch {
    return null
  }
}

/** Written beside and renamed, so that it is whole or not there. */
export function noteDemo(town: TownDatabase): void {
  const note: DemoNote = {
    database: nameOf(town),
    password: DEMO_PASSWORD,
    staff: DEMO_STAFF.map(({ login, name, post }) => ({ login, name, post })),
  }
  const part = `${noteIn(town.home)}.${process.pid}`
  makeHome(town.home)
  writeFileSync(part, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
  renameSync(part, noteIn(town.home))
}
