import { randomUUIDv7 } from 'node:crypto'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Face, Mark, Origin, OwnMark } from '../rules/kiosks.ts'
import type { Configuration } from '../web/contract.ts'
import { type Clock, deviceClock } from './clock.ts'
import { ownFile } from './home.ts'
import { type HubKey, readConfiguration, readKey } from './kept-words.ts'
import { SETTINGS, TABLES } from './outbox-tables.ts'

/** A press of a button box: its number, and the number the box gave the press. */
export type BoxPress = { id: number; seq: number }

export type ToPress = {
  askId: string
  face: Face
  origin: Origin
  mark: OwnMark | null
  box: BoxPress | null
}

/** A press that waits to be sent, with the running clock of its moment. */
export type Kept = {
  seq: number
  askId: string
  face: Face
  reason: string | null
  mark: OwnMark | null
  origin: Origin
  atMs: number
  runningMs: number
  bootId: string
}

/** The disk of the device does not take what should be kept. */
export class OutboxFault extends Error {
  readonly code: 'disk_full' | 'disk_fault'
  readonly detail: string
  constructor(code: OutboxFault['code'], cause: unknown) {
    super(`outbox: ${code}`, { cause })
    this.name = 'OutboxFault'
    this.code = code
    this.detail = cause instanceof Error ? cause.message : String(cause)
  }
}

/** Everything a device keeps. What can fail throws an `OutboxFault` and has then done nothing. */
export type Outbox = {
  readonly deviceId: string
  /** Keeps a press, on the disk when it returns; gives back its number. It stays open for a reason until it is closed. */
  press: (press: ToPress) => number
  /** Adds the reason to a press that is still open. */
  giveReason: (seq: number, code: string) => void
  close: (seq: number) => void
  /** Whatever is open is closed as it is. */
  closeAll: () => void
  /** Closed presses that were not sent, in their order: those before the first one that is still open. */
  waiting: (most: number) => Kept[]
  /** The hub has kept all up to this number. */
  sent: (upTo: number) => void
  /** The hub has lost what is above this number: it waits again, as far as it is still here. */
  sendAgainAbove: (seq: number) => void
  /** The hub takes others, not this one: it is kept and lets them pass, until the program or the enrolment begins anew. */
  putAside: (seq: number) => void
  /** Presses that were not sent, the open one with them; `aside` are those among them that were put aside. */
  depth: () => number
  aside: () => number
  lastSeq: () => number
  /** The hub has numbers of this device that its disk has lost: the next one comes after them. */
  skipTo: (seq: number) => void
  /** The highest number that was sent and is still here; 0 where none is. */
  lastSentSeq: () => number
  /** The presses of this start of the machine that are not older than this. */
  recent: (ms: number) => { pressedMs: number; mark: Mark | null }[]
  /** The last press of a box that is kept, and how old it is; `ageMs` null: from before the machine was started. */
  boxSeen: (id: number) => { seq: number; ageMs: number | null } | null
  key: () => HubKey | null
  keepKey: (key: HubKey) => void
  configuration: () => Configuration | null
  keepConfiguration: (configuration: Configuration) => void
  /** What else is known across starts, by name. */
  fact: (name: FactName) => string | null
  keepFact: (name: FactName, value: string | null) => void
  /** From now on the device is another one: what waits goes out under its new name, what was sent is the old one's. */
  becomeAnother: () => void
  /** Removes what was sent more than 30 days ago. */
  tidy: () => void
  end: () => void
}

/** `refused`: why the hub takes nothing; `enrolling`: a key whose enrolment was not answered; `tried`: whether the disk takes anything. */
export type FactName = 'refused' | 'enrolling' | 'tried' | 'device' | 'key' | 'configuration'

const SENT_KEPT_MS = 30 * 24 * 3_600_000

/**
 * Opens the outbox in this folder, making what is not there. A press whose follow-up was cut off is closed as it is, unless `beside` says
 * that another program is running on it. Throws an `OutboxFault` where the disk takes nothing.
 */
