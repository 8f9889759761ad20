import { describeFault, describeRefusal } from '../../locales/texts.ts'
import { listPrinters, type Printer } from '../../office/print/lookup.ts'
import { takeTurn } from '../../office/print/print-queue.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { Fault } from '../../printers/fault.ts'
import type { Draft, Question, SetUp } from '../../printers/set-up/draft.ts'
import { carryOut } from '../../printers/set-up/hear.ts'
import { isSameDevice } from '../../printers/set-up/line-meant.ts'
import { findPorts } from '../../printers/set-up/ports.ts'
import { answered, nextOf, printedAgain, worked } from '../../printers/set-up/steps.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { Door } from '../door.ts'
import { saveSetUp } from './save.ts'
import { townNow } from './town-now.ts'
import { type Asked, askedIn } from './words.ts'

export type Words = Pick<Door, 'lang' | 'words'>

/** What was saved, and what became of its test page. */
export type SetUpDone = { name: string; profile: string; page: string }

/**
 * The set-up of one printer under way: a question, an answer, work at the printer, the next question. What fails at the
 * printer or is refused leaves the question as it was, with the reason. Nothing is kept before the last answer.
 */
export type SetUpTalk = {
  asked: () => Asked
  /** Answers the question; gives what was saved after the last one. `onWork` is told what takes its time. */
  answer: (typed: string, onWork: (what: string) => void) => Promise<SetUpDone | null>
  /** The question before this one; false where it is the first. */
  back: () => boolean
  /** Lets go of the printers that it held. */
  close: () => Promise<void>
}

type Asking = { draft: Draft; question: Question; problem: string | null }

export const AGAIN = '='

/** Begins with what is found on this machine. Refuses nobody: whoever may not set printers is refused by the session. */
export async function beginSetUp(session: Session, door: Words): Promise<SetUpTalk> {
  const [ports, town] = await Promise.all([findPorts(), townNow(session)])
  const held = heldPrinters(session)
  const before: Asking[] = []
  let now: Asking = asking({ town, ports, done: [] })
  const shown = () => askedIn(now.draft, now.question, door.words.setUp, door.lang)
  const keySaid = (typed: string) => (now.question.isOpen ? typed : keyInWords(typed, shown().choices))
  const answer = async (typed: string, onWork: (what: string) => void): Promise<SetUpDone | null> => {
    const isAgain = typed.trim() === AGAIN
    if (isAgain && now.question.step === 'line') {
      now = asking({ ...now.draft, ports: await findPorts() })
      return null
    }
    const taken = isAgain ? printedAgain(now.draft) : answered(now.draft, keySaid(typed))
    if (taken === null) {
      now = { ...now, problem: door.words.setUp.told.not_an_answer }
      return null
    }
    if (now.question.step === 'line' && taken.line !== undefined) await held.takeAll(taken.line)
    const next = await untilAsked(taken, door, onWork)
    if ('finished' in next) {
      onWork(door.words.setUp.working.save)
      await held.release()
      return saveSetUp(session, next.finished, door)
    }
    if (!isAgain && next.question.step !== now.question.step) before.push(now)
    now = next
    return null
  }
  return {
    asked: () => ({ ...shown(), ...problemOf(now) }),
    answer: (typed, onWork) =>
      answer(typed, onWork).catch(error => {
        const problem = whyNot(error, door)
        if (problem === null) throw error
        now = { ...now, problem }
        return null
      }),
    back: () => {
      const earlier = before.pop()
      if (earlier) now = earlier
      return earlier !== undefined
    },
    close: held.release,
  }
}

/** A choice is also said in its own words, or those before the comma: „да“. */
function keyInWords(typed: string, choices: Asked['choices']): string {
  const said = typed.trim().toLowerCase()
  const meant = choices.find(({ text }) =>
    [text, text.split(',')[0]].some(words => words?.toLowerCase() === said),
  )
  return meant?.key ?? typed
}

const problemOf = ({ problem }: Asking) => (problem === null ? {} : { notice: problem })

function asking(draft: Draft): Asking {
  const next = nextOf(draft)
  if (!('question' in next)) throw new Error('a set-up begins with a question')
  return { draft, question: next.question, problem: null }
}

/** Does at the printer what the next steps want, until a person is asked or all is known. */
async function untilAsked(
  taken: Draft,
  door: Words,
  onWork: (what: string) => void,
): Promise<Asking | { finished: SetUp }> {
  const { working } = door.words.setUp
  for (let draft = taken; ; ) {
    const next = nextOf(draft)
    if ('finished' in next) return next
    if ('question' in next) return { draft, question: next.question, problem: null }
    onWork(next.work.do === 'print' ? working.print : working.listen)
    const told = await carryOut(next.work, baud => onWork(working.speed(baud)))
    draft = worked(draft, next.step, told)
  }
}

/** A fault of the printer and a refusal are answers to a person; null is a bug or a lost database. */
function whyNot(error: unknown, { lang }: Words): string | null {
  if (error instanceof Refusal) return describeRefusal(error as Refusal, lang)
  return error instanceof Fault ? describeFault(error, lang) : null
}

/** One owner for a printer: those of the town at this line are ours while it is set up, or the set-up waits. */
function heldPrinters(session: Session) {
  const { holds } = session
  let held: (() => Promise<void>)[] = []
  const release = async () => {
    const let_go = held
    held = []
    for (const one of let_go) await one()
  }
  /** What this program prints on itself stays its own; only the device is taken away from it for so long. */
  const take = async ({ id }: Printer): Promise<boolean> => {
    const owning = await holds.own('printer', id)
    if (owning === 'elsewhere') return false
    if (owning === 'new') held.unshift(() => holds.release('printer', id))
    if (!(await takeTurn(session, id))) return false
    held.unshift(() => holds.release('device', id))
    return true
  }
  const takeAll = async (line: string) => {
    await release()
    const same = (await listPrinters(session.ctx())).filter(printer => isSameDevice(printer.line, line))
    for (const printer of same) {
      if (await take(printer)) continue
      const holder = await holds.holder('printer', printer.id)
      await release()
      throw refusal('printer.held', { name: printer.name, program: holder?.program ?? '' })
    }
  }
  return { takeAll, release }
}
