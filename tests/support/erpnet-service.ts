import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * An ErpNet.FP service with one fiscal device, as its manual describes it: a queue of tasks with keys, results that are
 * forgotten when they were told, amounts as decimals.
 */
export type ErpnetService = {
  url: string
  /** What the fiscal memory holds, in order. */
  issued: Issued[]
  /** All requests that came, without what was asked of it. */
  posts: { path: string; body: Record<string, unknown> }[]
  device: DeviceState
  /** What happens to the next document; each is done once. */
  next(script: Script): void
  /** Lets a slow document come out. */
  release(): void
  /** Forgets its tasks. */
  restart(): void
  close(): Promise<void>
}

export type Issued = { kind: string; unp?: string; amount?: number; number: string }
export type DeviceState = {
  cents: number
  errors: Said[]
  warnings: Said[]
  tellsCash: boolean
  clock: string
}
type Said = [code: string, text: string]

/**
 * `drop_reply`: issued, but the line breaks before the answer; `drop_request`: the line breaks before it was read;
 * `restart_after`: issued, then the service starts anew; `fail_after`: issued, but an error is reported; `fail_before`:
 * nothing issued and an error is reported; `slow`: goes on after the service stopped waiting.
 */
export type Script =
  | { does: 'drop_reply' | 'drop_request' | 'restart_after' | 'slow' }
  | { does: 'fail_after' | 'fail_before'; code: string }

type Task = { taskStatus: string; result?: object }
type Body = Record<string, unknown> & {
  payments?: { amount: number; paymentType: string }[]
  amount?: number
}

const KINDS: Record<string, number> = { receipt: 1, reversalreceipt: -1, deposit: 1, withdraw: -1 }
const PRINTS = [...Object.keys(KINDS), 'xreport', 'zreport']

export async function erpnetService(): Promise<ErpnetService> {
  const tasks = new Map<string, Task>()
  const scripts: Script[] = []
  const slow: (() => void)[] = []
  const issued: Issued[] = []
  const posts: ErpnetService['posts'] = []
  const device: DeviceState = {
    cents: 10_000,
    errors: [],
    warnings: [],
    tellsCash: true,
    clock: Temporal.Now.plainDateTimeISO('Europe/Sofia').toString({ smallestUnit: 'second' }),
  }

  const messages = () => [
    { type: 'info', text: 'Serial number and number of FM are set' },
    ...device.errors.map(([code, text]) => ({ type: 'error', code, text })),
    ...device.warnings.map(([code, text]) => ({ type: 'warning', code, text })),
  ]
  const said = (more: object = {}) => ({ ok: device.errors.length === 0, messages: messages(), ...more })
  const failed = (code: string) => ({ ok: false, messages: [{ type: 'error', code, text: 'as scripted' }] })

  function issue(kind: string, body: Body): object {
    if (device.errors.length > 0 && kind !== 'zreport') return said()
    const cash = body.payments?.filter(paid => paid.paymentType === 'cash').map(paid => paid.amount)
    const amount = body.amount ?? cash?.reduce((sum, one) => sum + one, 0) ?? 0
    device.cents += Math.round(amount * 100) * (KINDS[kind] ?? 0)
    if (kind === 'zreport') device.errors = device.errors.filter(([code]) => code !== 'E502')
    const number = String(issued.length + 1).padStart(7, '0')
    const total = body.payments?.reduce((sum, paid) => sum + paid.amount, 0)
    issued.push({
      kind,
      number,
      ...(total !== undefined && { unp: String(body['uniqueSaleNumber']), amount: total }),
    })
    if (kind !== 'receipt') return said()
    const receiptDateTime = device.clock
    return said({
      receiptNumber: number,
      receiptDateTime,
      receiptAmount: total,
      fiscalMemorySerialNumber: '02517985',
    })
  }

  /** The answer, or null where the line breaks. */
  function print(kind: string, body: Body, taskId: string): object | null {
    if (tasks.has(taskId)) return failed('E109')
    const script = scripts.shift()
    if (script?.does === 'drop_request') return null
    if (script?.does === 'fail_before') return keep(taskId, failed(script.code))
    if (script?.does === 'slow') {
      tasks.set(taskId, { taskStatus: 'running' })
      slow.push(() => tasks.set(taskId, { taskStatus: 'finished', result: issue(kind, body) }))
      return { taskId }
    }
    const result = issue(kind, body)
    if (script?.does === 'restart_after') {
      tasks.clear()
      return null
    }
    keep(taskId, script?.does === 'fail_after' ? failed(script.code) : result)
    return script?.does === 'drop_reply' ? null : (tasks.get(taskId)?.result ?? null)
  }

  const keep = (taskId: string, result: object): object => {
    tasks.set(taskId, { taskStatus: 'finished', result })
    return result
  }

  function taskInfo(id: string): Task {
    const task = tasks.get(id) ?? { taskStatus: 'unknown' }
    if (task.taskStatus === 'finished') tasks.delete(id)
    return task
  }

  function act(what: string, body: Body): object {
    if (what === 'datetime') device.clock = String(body['deviceDateTime'])
    return said()
  }

  async function answer(request: IncomingMessage): Promise<object | null | undefined> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://service')
    const [, , id, what = ''] = pathname.split('/')
    if (id === 'taskinfo') return taskInfo(searchParams.get('id') ?? '')
    if (id !== 'dt1') return undefined
    if (what === '') return INFO
    if (what === 'status') return said({ deviceDateTime: device.clock })
    if (what === 'cash') return device.tellsCash ? said({ amount: device.cents / 100 }) : failed('E412')
    const body = JSON.parse(await textOf(request)) as Body
    posts.push({ path: what, body })
    if (PRINTS.includes(what)) return print(what, body, searchParams.get('taskId') ?? '')
    return act(what, body)
  }

  const server = createServer((request, response) => {
    answer(request).then(
      said => reply(response, said),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/printers/dt1`,
    issued,
    posts,
    device,
    next: script => scripts.push(script),
    release: () => slow.splice(0).forEach(come => void come()),
    restart: () => tasks.clear(),
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

const INFO = {
  uri: 'bg.dt.p.isl.com://COM15',
  serialNumber: 'DT517985',
  fiscalMemorySerialNumber: '02517985',
  manufacturer: 'Datecs',
  model: 'FP-2000',
  firmwareVersion: '1.00BG 23NOV18 1000',
  itemTextMaxLength: 36,
}

function reply(response: ServerResponse, said: object | null | undefined): void {
  if (said === null) response.destroy()
  else if (said === undefined) response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