export function openOutbox(
  folder: string,
  { clock = deviceClock(), beside = false }: { clock?: Clock; beside?: boolean } = {},
): Outbox {
  return honest(() => {
    const db = openFile(folder)
    if (!beside) db.exec('update presses set closed = 1, aside = 0 where closed = 0 or aside = 1')
    const facts = factsOf(db)
    if (facts.get('device') === null) facts.set('device', randomUUIDv7())
    return {
      ...pressesOf(db, clock),
      ...sendingOf(db, clock),
      ...knowledgeOf(db, facts),
      get deviceId() {
        return facts.get('device') ?? ''
      },
    }
  })
}

/** The file is the owner's alone; what SQLite puts beside it takes its rights. */
function openFile(folder: string): DatabaseSync {
  const path = ownFile(folder, 'outbox.db')
  const db = new DatabaseSync(path)
  try {
    db.exec(SETTINGS)
    db.exec(TABLES)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const SQLITE_FULL = 13

/** Runs what touches the disk; what it throws becomes a fault that says what is wrong with the disk. */
function honest<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof OutboxFault) throw error
    const full =
      error instanceof Error &&
      (('errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_FULL) ||
        ('code' in error && error.code === 'ENOSPC'))
    throw new OutboxFault(full ? 'disk_full' : 'disk_fault', error)
  }
}

const rowsOf = <Row>(statement: StatementSync, ...values: SQLInputValue[]): Row[] =>
  honest(() => statement.all(...values) as Row[])
const run = (statement: StatementSync, ...values: SQLInputValue[]) => honest(() => statement.run(...values))
const numberOf = (statement: StatementSync, ...values: SQLInputValue[]): number =>
  rowsOf<{ n: number | null }>(statement, ...values)[0]?.n ?? 0

/** All or nothing. */
function together<T>(db: DatabaseSync, act: () => T): T {
  return honest(() => {
    db.exec('begin immediate')
    try {
      const done = act()
      db.exec('commit')
      return done
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      throw error
    }
  })
}

function pressesOf(db: DatabaseSync, clock: Clock) {
  const now = () => [clock.runningMs(), clock.bootId] as const
  const insert = db.prepare(
    'insert into presses (ask_id, face, mark, origin, at_ms, running_ms, boot_id) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const noteBox = db.prepare(
    `insert into boxes (id, seq, running_ms, boot_id) values (?, ?, ?, ?) on conflict (id) do update
      set seq = excluded.seq, running_ms = excluded.running_ms, boot_id = excluded.boot_id`,
  )
  const reason = db.prepare('update presses set reason = ? where seq = ? and closed = 0')
  const close = db.prepare('update presses set closed = 1 where seq = ? and closed = 0')
  const closeAll = db.prepare('update presses set closed = 1 where closed = 0')
  const recent = db.prepare(
    'select running_ms as "pressedMs", mark from presses where boot_id = ? and running_ms > ? order by seq desc limit 100',
  )
  const box = db.prepare('select seq, running_ms as "runningMs", boot_id as "bootId" from boxes where id = ?')
  const keep = ({ askId, face, origin, mark }: ToPress): number =>
    Number(run(insert, askId, face, mark, origin, clock.wallMs(), ...now()).lastInsertRowid)
  return {
    press: (press: ToPress): number => {
      const { box } = press
      if (box === null) return keep(press)
      return together(db, () => {
        run(noteBox, box.id, box.seq, ...now())
        return keep(press)
      })
    },
    giveReason: (seq: number, code: string) => void run(reason, code, seq),
    close: (seq: number) => void run(close, seq),
    closeAll: () => void run(closeAll),
    recent: (ms: number) =>
      rowsOf<{ pressedMs: number; mark: Mark | null }>(recent, clock.bootId, clock.runningMs() - ms),
    boxSeen: (id: number) => {
      const [seen] = rowsOf<{ seq: number; runningMs: number; bootId: string }>(box, id)
      if (!seen) return null
      const ageMs = seen.bootId === clock.bootId ? clock.runningMs() - seen.runningMs : null
      return { seq: seen.seq, ageMs }
    },
  }
}

