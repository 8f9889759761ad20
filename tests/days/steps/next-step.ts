import { basketHeld, basketPaid } from './baskets.ts'
import {
  billIssued,
  billWithdrawn,
  billWithdrawnWhilePaid,
  cashBookSeen,
  deposit,
  terminalMatched,
} from './books.ts'
import { billPaidAgain, doubt, duplicate, oneReversalAtTwoDesks, reversal } from './correcting.ts'
import {
  annulment,
  correction,
  letter,
  letterReused,
  lettersAtOnce,
  paperHanded,
  paperTaken,
  repliesAtOnce,
  scan,
} from './documents.ts'
import { opinion, opinionAsked } from './opinions.ts'
import {
  anotherPrice,
  oldActSentAgain,
  oneBillAtTwoDesks,
  payment,
  paymentSentAgain,
  paymentsAtOnce,
} from './paying.ts'
import {
  decision,
  endedWhilePaid,
  extension,
  handOut,
  phase,
  request,
  requestsAtOnce,
  stopOrGo,
} from './requests.ts'
import { review } from './reviews.ts'
import type { Draw, Make, Step } from './step.ts'
import {
  closing,
  closingByHead,
  closingWhilePaying,
  movement,
  opening,
  openingAgain,
  report,
  twoOpenOneDesk,
} from './tills.ts'
import {
  caseClosed,
  caseHandled,
  caseLinked,
  look,
  part,
  resolution,
  substitute,
  taskEnded,
  taskMoved,
  taskTaken,
} from './work.ts'

/** How often each thing happens, of the sum of all. */
const STEPS: [often: number, make: Make][] = [
  [45, payment],
  [6, paymentsAtOnce],
  [3, oneBillAtTwoDesks],
  [2, paymentSentAgain],
  [4, anotherPrice],
  [8, opening],
  [1, openingAgain],
  [2, twoOpenOneDesk],
  [3, closing],
  [1, closingByHead],
  [1, closingWhilePaying],
  [5, movement],
  [3, report],
  [7, reversal],
  [1, oneReversalAtTwoDesks],
  [1, billPaidAgain],
  [4, duplicate],
  [2, doubt],
  [4, billIssued],
  [1, billWithdrawn],
  [1, billWithdrawnWhilePaid],
  [2, deposit],
  [1, terminalMatched],
  [1, cashBookSeen],
  [3, basketHeld],
  [3, basketPaid],
  [14, letter],
  [5, lettersAtOnce],
  [3, repliesAtOnce],
  [1, letterReused],
  [3, correction],
  [2, annulment],
  [4, scan],
  [5, paperHanded],
  [5, paperTaken],
  [14, request],
  [4, requestsAtOnce],
  [24, phase],
  [5, draw => decision(draw)],
  [3, endedWhilePaid],
  [8, stopOrGo],
  [5, extension],
  [5, handOut],
  [8, resolution],
  [5, part],
  [6, taskEnded],
  [5, taskTaken],
  [6, taskMoved],
  [5, opinionAsked],
  [6, opinion],
  [6, review],
  [6, caseHandled],
  [4, caseLinked],
  [5, caseClosed],
  [3, look],
  [1, substitute],
  [9, oldActSentAgain],
  [14, sentTwiceAtOnce],
]

/** Draws until something comes that can happen now. */
export async function nextStep(draw: Draw): Promise<Step> {
  for (;;) {
    const step = await drawn(draw)
    if (step) return step
  }
}

const ALL = STEPS.reduce((sum, [often]) => sum + often, 0)

function drawn(draw: Draw): ReturnType<Make> {
  let at = draw.chance.between(1, ALL)
  for (const [often, make] of STEPS) {
    at -= often
    if (at <= 0) return make(draw)
  }
  return null
}

/** Whatever one person does, in the same words twice at the same moment: a key pressed twice, a second window. */
async function sentTwiceAtOnce(draw: Draw): Promise<Step | null> {
  const step = await drawn(draw)
  if (!step || step.name.includes('twice') || (step.name === 'a payment' && draw.chance.percent(70)))
    return null
  const [first, ...more] = step.phases.toReversed()
  const parts = first?.()
  if (parts?.length !== 1 || !parts[0]) return null
  const twice = () => [parts[0]!, parts[0]!]
  return { name: `${step.name}, sent twice at once`, phases: [...more.toReversed(), twice] }
}
