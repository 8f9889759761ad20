import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import type { Books, Service } from './expected/books.ts'
import { type KeptProgram, keep } from './kept-program.ts'
import { type NewTown, newTown } from './new-town.ts'
import { type Person, personHere, personInProgram } from './person.ts'
import { type NetworkPrinter, networkPrinter } from './printers-at-work.ts'
import { REGISTRY_PEOPLE, registryAtFirst } from './registry-town.ts'
import type { People } from './steps/step.ts'

/** The printers of the first two desks; nobody prints at the third. */
const PROFILES = ['epson-80', 'escpos-80']

/** A printer with the program that works it; `mendedAt` is the step when somebody mends what is wrong with it. */
export type Counter = {
  desk: number
  profile: string
  printer: NetworkPrinter
  spooler: KeptProgram
  mendedAt: number | null
}

/** Three desks and four cashiers, two of them at the first desk; a head and a clerk. */
const PEOPLE: People = {
  cashiers: [
    { login: 'kasa1', desk: 1 },
    { login: 'kasa2', desk: 2 },
    { login: 'kasa3', desk: 3 },
    { login: 'kasa4', desk: 1 },
  ],
  head: { login: 'head', desk: 1 },
  clerk: { login: 'delo', desk: 3 },
  registry: REGISTRY_PEOPLE,
}

const MORE_STAFF = [
  ...['kasa3', 'kasa4'].map(login => ({
    login,
    name: `Касиер ${login}`,
    post: 'cashier' as const,
    password: DEMO_PASSWORD,
  })),
  { login: 'delo2', name: 'Деловодител', post: 'clerk' as const, password: DEMO_PASSWORD, department: 'cao' },
]

/** Their programs can be killed; the others work within the test. */
const IN_PROGRAMS = ['kasa1', 'kasa2', 'kasa3', 'delo']

export type DayTown = {
  town: NewTown
  people: People
  persons: Map<string, Person>
  counters: Counter[]
  /** What the books hold before anything was done. */
  books: Books
  close: () => Promise<void>
}

/** With all of them at work, or with these few alone, each in a program that can be killed; then nobody prints. */
export async function openDayTown(few: string[] | null = null): Promise<DayTown> {
  await using opened = new AsyncDisposableStack()
  const printers = await Promise.all(PROFILES.map(() => networkPrinter()))
  opened.defer(() => Promise.all(printers.map(printer => printer.stop())).then(() => undefined))
  const settings = printers.map(({ line }, at) => ({ profile: PROFILES[at]!, line }))
  const town = await newTown([...settings, { profile: 'text', line: 'preview:' }], MORE_STAFF)
  opened.defer(town.close)
  await furnish(town.sql)
  const books = await booksAtFirst(town.sql)
  const persons = await peopleAtWork(town, few, opened)
  const counters = (few ? [] : printers).map((printer, at): Counter => {
    const [desk, { login }] = [at + 1, PEOPLE.cashiers[at]!]
    const orders = () => ({ login, desk })
    const spooler = keep({ file: 'spooler-program.ts', home: town.home, orders })
    return { desk, profile: PROFILES[at]!, printer, spooler, mendedAt: null }
  })
  opened.defer(async () => {
    for (const { spooler } of counters) spooler.abandon()
    await Promise.allSettled(counters.map(({ spooler }) => spooler.whole))
  })
  const whole = opened.move()
  return {
    town,
    people: PEOPLE,
    counters,
    persons: new Map(persons.map(person => [person.login, person])),
    books,
    close: () => whole.disposeAsync(),
  }
}

/** All of them sign in at once; whoever did leaves again also where somebody could not. */
async function peopleAtWork(
  town: NewTown,
  few: string[] | null,
  opened: AsyncDisposableStack,
): Promise<Person[]> {
  const { clerks, officers, heads, auditor } = REGISTRY_PEOPLE
  const everybody = [...PEOPLE.cashiers, PEOPLE.head, ...clerks, ...officers, ...heads, auditor]
  const programs = few ?? IN_PROGRAMS
  const coming = everybody
    .filter(({ login }) => few?.includes(login) ?? true)
    .map(who => (programs.includes(who.login) ? personInProgram(town, who) : personHere(town, who)))
  opened.defer(async () => {
    const came = await Promise.allSettled(coming)
    await Promise.all(came.map(one => (one.status === 'fulfilled' ? one.value.leave() : undefined)))
  })
  return Promise.all(coming)
}

