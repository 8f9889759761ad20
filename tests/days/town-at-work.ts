import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TillOrders } from '../support/till-program.ts'
import { type KeptProgram, keep } from './kept-program.ts'
import { CASHIERS, newTown } from './new-town.ts'
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

/** Two desks at work in a town of their own. */
export async function openTownAtWork(seed: number, pause_ms: number) {
  const counters = [
    { profile: 'epson-80', printer: await serialPrinter() },
    { profile: 'escpos-80', printer: await networkPrinter() },
  ]
  const town = await newTown(counters.map(({ profile, printer }) => ({ profile, line: printer.line })))
  const { home } = town
  const closing = new AbortController()
  let taken = 0
  const desks = counters.map(({ profile, printer }, at): DeskAtWork => {
    const [number, login] = [at + 1, CASHIERS[at]!]
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
    ...town,
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
      await Promise.all(desks.map(desk => desk.printer.stop()))
      await town.close()
    },
  }
}

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

/** Asks until the answer is yes: the database may be just coming up. Throws once the town is closed. */
export async function eventually({ closing }: TownAtWork, question: () => Promise<boolean>): Promise<void> {
  while (!(await question().catch(() => false))) {
    await pause(5)
    closing.throwIfAborted()
  }
}
