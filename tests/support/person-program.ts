import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import type { Place } from '../../db/open.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { type Act, asLine, type Outcome, ofLine, perform } from '../days/acts.ts'
import { type DeskLogin, whileLineFails } from '../days/desk-login.ts'

export type PersonOrders = DeskLogin & { place: Place }
export type Asked = { number: number; act: Act }
export type Answered = { number: number; outcome: Outcome | { bug: string } }

/**
 * Somebody signed in at a desk, who does what each line of stdin says, all at once, and answers it on stdout: the same again
 * after a lost line until there is an answer. Says `ready` first; may be killed at any moment.
 */
const { place, login, desk } = JSON.parse(process.argv[2] ?? '') as PersonOrders
// It is killed before it would keep what was compiled for its next start.
flushCompileCache()
const session = await whileLineFails(() =>
  signIn({ place, login, password: DEMO_PASSWORD, desk, lang: 'bg', program: `person ${login}` }),
)
const lines = createInterface({ input: process.stdin })
process.on('SIGTERM', () => lines.close())
process.stdout.write('ready\n')
lines.on('line', line => void answer(ofLine(line) as Asked))
lines.on('close', () => process.exit())

async function answer({ number, act }: Asked): Promise<void> {
  const outcome = await whileLineFails(() => perform(session, act)).catch(bug)
  process.stdout.write(`${asLine({ number, outcome })}\n`)
}

function bug(error: unknown): { bug: string } {
  const cause =
    error instanceof Error && error.cause instanceof Error ? `\ncause: ${error.cause.message}` : ''
  return { bug: `${error instanceof Error ? error.stack : error}${cause}` }
}