const PAYERS = 12
const BILLS = 20

/** Payers, bills that wait, and a service whose payer must be named. */
async function furnish(sql: postgres.Sql): Promise<void> {
  for (let at = 1; at <= PAYERS; at++)
    await sql`insert into parties (id, kind, name, name_folded)
      values (${randomUUIDv7()}, 'person', ${`Платец ${at}`}, ${` платец ${at}`})`
  for (let at = 1; at <= BILLS; at++)
    await sql`insert into bills (id, kind, number, department_id, service_id, name, amount_cents, issued_by)
      select ${randomUUIDv7()}, 'request', ${`Д-${at}`}, s.department_id, s.id, name_bg, ${at * 137}, t.id
      from services s, staff t where t.login = 'delo' order by s.code limit 1`
  await sql`update services set needs_payer = true where id = (
    select service_id from service_fees where fee_cents > 0 order by fee_cents desc limit 1)`
}

async function booksAtFirst(sql: postgres.Sql): Promise<Books> {
  const [staff, desks, payers, bills, fees] = await Promise.all([
    sql<{ login: string; post: string }[]>`select login, post from staff`,
    sql<{ number: number }[]>`select number from desks order by number`,
    sql<{ id: string; name: string }[]>`select id, name from parties order by name`,
    sql<{ id: string; number: string; amount: string; needsPayer: boolean }[]>`
      select b.id, b.number, b.amount_cents::text as amount, coalesce(s.needs_payer, false) as "needsPayer"
      from bills b left join services s on s.id = b.service_id order by b.number`,
    feesIn(sql),
  ])
  return {
    year: Temporal.Now.zonedDateTimeISO('Europe/Sofia').year,
    desks: new Map(
      desks.map(({ number }) => [number, { number, till: null, left: 0n, balance: 0n, series: new Map() }]),
    ),
    posts: new Map(staff.map(({ login, post }) => [login, post])),
    services: servicesOf(fees),
    payers: new Map(payers.map(({ id, name }) => [id, { name, cash: 0n }])),
    bills: new Map(
      bills.map(({ id, number, amount, needsPayer }) => [
        id,
        { id, number, amount: BigInt(amount), needsPayer, state: 'open', reason: null },
      ]),
    ),
    payments: new Map(),
    confirmations: new Map(),
    slips: new Set(),
    closings: new Map(),
    deposits: new Map(),
    terminals: new Map(),
    slipsMatched: new Set(),
    reversals: new Map(),
    movements: new Map(),
    held: new Map(),
    done: [],
    copies: new Map(),
    copied: new Map(),
    prints: new Set(),
    registry: await registryAtFirst(sql),
  }
}

type FeeRow = {
  id: string
  open: boolean
  needsPayer: boolean
  speed: Service['fees'][number]['speed']
  fee: string | null
}

/** What is payable today: a fee, or an amount that is typed. */
const feesIn = (sql: postgres.Sql) => sql<FeeRow[]>`
  select distinct on (s.code, s.id, f.speed) s.id, s.pricing = 'open' as open, s.needs_payer as "needsPayer", f.speed,
    f.fee_cents::text as fee
  from services s join service_fees f on f.service_id = s.id
  where s.offered and f.valid_from <= (now() at time zone 'Europe/Sofia')::date
    and (f.fee_cents > 0 or (s.pricing = 'open' and f.fee_cents is null))
  order by s.code, s.id, f.speed, f.valid_from desc`

function servicesOf(rows: FeeRow[]): Service[] {
  const services = new Map<string, Service>()
  for (const { id, open, needsPayer, speed, fee } of rows) {
    const service = services.get(id) ?? { id, open, needsPayer, fees: [] }
    services.set(id, service)
    service.fees.push({ speed, fee: fee === null ? null : BigInt(fee) })
  }
  return [...services.values()]
}
