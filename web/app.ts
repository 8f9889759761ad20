import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Ctx } from '../office/context.ts'
import { countKiosks } from '../office/kiosks/count-kiosks.ts'
import { enrolDevice } from '../office/kiosks/enrol-device.ts'
import { findKey } from '../office/kiosks/find-key.ts'
import { hearKiosk } from '../office/kiosks/hear-kiosk.ts'
import { seeConfiguration } from '../office/kiosks/see-configuration.ts'
import { takePresses } from '../office/kiosks/take-presses.ts'
import { addressAt, addressOf, type HubEnv, read } from './asked.ts'
import { Enrolment, Heartbeat, PATHS, Presses } from './contract.ts'
import { createLimits, isLoopback, type LimitsAsked } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { answerNo, No, noOf } from './no.ts'
import { bodyOf, signedByDevice } from './signatures.ts'

/** What the hub's routes are made of: the town as the hub sees it, and where bugs are noted. */
export type AppParts = {
  ctx: () => Ctx
  /** Notes a bug. */
  onBug: (error: unknown) => void
  /** Told each no, and each time that the town's database was away. */
  onNo?: (why: string) => void
  onAway?: (error: unknown) => void
  limits?: LimitsAsked
  /** Addresses are told by the proxy in front. */
  isProxied?: boolean
  /** Numbers are shown to everybody, not to this machine alone. */
  areMetricsOpen?: boolean
}

export type HubApp = Hono<HubEnv>

/** The hub as a web application: takes a request, answers it. Nothing of it listens yet. */
export function createApp(parts: AppParts): HubApp {
  const { ctx } = parts
  const app: HubApp = new Hono()
  const limits = createLimits(parts.limits)
  const metrics = createMetrics(() => inTime(countKiosks(ctx())))
  app.use(measured(parts, metrics.asked))
  app.onError((error, c) => answerError(error, c, parts, metrics.databaseFailed))
  app.notFound(c => {
    c.set('outcome', 'not_found')
    return answerNo(new No('malformed'), 404)
  })

  app.use(async (c, next) => {
    await limits.heardFrom(addressOf(c))
    await next()
  })
  app.get('/healthz', async c => {
    const why = await inTime(countKiosks(ctx())).then(
      () => null,
      (error: unknown) => error,
    )
    if (why !== null) parts.onAway?.(why)
    return c.json({ healthy: why === null }, why === null ? 200 : 503)
  })
  app.get('/metrics', async c => {
    if (!parts.areMetricsOpen && !isFromHere(c)) return c.notFound()
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })

  app.post(PATHS.enrol, async c => {
    const enrolment = read(Enrolment, c, await bodyOf(c))
    const configuration = await limits.enrolling(addressOf(c), () => inTime(enrolDevice(ctx(), enrolment)))
    return c.json({ hubMs: nowMs(), configuration })
  })

  const signed = signedByDevice(keyId => inTime(findKey(ctx(), keyId)), limits)
  const once = newerThanLast()
  app.get(PATHS.configuration, signed, once, async c =>
    c.json(await inTime(seeConfiguration(ctx(), c.get('device').kioskId))),
  )
  app.post(PATHS.presses, signed, async c => {
    const { sentMs, presses } = read(Presses, c, c.get('body'))
    const { keptUpTo, added } = await inTime(takePresses(ctx(), { ...c.get('device'), sentMs, presses }))
    metrics.took(added, presses.length - added)
    return c.json({ keptUpTo })
  })
  app.post(PATHS.heartbeat, signed, async c => {
    const { sentMs, outbox, program, configuration, ...facts } = read(Heartbeat, c, c.get('body'))
    const said = { skewMs: sentMs - nowMs(), outbox, program, configuration, facts }
    return c.json({ hubMs: nowMs(), ...(await inTime(hearKiosk(ctx(), { ...c.get('device'), ...said }))) })
  })
  return app
}

const nowMs = (): number => Temporal.Now.instant().epochMilliseconds

const MOST_MS = 15_000

/** A database that does not answer is away; what it still does then is asked for again and done once. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new No('away')), MOST_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const measured =
  (
    { isProxied = false, onNo }: AppParts,
    asked: (route: string, outcome: string, seconds: number) => void,
  ): MiddlewareHandler<HubEnv> =>
  async (c, next) => {
    const started = performance.now()
    c.set('address', addressAt(c, isProxied))
    await next()
    const outcome = c.get('outcome') ?? 'done'
    asked(routeOf(c.req.path), outcome, (performance.now() - started) / 1_000)
    if (outcome !== 'done') onNo?.(outcome)
  }

const ROUTES: readonly string[] = [...Object.values(PATHS), '/healthz', '/metrics']

/** A path that somebody made up is not a label of its own. */
const routeOf = (path: string): string => (ROUTES.includes(path) ? path : 'other')

/** From this machine and not through a proxy of this machine. */
const isFromHere = (c: Context<HubEnv>): boolean => {
  const address = c.env?.incoming?.socket?.remoteAddress
  return (
    address !== undefined &&
    isLoopback(address) &&
    !c.req.header('x-forwarded-for') &&
    !c.req.header('forwarded')
  )
}

function answerError(
  error: unknown,
  c: Context<HubEnv>,
  { onBug, onAway }: AppParts,
  databaseFailed: () => void,
): Response {
  const no = noOf(error)
  c.set('outcome', no?.why ?? 'bug')
  if (no) {
    if (no.why === 'away') {
      databaseFailed()
      onAway?.(error)
    }
    return answerNo(no)
  }
  onBug(error)
  return answerNo(new No('away'), 500)
}

/** What is only read is not noted in the database: a time that this hub answered already is refused by its memory. */
function newerThanLast(): MiddlewareHandler<HubEnv> {
  const last = new Map<string, number>()
  return async (c, next) => {
    const { deviceId, signedMs } = c.get('device')
    if (signedMs <= (last.get(deviceId) ?? 0)) throw new No('replayed')
    last.set(deviceId, signedMs)
    await next()
  }
}
