import { ensureServer } from '../../db/embedded/server.ts'
import { openDatabase } from '../../db/open.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import type { Shell } from './cli.ts'
import type { TestTown } from './town.ts'

/** The town that the commands of a shell work in, in the hands of its owner; it was made by `gishe init`. */
export async function townOfShell({ home }: Shell): Promise<TestTown> {
  const { place, owner } = await ensureServer(home, () => undefined)
  const { sql, db, close } = openDatabase(place, owner, 'tests', 1)
  const sessions: Session[] = []
  return {
    place,
    owner,
    sql,
    db,
    signIn: async (login, desk = 1, password = DEMO_PASSWORD) => {
      const session = await signIn({ place, login, password, desk, lang: 'bg', program: 'tests' })
      sessions.push(session)
      return session
    },
    close: async () => {
      await Promise.all([...sessions.map(session => session.close()), close()])
    },
  }
}
