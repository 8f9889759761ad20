import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** Where a town's database is: a unix socket folder or a host, and how it is spoken to. */
export type Place = {
  /** Host name, or the folder of a unix socket. */
  host: string
  port: number
  database: string
  tls: 'off' | 'prefer' | 'require' | 'verify'
  /** PEM of the authority that signed the server's certificate, if not a public one. */
  ca?: string
}

export type Login = { user: string; password: string }

export type OpenDatabase = { db: Db; sql: postgres.Sql; close: () => Promise<void> }

/**
 * Opens a pool of up to `connections`, each made when first needed. `program` is what an administrator reads in
 * pg_stat_activity. Instants travel in UTC text; parameters are never pasted into SQL. The driver makes each line anew
 * within the hour, unless it `lasts` because of what is locked on it.
 */
export function openDatabase(
  place: Place,
  login: Login,
  program: string,
  connections = 3,
  lasts = false,
): OpenDatabase {
  const sql = postgres({
    host: place.host,
    ...(place.host.startsWith('/') ? { path: `${place.host}/.s.PGSQL.${place.port}` } : {}),
    port: place.port,
    database: place.database,
    username: login.user,
    password: login.password.normalize('NFKC'),
    ssl: tlsOf(place),
    max: connections,
    connect_timeout: 5,
    fetch_types: false,
    backoff: false,
    ...(lasts ? { max_lifetime: 0 } : {}),
    onnotice: () => undefined,
    connection: { ...serverSettings(place), application_name: program },
  })
  return { db: bind(sql), sql, close: () => sql.end({ timeout: 2 }) }
}

/**
 * Over a network the server looks after a minute whether we still live, so that what a dead desk held is free again. Row policies look
 * dear to the planner, which would compile short queries (JIT) for longer than they run.
 */
const serverSettings = (place: Place) => ({
  TimeZone: 'UTC',
  client_min_messages: 'warning',
  default_transaction_isolation: 'read committed' as const,
  jit: 'off',
  ...(place.host.startsWith('/')
    ? {}
    : { tcp_keepalives_idle: 30, tcp_keepalives_interval: 10, tcp_keepalives_count: 3 }),
})

const bind = (sql: postgres.Sql) => drizzle({ client: preparing(sql), casing: 'snake_case' })

/**
 * drizzle sends everything as `unsafe`, which the driver neither prepares nor pipelines: two round trips a statement.
 * Prepared, statements that are started together share one round trip, and the server plans each of them once a connection.
 */
function preparing<S extends postgres.Sql | postgres.TransactionSql>(sql: S): S {
  return new Proxy(sql, {
    get(target, key) {
      if (key === 'unsafe')
        return (query: string, parameters: never[] = [], options = {}) =>
          target.unsafe(query, parameters, { ...options, prepare: true })
      if (key === 'begin' && 'begin' in target) return beginPreparing(target)
      return Reflect.get(target, key)
    },
  })
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>

const beginPreparing =
  (sql: postgres.Sql) =>
  (...given: [Work] | [string, Work]) => {
    const work = given.length === 1 ? given[0] : given[1]
    const prepared: Work = tx => work(preparing(tx))
    return given.length === 1 ? sql.begin(prepared) : sql.begin(given[0], prepared)
  }

export type Db = Omit<ReturnType<typeof bind>, '$client'>

function tlsOf(place: Place): boolean | 'prefer' | 'require' | object {
  if (place.tls === 'verify') return { rejectUnauthorized: true, ...(place.ca ? { ca: place.ca } : {}) }
  return place.tls === 'off' ? false : place.tls
}

/** The part of a driver's error that says what happened, also when drizzle wrapped it. */
export function databaseError(
  error: unknown,
): { code: string; message: string; detail: string; constraint: string } | null {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(inner instanceof Error) || !('code' in inner) || typeof inner.code !== 'string') return null
  const text = (key: string) => (key in inner ? String(Reflect.get(inner, key) ?? '') : '')
  return {
    code: inner.code,
    message: inner.message,
    detail: text('detail'),
    constraint: text('constraint_name'),
  }
}

const LINE_LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** True where the line to the database is gone or the server is restarting: the same call may be made again. */
export function isConnectionFault(error: unknown): boolean {
  const code = databaseError(error)?.code
  return code !== undefined && (LINE_LOST.has(code) || /^08/.test(code))
}
