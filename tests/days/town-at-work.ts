import { chmodSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureServer, stopServer } from '../../db/embedded/server.ts'
import { migrateTown } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { DEMO_STAFF, demoTown } from '../../office/town/demo-town.ts'
import { foundTown } from '../../office/town/found-town.ts'
import { dayOf } from '../../rules/dates.ts'
import type { TillOrders } from '../support/till-program.ts'
import { type KeptProgram, keep } from './kept-program.ts'
import { networkPrinter, type PrinterAtWork, serialPrinter } from './printers-at-work.ts'
import { type Chance, seeded } from './seeded.ts'

export const FLOAT_CENTS = 5000

/** A desk with its cashier, its printer and its programs: the till, and two that would both print its papers. */
export type DeskAtWork = {
  number: number
  login: string
  profile: string
  journal: string
  printer: PrinterAtWork
  till: KeptProgram
  spoolers: KeptProgram[]
}

export type TownAtWork = Awaited<ReturnType<typeof openTownAtWork>>

/** A demo town on a database cluster of its own, as it ships (fsync on): two desks at work. */
export async function openTownAtWork(seed: number, pause_ms: number) {
  const home = mkdtempSync('/tmp/gishe-day-')
  chmodSync(home, 0o711)
  const { place, owner } = await ensureServer(home, () => undefined)
  await migrateTown(place, owner)
  const { sql, db, close } = openDatabase(place, owner, 'the day', 1)
  const counters = [
    { profile: 'epson-80', printer: await serialPrinter() },
    { profile: 'escpos-80', printer: await networkPrinter() },
  ]
  const town = demoTown()
  await foundTown(db, dayOf(Temporal.Now.instant()), {
    ...town,
    desks: town.desks
      .slice(0, counters.length)
      .map((desk, at) => ({ ...desk, printer: { name: `принтер ${at + 1}`, ...settings(counters[at]!) } })),
  })
  const closing = new AbortController()
  let taken = 0
  const desks = counters.map(({ profile, printer }, at): DeskAtWork => {
    const [number, login] = [at + 1, DEMO_STAFF[at]!.login]
    const journal = join(home, `journal-${number}`)
    const chance = seeded(seed + number)
    const onWord = (word: string) => {
      if (word === 'done') taken++
    }
    const orders = () => tillOrders({ login, desk: number, journal, pause_ms }, chance)
    const till = keep({ file: 'till-program.ts', home, orders, onWord })
    const spoolers = [1, 2].map(() =>
      keep({ file: 'spooler-program.ts', home, orders: () => ({ login, desk: number }) }),
    )
    return { number, login, profile, journal, printer, till, spoolers }
  })
  const programs = desks.flatMap(desk => [desk.till, ...desk.spoolers])
  return {
    home,
    place,
    sql,
    desks,
    taken: () => taken,
    /** How often the database was killed; the programs count for themselves. */
    died: { postmaster: 0, backend: 0 },
    closing: closing.signal,
    /** Rejects when a program ends by itself. */
    whole: Promise.all(programs.map(program => program.whole)),
    close: async () => {
      closing.abort()
      for (const program of programs) program.abandon()
      await Promise.allSettled(programs.map(program => program.whole))
      await close()
      await Promise.all(desks.map(desk => desk.printer.stop()))
      await stopServer(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const settings = ({ profile, printer }: { profile: string; printer: PrinterAtWork }) => ({
  profile,
  line: printer.line,
})

/** A cashier's program that was killed sometimes knows what it was about to take, sometimes it has forgotten it. */
const tillOrders = (
  desk: Pick<TillOrders, 'login' | 'desk' | 'journal' | 'pause_ms'>,
  chance: Chance,
): TillOrders => ({
  ...desk,
  float_cents: FLOAT_CENTS,
  seed: chance.between(1, 2 ** 31),
  resends: chance.oneOf([true, false]),
})

/** Kills the server's first process as its pid file names it; false when the file is a dead one's and names nobody of ours. */
export function kill9Postmaster(home: string): boolean {
  const data = join(home, 'cluster', 'data')
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    return readlinkSync(`/proc/${pid}/cwd`) === data && process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

/** Kills the server process of one desk program; the server then puts all of them out and recovers. */
export async function kill9Backend({ sql }: TownAtWork, chance: Chance): Promise<boolean> {
  try {
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name ~ '^(till|spooler)' order by pid`
    return backends.length > 0 && process.kill(chance.oneOf(backends).pid, 'SIGKILL')
  } catch {
    return false
  }
}

export const startDatabase = ({ home }: TownAtWork) => ensureServer(home, () => undefined)

/** Asks until the answer is yes: the database may be just coming up. Throws once the town is closed. */
export async function eventually({ closing }: TownAtWork, question: () => Promise<boolean>): Promise<void> {
  while (!(await question().catch(() => false))) {
    await pause(5)
    closing.throwIfAborted()
  }
}
