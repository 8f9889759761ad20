import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const path = noteIn(town.home)
  if (!existsSync(path)) return null
  const note = JSON.parse(readFileSync(path, 'utf8')) as DemoNote
  return note.database === nameOf(town) ? { password: note.password, staff: note.staff } : null
}

export function noteDemo(town: TownDatabase): void {
  const note: DemoNote = { database: nameOf(town), password: DEMO_PASSWORD, staff: [...DEMO_STAFF] }
  writeFileSync(noteIn(town.home), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
}
