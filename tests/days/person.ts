import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { type CuttableLine, cuttableLine } from '../support/cuttable-line.ts'
import type { Answered } from '../support/person-program.ts'
import { type Act, asLine, type Outcome, ofLine, perform } from './acts.ts'
import { type DeskLogin, whileLineFails } from './desk-login.ts'
import { keep } from './kept-program.ts'
import type { NewTown } from './new-town.ts'

/** Somebody at work at a desk, over a line that can be hit. */
export type Person = {
  login: string
  desk: number
  line: CuttableLine
  /** Does it until there is an answer: after a lost line or a killed program it is the same again under the same ids. */
  does: (act: Act) => Promise<Outcome>
  /** Kills the program with -9; null where the person works within the test's own program. */
  kill9: (() => boolean) | null
  leave: () => Promise<void>
}

/** In a program of their own. */
export async function personInProgram(town: NewTown, at: DeskLogin): Promise<Person> {
  const line = await cuttableLine(town.place)
  const waiting = new Map<number, (answered: Answered | null) => void>()
  const program = keep({
    file: 'person-program.ts',
    home: town.home,
    orders: () => ({ ...at, place: line.place }),
    onWord: word => {
      if (word === 'ready') return
      const answered = ofLine(word) as Answered
      waiting.get(answered.number)?.(answered)
    },
    onDeath: () => {
      for (const hear of waiting.values()) hear(null)
    },
  })
  let asked = 0
  const does = async (act: Act): Promise<Outcome> => {
    const number = ++asked
    for (;;) {
      await program.atWork()
      const heard = new Promise<Answered | null>(resolve => waiting.set(number, resolve))
      if (!program.tell(asLine({ number, act }))) continue
      const answered = await heard
      waiting.delete(number)
      if (answered) return outcomeOf(answered)
    }
  }
  const leave = async () => {
    program.abandon()
    await program.whole.catch(() => undefined)
    await line.close()
  }
  await orElse(program.atWork(), leave)
  return { ...at, line, does, kill9: program.kill9, leave }
}

/** Within the test's program. */
export async function personHere(town: NewTown, at: DeskLogin): Promise<Person> {
  const line = await cuttableLine(town.place)
  const coming = signIn({
    place: line.place,
    login: at.login,
    password: DEMO_PASSWORD,
    desk: at.desk,
    lang: 'bg',
    program: `person ${at.login}`,
  })
  const session = await orElse(coming, line.close)
  return {
    ...at,
    line,
    does: act => whileLineFails(() => perform(session, act), town.startDatabase),
    kill9: null,
    leave: async () => {
      await session.close()
      await line.close()
    },
  }
}

/** What fails leaves nothing open behind it. */
async function orElse<T>(coming: Promise<T>, close: () => Promise<void>): Promise<T> {
  try {
    return await coming
  } catch (error) {
    await close()
    throw error
  }
}

function outcomeOf({ outcome }: Answered): Outcome {
  if ('bug' in outcome) throw new Error(`in the program: ${outcome.bug}`)
  return outcome
}
