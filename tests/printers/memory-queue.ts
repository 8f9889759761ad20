import type { Fault } from '../../printers/fault.ts'
import type { PrintQueue, Sending } from '../../printers/print-queue.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'
import { paperSaying } from './papers.ts'

export type Job = {
  id: string
  paper: Paper
  state: string
  fault: string | null
  confirmed: boolean | null
  note: Note | null
  attempts: number
  isLate: boolean
  /** At the printer that stands in. */
  isAside: boolean
}

/** The print jobs of one printer and who owns it, as the database would keep them; `away` makes it unreachable. */
export type Office = {
  jobs: Job[]
  away: boolean
  /** Called before each access: a script may change things between two of them. */
  before: (step: string) => void
  queue(text: string, more?: Partial<Job>): void
  /** How the printer that stands in does; null where none is set. */
  standIn: { name: string; isWell: boolean } | null
  /** How others were told that the printer does. */
  told: string[]
  /** Comes back at once, as after a crash: nobody notices by itself, and nobody owns the printer any more. */
  restart(): void
  /** Papers that somebody claimed from a printer that was not theirs; the database does not hinder them. */
  trespasses(): string[]
  states(): string[]
  /** One program's connection. */
  connect(): PrintQueue
}

export function office(): Office {
  let owner: symbol | null = null
  let turn: symbol | null = null
  const wakes = new Set<() => void>()
  const trespasses: string[] = []
  const here: Office = {
    jobs: [],
    away: false,
    before: () => undefined,
    standIn: null,
    told: [],
    queue(text, more = {}) {
      here.jobs.push({
        id: text,
        paper: paperSaying(text),
        state: 'queued',
        fault: null,
        confirmed: null,
        note: null,
        attempts: 0,
        isLate: false,
        isAside: false,
        ...more,
      })
      for (const wake of wakes) wake()
    },
    restart() {
      owner = null
      turn = null
    },
    trespasses: () => trespasses,
    states: () => here.jobs.map(job => `${job.id} ${job.state}${job.fault === null ? '' : ` ${job.fault}`}`),
    connect() {
      const me = Symbol('program')
      const access = async (step: string) => {
        here.before(step)
        if (!here.away) return
        if (owner === me) owner = null
        throw new Error('connection lost')
      }
      const set = async (step: string, { id }: Sending, change: Partial<Job>) => {
        await access(step)
        Object.assign(here.jobs.find(job => job.id === id)!, change)
      }
      const faulty = (state: string) => (sent: Sending, fault: Fault) =>
        set(state, sent, { state, fault: fault.code })
      return {
        async own() {
          await access('own')
          if (owner === me) return 'kept'
          if (owner !== null) return 'elsewhere'
          owner = me
          return 'new'
        },
        async takeTurn() {
          await access('takeTurn')
          turn ??= me
          return turn === me
        },
        async endTurn() {
          await access('endTurn')
          if (turn === me) turn = null
        },
        async doubtOrphans() {
          await access('doubtOrphans')
          const orphans = here.jobs.filter(job => job.state === 'sending')
          for (const job of orphans) job.state = 'unsure'
          return orphans.length
        },
        async claim(task) {
          await access('claim')
          const isMeant = (job: Job) => task === undefined || job.paper.fiscal?.task === task
          const job = here.jobs.find(one => one.state === 'queued' && !one.isAside && isMeant(one))
          if (!job) return null
          if (owner !== me || turn !== me) trespasses.push(job.id)
          job.state = 'sending'
          job.attempts++
          const { id, attempts: attempt, paper, note, isLate } = job
          return { id, attempt, paper, note, isLate }
        },
        note: (sent, note) => set('note', sent, { note }),
        async doubts() {
          await access('doubts')
          const doubtful = here.jobs.filter(job => job.state === 'unsure')
          return doubtful.map(({ id, paper, note }) => ({ id, attempt: 1, paper, note }))
        },
        printed: (sent, { confirmed }) => set('printed', sent, { state: 'printed', fault: null, confirmed }),
        waits: (sent, fault) => set('queued', sent, { state: 'queued', fault: fault.code, note: null }),
        unsure: faulty('unsure'),
        failed: faulty('failed'),
        async tell({ fault, warnings }) {
          await access('tell')
          here.told.push([fault?.code ?? 'well', ...warnings].join(' '))
        },
        async standAside() {
          await access('standAside')
          if (!here.standIn?.isWell) return null
          for (const job of here.jobs) if (job.state === 'queued') job.isAside = true
          return here.standIn.name
        },
        async takeBack() {
          await access('takeBack')
          for (const job of here.jobs) job.isAside = false
        },
        onWake(wake) {
          wakes.add(wake)
          return () => void wakes.delete(wake)
        },
        async release() {
          await access('release')
          if (owner === me) owner = null
        },
      }
    },
  }
  return here
}
