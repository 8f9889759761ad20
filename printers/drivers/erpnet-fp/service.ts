import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { asFault, Fault } from '../../fault.ts'
import { Info, Result, Sent, TaskInfo } from './contract.ts'
import { isDuplicate } from './faults.ts'
import type { PrintRequest } from './requests.ts'

/** `asked_ms`: a question; `sync_ms`: how long the service waits before it goes on alone; `task_ms`: a whole task, a Z among them. */
export type Pace = { asked_ms: number; sync_ms: number; task_ms: number; again_ms: number }

export const PACE: Pace = { asked_ms: 15_000, sync_ms: 20_000, task_ms: 180_000, again_ms: 500 }

/** One printer of the service. Everything throws a `Fault`; `sentBytes` is true where a document may have been begun. */
export type Service = {
  info(): Promise<z.infer<typeof Info>>
  status(): Promise<Result>
  /** What the device counts as its cash; null where it does not tell. */
  cash(): Promise<number | null>
  /** Asks for a document under a key of our own and waits for its end; null where the service knows nothing of it. */
  print(taskId: string, request: PrintRequest): Promise<Result | null>
  /** What became of a task. The service forgets a finished one when it has told it. */
  task(taskId: string): Promise<TaskInfo>
  act(path: 'datetime' | 'reset', body: object): Promise<Result>
}

/** `url` is of a printer: `http://host:8001/printers/dt123456`. */
export function serviceAt(url: string, pace: Pace): Service {
  const [, root] = /^(.+\/printers)\/[^/]+$/.exec(url) ?? []
  if (root === undefined) throw new Fault('bad_settings', { detail: `${url}: …/printers/<id>` })
  const ask = <T extends z.ZodType>(path: string, type: T) => called(`${url}${path}`, {}, pace.asked_ms, type)
  const task = (taskId: string) => called(`${root}/taskinfo?id=${taskId}`, {}, pace.asked_ms, TaskInfo)
  return {
    info: () => ask('', Info),
    status: () => ask('/status', Result),
    async cash() {
      const { ok, amount } = await ask('/cash', Result)
      return ok ? amount : null
    },
    task,
    act: (path, body) => called(`${url}/${path}`, posted(body), pace.sync_ms, Result),
    async print(taskId, { path, body }) {
      const query = `asyncTimeout=${pace.sync_ms}&taskId=${taskId}`
      const sent = called(`${url}/${path}?${query}`, posted(body), pace.sync_ms + pace.asked_ms, Sent)
      const answer = await sent.catch(error => {
        if (!asFault(error).sentBytes) throw error
        return null
      })
      if (answer && 'ok' in answer && !answer.messages.some(isDuplicate)) return answer
      return endOf(taskId, task, pace)
    },
  }
}

/**
 * Waits until a task has ended. A lost reply is asked for again; unknown must be said twice, for the request may still be on
 * its way.
 */
async function endOf(taskId: string, task: Service['task'], pace: Pace): Promise<Result | null> {
  let unknown = 0
  for (let waited = 0; waited < pace.task_ms; waited += pace.again_ms) {
    await pause(pace.again_ms)
    const info = await task(taskId).catch(() => null)
    if (info?.taskStatus === 'finished') return info.result
    if (info?.taskStatus === 'unknown' && ++unknown === 2) return null
  }
  throw new Fault('timeout', { detail: `task ${taskId}`, sentBytes: true })
}

const posted = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

/** A connection that is kept may be dead when a document is sent on it, and nobody could tell whether it was read. */
const HEADERS = { connection: 'close', 'content-type': 'application/json' }

async function called<T extends z.ZodType>(
  url: string,
  request: RequestInit,
  deadline_ms: number,
  type: T,
): Promise<z.infer<T>> {
  const response = await answered(url, request, deadline_ms)
  if (response.status !== 200) throw faultOfStatus(response)
  const read = type.safeParse(jsonOf(response.text))
  if (read.success) return read.data
  throw new Fault('device_error', { detail: `${url}: ${response.text.slice(0, 200)}`, sentBytes: true })
}

type Answered = { status: number; text: string; url: string }

async function answered(url: string, request: RequestInit, deadline_ms: number): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(deadline_ms)
    const response = await fetch(url, { ...request, headers: HEADERS, signal, redirect: 'error' })
    return { status: response.status, text: await response.text(), url }
  } catch (error) {
    throw faultOfFetch(error, url)
  }
}

/** No connection was made: nobody read the request. */
const NO_CONNECTION = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS|SSL/

function faultOfFetch(error: unknown, url: string): Fault {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown; message?: unknown } }
  if (name === 'TimeoutError') return new Fault('timeout', { detail: url, sentBytes: true })
  const code = String(cause?.code ?? '')
  const detail = `${url}: ${code || (cause?.message ?? error)}`
  if (NO_CONNECTION.test(code) || CERTIFICATE.test(code)) return new Fault('no_answer', { detail })
  return new Fault('line_broken', { detail, sentBytes: true })
}

function faultOfStatus({ status, url }: Answered): Fault {
  const detail = `HTTP ${status} ${url}`
  if (status === 404) return new Fault('no_device', { detail })
  if (status === 405) return new Fault('busy', { detail })
  if (status >= 400 && status < 500) return new Fault('refused', { detail })
  return new Fault('device_error', { detail, sentBytes: true })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