const WAITING = `select seq, ask_id as "askId", face, reason, mark, origin, at_ms as "atMs", running_ms as "runningMs",
    boot_id as "bootId" from presses where sent_ms is null and aside = 0
    and seq < coalesce((select min(seq) from presses where closed = 0), 9223372036854775807) order by seq limit ?`

function sendingOf(db: DatabaseSync, clock: Clock) {
  const waiting = db.prepare(WAITING)
  const sent = db.prepare(
    'update presses set sent_ms = ? where sent_ms is null and closed = 1 and aside = 0 and seq <= ?',
  )
  const again = db.prepare('update presses set sent_ms = null where sent_ms is not null and seq > ?')
  const depth = db.prepare('select count(*) as n from presses where sent_ms is null')
  const lastSeq = db.prepare(`select seq as n from sqlite_sequence where name = 'presses'`)
  const putAside = db.prepare('update presses set aside = 1 where seq = ?')
  const aside = db.prepare('select count(*) as n from presses where sent_ms is null and aside = 1')
  const skip = db.prepare(`update sqlite_sequence set seq = ?1 where name = 'presses' and seq < ?1`)
  const skipFirst = db.prepare(
    `insert into sqlite_sequence (name, seq) select 'presses', ? where not exists (select 1 from sqlite_sequence where name = 'presses')`,
  )
  const lastSent = db.prepare(
    'select seq as n from presses where sent_ms is not null order by seq desc limit 1',
  )
  const tidy = db.prepare('delete from presses where sent_ms is not null and sent_ms < ?')
  return {
    waiting: (most: number) => rowsOf<Kept>(waiting, most),
    sent: (upTo: number) => void run(sent, clock.wallMs(), upTo),
    sendAgainAbove: (seq: number) => void run(again, seq),
    putAside: (seq: number) => void run(putAside, seq),
    depth: () => numberOf(depth),
    aside: () => numberOf(aside),
    lastSeq: () => numberOf(lastSeq),
    skipTo: (seq: number) =>
      together(db, () => {
        run(skip, seq)
        run(skipFirst, seq)
      }),
    lastSentSeq: () => numberOf(lastSent),
    tidy: () => void run(tidy, clock.wallMs() - SENT_KEPT_MS),
  }
}

type Facts = { get: (name: FactName) => string | null; set: (name: FactName, value: string | null) => void }

function factsOf(db: DatabaseSync): Facts {
  const get = db.prepare('select value from facts where name = ?')
  const set = db.prepare(
    'insert into facts (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  )
  const remove = db.prepare('delete from facts where name = ?')
  return {
    get: name => rowsOf<{ value: string }>(get, name)[0]?.value ?? null,
    set: (name, value) => void (value === null ? run(remove, name) : run(set, name, value)),
  }
}

function knowledgeOf(db: DatabaseSync, facts: Facts) {
  let read = { text: 'null', configuration: null as Configuration | null }
  return {
    key: (): HubKey | null => readKey(facts.get('key')),
    keepKey: (key: HubKey) =>
      together(db, () => {
        facts.set('key', JSON.stringify(key))
        facts.set('enrolling', null)
        facts.set('refused', null)
        db.exec('update presses set aside = 0 where aside = 1')
      }),
    configuration: (): Configuration | null => {
      const text = facts.get('configuration') ?? 'null'
      if (text !== read.text) read = { text, configuration: readConfiguration(text) }
      return read.configuration
    },
    keepConfiguration: (configuration: Configuration) =>
      facts.set('configuration', JSON.stringify(configuration)),
    fact: facts.get,
    keepFact: facts.set,
    becomeAnother: () =>
      together(db, () => {
        facts.set('device', randomUUIDv7())
        db.exec('delete from presses where sent_ms is not null')
      }),
    end: () => db.close(),
  }
}
