import { setTimeout as pause } from 'node:timers/promises'
import { isConnectionFault } from '../../db/open.ts'
import { townDatabase } from '../../db/place.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'

export type DeskLogin = { login: string; desk: number }

/** Repeats what a lost line broke, each time with the database started again as any program would start it. */
export async function whileLineFails<T>(
  work: () => Promise<T>,
  startAgain: () => Promise<unknown> = startDatabase,
): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isConnectionFault(error)) throw error
    }
    await pause(20)
    await startAgain()
  }
}

export const signInAtDesk = ({ login, desk }: DeskLogin, program: string): Promise<Session> =>
  whileLineFails(async () => {
    const { place } = await startDatabase()
    return signIn({ place, login, password: DEMO_PASSWORD, desk, lang: 'bg', program })
  })

const startDatabase = () => townDatabase(() => undefined)
