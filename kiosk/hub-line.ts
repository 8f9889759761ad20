import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Refused } from '../web/contract.ts'

export type Question = {
  method: 'GET' | 'POST'
  /** One of `PATHS`. */
  path: string
  body: string
  authorization: string | null
}

/** `away`: nobody answered, or what answered was no hub; its words are for the log. */
export type Answer =
  | { kind: 'done'; body: unknown }
  | { kind: 'refused'; why: Refused['refused']; hubMs: number }
  | { kind: 'away'; words: string }

export type HubLine = { ask: (question: Question) => Promise<Answer>; end: () => void }

const PATIENCE_MS = 30_000
const MOST_ANSWERED = 1024 * 1024

/** A line to the hub at this address, kept open between questions. It never throws. */
export function hubLine(hub: string): HubLine {
  const isSecure = new URL(hub).protocol === 'https:'
  const settings = { keepAlive: true, maxSockets: 1 }
  const agent = isSecure ? new HttpsAgent(settings) : new HttpAgent(settings)
  const open = isSecure ? httpsRequest : httpRequest
  return {
    ask: async question => {
      try {
        return await read(await answered(open, `${hub.replace(/\/+$/, '')}${question.path}`, agent, question))
      } catch (error) {
        return { kind: 'away', words: wordsOf(error) }
      }
    },
    end: () => agent.destroy(),
  }
}

type Open = (
  url: string,
  options: RequestOptions,
  answered: (answer: IncomingMessage) => void,
) => ReturnType<typeof httpRequest>

const answered = (
  open: Open,
  url: string,
  agent: HttpAgent,
  { method, body, authorization }: Question,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-length': Buffer.byteLength(body),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(authorization === null ? {} : { authorization }),
    }
    const asked = open(
      url,
      { method, agent, headers, signal: AbortSignal.timeout(PATIENCE_MS) } as RequestOptions,
      resolve,
    )
    asked.on('error', reject)
    asked.end(body)
  })

async function read(answer: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST_ANSWERED) throw new Error('an answer without end')
    parts.push(part)
  }
  const status = answer.statusCode ?? 0
  const text = Buffer.concat(parts).toString()
  if (status === 200) return { kind: 'done', body: JSON.parse(text) }
  const refused = Refused.safeParse(parsed(text))
  return refused.success
    ? { kind: 'refused', why: refused.data.refused, hubMs: refused.data.hubMs }
    : { kind: 'away', words: `HTTP ${status}` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
