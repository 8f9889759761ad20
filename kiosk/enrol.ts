import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { refusal } from '../rules/refusal.ts'
import { type Configuration, Enrolled, type Enrolment, type Key, PATHS } from '../web/contract.ts'
import { type Answer, type HubLine, hubLine } from './hub-line.ts'
import type { Outbox } from './outbox.ts'

/** The hub could not be spoken with: nothing was changed, the same code may be sent again. */
export class HubFault extends Error {
  readonly code: 'no_answer' | 'certificate' | 'away' | 'too_often' | 'unlike'
  readonly detail: string
  constructor(code: HubFault['code'], detail: string) {
    super(`hub: ${code} ${detail}`)
    this.name = 'HubFault'
    this.code = code
    this.detail = detail
  }
}

/** The address of a hub without what follows its path; what is wrong with it where it is none, or where anybody could listen. */
export function hubAddress(typed: string, isPlainAllowed: boolean): URL | 'no_address' | 'not_secure' {
  const url = URL.parse(typed)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search || url.hash)
    return 'no_address'
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || isHere || isPlainAllowed ? url : 'not_secure'
}

export type ToEnrol = {
  hub: URL
  code: string
  program: string
  /** The device was copied from another one, or stands in another town now: it gets a name and numbers of its own. */
  isAnew: boolean
}

type Enrolling = { hub: string; code: string; key: Key }

/**
 * Exchanges a one-time code for the key that the device makes for itself. Where the answer is lost, the same code sent again is the same
 * enrolment. Refuses a code that the hub does not take and a place without a question; a hub that is away is a `HubFault`.
 */
export async function enrol(
  outbox: Outbox,
  { hub, code, program, isAnew }: ToEnrol,
  open: (hub: string) => HubLine = hubLine,
): Promise<Configuration> {
  const { key, ...at } = begin(outbox, { hub: hub.href.replace(/\/+$/, ''), code: plain(code) }, isAnew)
  const line = open(at.hub)
  try {
    const enrolment: Enrolment = {
      code: at.code,
      deviceId: outbox.deviceId,
      keyId: key.id,
      key: key.key,
      program,
    }
    const body = JSON.stringify(enrolment)
    const answer = await line.ask({ method: 'POST', path: PATHS.enrol, body, authorization: null })
    const { configuration } = answer.kind === 'done' ? enrolled(answer.body) : refuse(answer)
    outbox.keepConfiguration(configuration)
    outbox.keepKey({ ...key, hub: at.hub })
    return configuration
  } finally {
    line.end()
  }
}

const plain = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** The key is kept before it is sent. */
function begin(outbox: Outbox, at: Omit<Enrolling, 'key'>, isAnew: boolean): Enrolling {
  const begun = JSON.parse(outbox.fact('enrolling') ?? 'null') as Enrolling | null
  if (begun?.hub === at.hub && begun.code === at.code) return begun
  const enrolling = { ...at, key: { id: randomUUIDv7(), key: randomBytes(32).toString('base64url') } }
  if (isAnew) outbox.becomeAnother()
  outbox.keepFact('enrolling', JSON.stringify(enrolling))
  return enrolling
}

function enrolled(body: unknown): Enrolled {
  const read = Enrolled.safeParse(body)
  if (!read.success) throw new HubFault('unlike', '')
  return read.data
}

function refuse(answer: Exclude<Answer, { kind: 'done' }>): never {
  if (answer.kind === 'away')
    throw new HubFault(
      /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET/.test(answer.words) ? 'certificate' : 'no_answer',
      answer.words,
    )
  switch (answer.why) {
    case 'code':
      throw refusal('kiosk.code_wrong', {})
    case 'no_question':
      throw refusal('kiosk.no_question', {})
    case 'away':
    case 'too_often':
      throw new HubFault(answer.why, '')
    default:
      throw new HubFault('unlike', answer.why)
  }
}
