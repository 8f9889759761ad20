import type { Fault } from '../../printers/fault.ts'
import type { ClaimedJob, PrintQueue } from '../../printers/print-queue.ts'
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
}

/** The print jobs of one printer and who owns it, as the database would keep them; `away` makes it unreachable. */
export type Office = {
  jobs: Job[]
  away: boolean
  /** Called before each access: a script may change things between two of them. */
  before: (step: string) => void
  queue(text: string): void
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
  const wakes = new Set<() => void>()
  const trespasses: string[] = []
  const here: Office = {
    jobs: [],
    away: false,
    before: () => undefined,
    queue(text) {
      here.jobs.push({
        id: text,
        paper: paperSaying(text),
        state: 'queued',
        fault: null,
        confirmed: null,
        note: null,
      })
      for (const wake of wakes) wake()
    },
    restart() {
      owner = null
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
      const set = async (step: string, { id }: ClaimedJob, change: Partial<Job>) => {
        await access(step)
        Object.assign(here.jobs.find(job => job.id === id)!, change)
      }
      const faulty = (state: string) => (sent: ClaimedJob, fault: Fault) =>
        set(state, sent, { state, fault: fault.code })
      return {
        async own() {
          await access('own')
          owner ??= me
          return owner === me
        },
        async doubtOrphans() {
          await access('doubtOrphans')
          const orphans = here.jobs.filter(job => job.state === 'sending')
          for (const job of orphans) job.state = 'unsure'
          return orphans.length
        },
        async claim() {
          await access('claim')
          const job = here.jobs.find(job => job.state === 'queued')
          if (job && owner !== me) trespasses.push(job.id)
          if (job) job.state = 'sending'
          return job ? { id: job.id, attempt: 1, paper: job.paper } : null
        },
        note: (sent, note) => set('note', sent, { note }),
        async doubts() {
          await access('doubts')
          const doubtful = here.jobs.filter(job => job.state === 'unsure')
          return doubtful.map(({ id, paper, note }) => ({ id, attempt: 1, paper, note }))
        },
        printed: (sent, { confirmed }) => set('printed', sent, { state: 'printed', fault: null, confirmed }),
        waits: faulty('queued'),
        unsure: faulty('unsure'),
        failed: faulty('failed'),
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
