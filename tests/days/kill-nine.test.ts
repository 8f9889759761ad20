import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../../office/staff/sign-in.ts'
import { closeTill, type TillClosed } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { roms } from '../../printers/emulators/escpos-paper.ts'
import { cents } from '../../rules/money.ts'
import {
  type BookedJob,
  type BookedLine,
  type BookedPayment,
  bookedJobs,
  bookedLines,
  bookedPayments,
} from './books.ts'
import { type Done, type Intent, readJournal } from './journal.ts'
import type { KeptProgram } from './kept-program.ts'
import { type Kills, killAtRandom } from './kills.ts'
import { type PrintedReceipt, papersOn } from './printed-papers.ts'
import { seeded } from './seeded.ts'
import { type DeskAtWork, eventually, FLOAT_CENTS, openTownAtWork, type TownAtWork } from './town-at-work.ts'

const PAYMENTS = Number(process.env['GISHE_PAYMENTS'] || 120)
const SEED = Number(process.env['GISHE_SEED'] || Math.floor(Math.random() * 2 ** 31))
const EACH = Math.ceil(PAYMENTS / 20)
const PLAN: Kills = { till: EACH, spooler: EACH, postmaster: EACH, backend: Math.ceil(EACH / 3) }
const PAUSE_MS = 120
const MOST_MS = 60_000 + PAYMENTS * 600

/** The day is repeated, as far as chance goes, by GISHE_SEED; GISHE_PAYMENTS=5000 makes it a long one. */
describe(`programs and the database die by kill -9 during ${PAYMENTS} payments, seed ${SEED}`, () => {
  let town: TownAtWork
  let kills: Kills
  let closings: TillClosed[]
  let payments: BookedPayment[]
  let lines: BookedLine[]
  let jobs: BookedJob[]
  let intents: Intent[]
  let answers: Done[]

  beforeAll(async () => {
    town = await openTownAtWork(SEED, PAUSE_MS)
    const work = async () => {
      await killAtRandom(town, PLAN, PAYMENTS, seeded(SEED))
      await eventually(town, async () => town.taken() >= PAYMENTS)
      await Promise.all(town.desks.map(desk => desk.till.finish()))
      await town.startDatabase()
      closings = await Promise.all(town.desks.map(desk => closeAt(town, desk)))
      await eventually(town, async () => (await papersOwed(town)) === 0)
      await Promise.all(town.desks.flatMap(desk => desk.spoolers.map(spooler => spooler.finish())))
    }
    await Promise.all([work(), town.whole])
    kills = killsIn(town)
    payments = await bookedPayments(town.sql)
    lines = await bookedLines(town.sql)
    jobs = await bookedJobs(town.sql)
    const journals = town.desks.map(desk => readJournal(desk.journal))
    intents = journals.flatMap(journal => journal.intents)
    answers = journals.flatMap(journal => journal.done)
    const unsure = jobs.filter(job => job.state === 'unsure').length
    console.log(`seed ${SEED}: ${payments.length} payments, ${unsure} papers unsure, kills`, kills)
  }, MOST_MS)
  afterAll(() => town?.close(), 60_000)

  test('the day was as hard as it claims', async () => {
    const [{ fsync }] = (await town.sql`show fsync`) as unknown as [{ fsync: string }]
    expect(fsync).toBe('on')
    expect(payments.length).toBeGreaterThanOrEqual(PAYMENTS)
    for (const victim of ['till', 'spooler', 'postmaster'] as const)
      expect(kills[victim], victim).toBeGreaterThanOrEqual(EACH)
    expect(kills.backend).toBeGreaterThanOrEqual(PLAN.backend)
  })

  test('the receipts of each desk and year are 1 to N without a gap', async () => {
    const series = await town.sql`
      select d.number as desk, r.year, count(*)::int as many, min(r.number) as first, max(r.number) as last,
        (select last_number from number_series s
          where s.desk_id = r.desk_id and s.year = r.year and s.series = 'receipt') as given
      from receipts r join desks d on d.id = r.desk_id group by d.number, r.desk_id, r.year`
    expect(series.length).toBeGreaterThanOrEqual(town.desks.length)
    for (const { many, first, last, given } of series)
      expect({ first, last, given }).toEqual({ first: 1, last: many, given: many })
  })

  test('what the office answered is in the books, once and as it was told', () => {
    const booked = new Map(payments.map(payment => [payment.id, payment]))
    expect(answers.length).toBeGreaterThan(0)
    expect(new Set(answers.map(answer => answer.paymentId)).size).toBe(answers.length)
    expect(new Set(answers.map(answer => answer.receiptNumber)).size).toBe(answers.length)
    for (const { paymentId, receiptNumber, total, change } of answers)
      expect(booked.get(paymentId)).toMatchObject({ receiptNumber, total, change })
  })

  test('what is in the books was meant by a cashier, at most once and word for word', () => {
    const meant = new Map(intents.map(intent => [intent.paymentId, intent]))
    expect(meant.size).toBe(intents.length)
    expect(new Set(payments.map(payment => payment.id)).size).toBe(payments.length)
    const linesOf = Map.groupBy(lines, line => line.paymentId)
    for (const payment of payments) {
      const intent = meant.get(payment.id)
      expect(linesOf.get(payment.id)?.map(({ paymentId, ...line }) => line)).toEqual(intent?.lines)
      expect(payment.given).toBe(intent?.given ?? payment.total)
    }
  })

  test('each payment adds up and has one receipt, one paper and one line in the logbook', () => {
    for (const payment of payments) {
      const { total, given, change } = payment
      expect(payment).toMatchObject({ lines: total, tendered: total, receipts: 1, jobs: 1, logged: 1 })
      expect(BigInt(given) - BigInt(change)).toBe(BigInt(total))
    }
  })

  test('the tills closed with the cash that the cashiers took', () => {
    expect(closings.length).toBe(town.desks.length)
    for (const [at, desk] of town.desks.entries()) {
      const cash = payments.filter(p => p.desk === desk.number).reduce((sum, p) => sum + BigInt(p.total), 0n)
      expect(closings[at]).toMatchObject({ expected: BigInt(FLOAT_CENTS) + cash, difference: 0n })
    }
  })

  test('every paper is printed or asked about', () => {
    const states = new Set(jobs.map(job => job.state))
    expect([...states].filter(state => state !== 'printed' && state !== 'unsure')).toEqual([])
    for (const { number, profile } of town.desks) {
      const printed = jobs.filter(job => job.desk === number && job.state === 'printed')
      expect(printed.length).toBeGreaterThan(0)
      expect(printed.filter(job => job.confirmed !== (profile === 'epson-80'))).toEqual([])
    }
  })

  describe.each([1, 2])('on the paper of desk %i', number => {
    let papers: PrintedReceipt[]
    let owed: BookedJob[]
    beforeAll(() => {
      const desk = town.desks[number - 1]!
      papers = papersOn(desk.printer.paper(), desk.profile === 'epson-80' ? roms.epson : roms.clone)
      owed = jobs.filter(job => job.desk === number)
    })
    const receiptsOwed = (state: string) =>
      owed.filter(job => job.kind === 'receipt' && job.state === state).map(factsOf)

    test('what is printed is there once, whole, with its number and sums', () => {
      const whole = papers.filter(paper => paper.kind === 'receipt' && paper.whole).map(factsOf)
      for (const receipt of receiptsOwed('printed'))
        expect(whole.filter(paper => paper.number === receipt.number)).toEqual([receipt])
      expect(papers.flatMap(paper => paper.unreadable)).toEqual([])
    })

    test('what is in doubt is there at most once, and nothing is there twice', () => {
      const numbers = papers.flatMap(paper => paper.number ?? [])
      expect(numbers.length).toBe(new Set(numbers).size)
      const doubted = receiptsOwed('unsure')
      const missing = doubted.filter(receipt => !numbers.includes(receipt.number!))
      expect(papers.filter(paper => paper.kind === 'torn').length).toBeLessThanOrEqual(missing.length)
    })

    test('no paper lies there without a payment', () => {
      const known = new Map([...receiptsOwed('printed'), ...receiptsOwed('unsure')].map(r => [r.number, r]))
      for (const paper of papers.filter(paper => paper.kind === 'receipt' && paper.whole))
        expect(factsOf(paper)).toEqual(known.get(paper.number))
      expect(papers.filter(paper => paper.kind === 'till-closing').length).toBe(1)
    })

    test('the receipts lie in the order of their numbers', () => {
      const printed = new Set(receiptsOwed('printed').map(receipt => receipt.number))
      const numbers = papers.flatMap(paper => (printed.has(paper.number) ? [paper.number!] : []))
      expect(numbers).toEqual(numbers.toSorted())
    })
  })
})

