import { faultOfTown } from '../office/kiosks/open-hub.ts'
import { Refusal, type RefusalCode } from '../rules/refusal.ts'
import { REFUSED, type Refused, type Why } from './contract.ts'

/** A no of the contract: answered as `Refused`, with how long to wait where that is known. */
export class No extends Error {
  readonly why: Why
  readonly waitSeconds: number | null
  constructor(why: Why, waitSeconds: number | null = null) {
    super(why)
    this.name = 'No'
    this.why = why
    this.waitSeconds = waitSeconds
  }
}

const OF_THE_OFFICE: { [code in RefusalCode]?: Why } = {
  'input.invalid': 'malformed',
  'kiosk.ask_unknown': 'malformed',
  'kiosk.asks_nothing': 'no_question',
  'kiosk.code_wrong': 'code',
  'kiosk.doubled': 'doubled',
  'kiosk.key_unknown': 'unsigned',
  'kiosk.replayed': 'replayed',
  'kiosk.revoked': 'revoked',
  // The hub's own login was taken away: nothing that a device could do better.
  'sign_in.ended': 'away',
}

/** The no that an error of an operation is for a device; null where nobody foresaw it. */
export function noOf(error: unknown): No | null {
  if (error instanceof No) return error
  const why = error instanceof Refusal ? OF_THE_OFFICE[(error as Refusal).code] : undefined
  const known = why ?? faultOfTown(error)
  return known ? new No(known) : null
}

/** The answer that says no. `status` is another one where the hub itself failed. */
export function answerNo({ why, waitSeconds }: No, status: number = REFUSED[why]): Response {
  const refused: Refused = { refused: why, hubMs: Temporal.Now.instant().epochMilliseconds }
  const headers = waitSeconds === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(waitSeconds))) }
  // What was not read of a body that is too large is not waited for.
  const closing = why === 'too_large' ? { connection: 'close' } : {}
  return Response.json(refused, { status, headers: { ...headers, ...closing } })
}
