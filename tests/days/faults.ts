import type postgres from 'postgres'
import type { DayTown } from './day-town.ts'
import type { Person } from './person.ts'
import type { Chance } from './seeded.ts'

export const FAULTS = ['line', 'program', 'backend', 'postmaster'] as const
export type Fault = (typeof FAULTS)[number]
export type Struck = Record<Fault, number>

/** What goes wrong during one act: at which piece of its talk with the database, and whether that piece still arrives. */
export type Blow = { fault: Fault; piece: number; arrives: boolean }

/** One act in eight meets a fault: mostly the line, seldom the whole database. */
export function drawBlow(chance: Chance, often: number): Blow | null {
  if (!chance.percent(often)) return null
  const fault = chance.oneOf<Fault>([
    ...Array<Fault>(10).fill('line'),
    ...Array<Fault>(3).fill('program'),
    'backend',
    'postmaster',
  ])
  return { fault, piece: chance.between(1, 14), arrives: chance.percent(50) }
}

/** Lets the blow fall when the person's talk with the database has come to its piece. */
export async function arm(day: DayTown, person: Person, blow: Blow, struck: Struck): Promise<void> {
  const backends = blow.fault === 'backend' ? await backendsOf(day.town.sql, person.login) : []
  person.line.strikeAt(blow.piece, pass => {
    void (async () => {
      if (blow.arrives) await pass()
      if (fall(day, person, blow.fault, backends)) struck[blow.fault]++
      else if (!blow.arrives) await pass()
    })()
  })
}

function fall(day: DayTown, person: Person, fault: Fault, backends: number[]): boolean {
  switch (fault) {
    case 'program':
      if (person.kill9) return person.kill9()
      person.line.breakOff()
      return true
    case 'line':
      person.line.breakOff()
      return true
    case 'backend':
      return backends.map(kill9).includes(true)
    case 'postmaster':
      return day.town.kill9Postmaster()
  }
}

function kill9(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

async function backendsOf(sql: postgres.Sql, login: string): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = ${`person ${login}`}`
  return rows.map(({ pid }) => pid)
}