function killsIn({ desks, died }: TownAtWork): Kills {
  const sum = (programs: KeptProgram[]) => programs.reduce((all, program) => all + program.kills(), 0)
  return { till: sum(desks.map(desk => desk.till)), spooler: sum(desks.flatMap(d => d.spoolers)), ...died }
}

const factsOf = (of: BookedJob | PrintedReceipt) => ({
  number: 'number' in of ? of.number : of.receiptNumber,
  total: of.total,
  change: of.change,
})

/** The cashier counts what lies in the drawer: the float and what the tenders of the till left there. */
async function closeAt({ place, sql }: TownAtWork, { login, number }: DeskAtWork): Promise<TillClosed> {
  const session = await signIn({
    place,
    login,
    password: DEMO_PASSWORD,
    desk: number,
    lang: 'bg',
    program: 'closing',
  })
  try {
    const till = await myTill(session.ctx())
    const [drawer] = await sql<{ cash: string }[]>`
      select coalesce(sum(pt.given_cents - pt.change_cents), 0)::text as cash from payment_tenders pt
        join payments p on p.id = pt.payment_id where p.till_id = ${till!.id}`
    const counted = cents(BigInt(FLOAT_CENTS) + BigInt(drawer!.cash))
    return await closeTill(session.ctx(), { tillId: till!.id, counted, reason: null })
  } finally {
    await session.close()
  }
}

async function papersOwed({ sql }: TownAtWork): Promise<number> {
  const [row] = await sql`select count(*)::int as owed from print_jobs where state in ('queued', 'sending')`
  return row!['owed']
}
