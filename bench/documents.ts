import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { findDocuments } from '../office/documents/find-documents.ts'
import { type DocumentRegistered, registerDocument } from '../office/documents/register-document.ts'
import { type Session, signIn } from '../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../office/town/demo-town.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { egnAt, fillRegister } from './people.ts'
import { fillDocuments } from './registry.ts'
import { type BenchTown, benchTown } from './town.ts'
import { roundTrips } from './trips.ts'

const PEOPLE = 500_000
const DOCUMENTS = 1_000_000
const CLERKS = 10
const WARM_UP = 60
const ROUNDS = 300
const AT_ONCE = 20
const SEARCHES = 60

/** Registering documents against one statement that inserts the same rows, then finding them among a million. */
export async function benchDocuments(): Promise<void> {
  const town = await benchTown(1)
  try {
    const clerks = await Promise.all(Array.from({ length: CLERKS }, () => clerkAt(town)))
    const [first] = clerks
    if (!first) return
    const kit = await kitOf(town)
    for (let turn = 0; turn < WARM_UP; turn++) await enter(first, kit)
    await town.analyze()
    await compare(first, kit)
    figure('register.roundtrips', await roundTrips(town, one => enter(one, kit), 'delo'), 'round-trips')
    await compareAtOnce(town, clerks, kit)
    await fillRegister(town.sql, PEOPLE)
    await fillDocuments(town.sql, DOCUMENTS)
    await town.analyze()
    await search(first)
    await Promise.all(clerks.map(clerk => clerk.close()))
  } finally {
    await town.end()
  }
}

const clerkAt = ({ place }: BenchTown): Promise<Session> =>
  signIn({ place, login: 'delo', password: DEMO_PASSWORD, desk: 1, lang: 'bg', program: 'bench' })

type Kit = {
  kindId: string
  partyId: string
  registerId: string
  printer: string
  desk: string
  staff: string
}

async function kitOf({ sql }: BenchTown): Promise<Kit> {
  const partyId = randomUUIDv7()
  await sql`insert into parties (id, kind, name, name_folded) values (${partyId}, 'person', 'Асен Кехайов', ' асен кехайов')`
  const [row] = await sql<Omit<Kit, 'partyId'>[]>`
    select (select id from document_kinds where code = 'letter') as "kindId", (select id from registers where is_official) as "registerId",
      (select id from staff where login = 'delo') as staff, d.id as desk, d.printer_id as printer from desks d where d.number = 1`
  if (!row) throw new Error('the bench has no desk')
  return { ...row, partyId }
}

const enter = (clerk: Session, { kindId, partyId }: Kit): Promise<DocumentRegistered> =>
  registerDocument(clerk.ctx(), {
    documentId: randomUUIDv7(),
    direction: 'incoming',
    kindId,
    channel: 'desk',
    subject: 'Издаване на скица на имот в Райково',
    parties: [{ partyId, role: 'sender' }],
    sheets: 2,
    print: ['slip'],
  })

/** Turn by turn, so that both meet the same machine. */
async function compare(clerk: Session, kit: Kit): Promise<void> {
  const [ours, floor]: [number[], number[]] = [[], []]
  const paper = JSON.stringify((await enter(clerk, kit)).slip)
  for (let turn = 0; turn < ROUNDS; turn++) {
    ours.push(await timed(() => enter(clerk, kit)))
    floor.push(await timed(() => floorStatement(clerk.database.sql, kit, paper)))
  }
  figure('register.p50', median(ours), 'ms')
  figure('register.p99', percentile(ours, 0.99), 'ms')
  figure('register.floor.p50', median(floor), 'ms')
  figure('register.p50.ratio', median(ours) / median(floor), 'x')
}

/** Ten clerks in one register, each one document after another: how many a second, and whether a number is missing or doubled. */
async function compareAtOnce({ sql }: BenchTown, clerks: Session[], kit: Kit): Promise<void> {
  const paper = JSON.stringify((await enter(clerks[0] as Session, kit)).slip)
  const rate = async (once: (clerk: Session) => Promise<unknown>) => {
    const ms = await timed(() =>
      Promise.all(
        clerks.map(async clerk => {
          for (let turn = 0; turn < AT_ONCE; turn++) await once(clerk)
        }),
      ),
    )
    return (clerks.length * AT_ONCE * 1000) / ms
  }
  const ours = await rate(clerk => enter(clerk, kit))
  const floor = await rate(clerk => floorStatement(clerk.database.sql, kit, paper))
  const [numbers] = await sql<{ wrong: number }[]>`
    select (s.last_number - count(distinct d.sequence) + count(*) - count(distinct d.number))::int as wrong
    from document_series s join documents d using (register_id, year) where register_id = ${kit.registerId} group by s.last_number`
  figure(`register.${CLERKS}clerks`, ours, 'documents/s')
  figure(`register.${CLERKS}clerks.floor`, floor, 'documents/s')
  figure(`register.${CLERKS}clerks.ratio`, floor / ours, 'x')
  figure(`register.${CLERKS}clerks.gaps`, numbers?.wrong ?? Number.NaN, 'numbers')
}

/** What a person would write who knew every row beforehand: one statement, the same triggers and checks. */
const floorStatement = (sql: postgres.Sql, kit: Kit, paper: string) => sql`
  with c as (insert into cases (id, access_code, opened_by)
    values (${randomUUIDv7()}, ${codeOf()}, ${kit.staff}) returning id),
  d as (insert into documents (id, register_id, day, number, direction, kind_id, channel, subject, words, case_id, opens_case, received_at, registered_by, sheets, content)
    select ${randomUUIDv7()}::uuid, ${kit.registerId}, (now() at time zone 'Europe/Sofia')::date, 'П-1-{nnnnn}', 'incoming', ${kit.kindId}, 'desk',
      'Издаване на скица на имот в Райково', ' издаван скик имо райков писм асен кехайов', c.id, true, now(), ${kit.staff}, 2, 'floor' from c
    returning id, number, uri, case_id),
  p as (insert into document_parties (document_id, ordinal, role, party_id, name) select id, 1, 'sender', ${kit.partyId}, 'Асен Кехайов' from d),
  j as (insert into print_jobs (id, printer_id, desk_id, kind, subject_id, title, paper)
    select ${randomUUIDv7()}::uuid, ${kit.printer}::uuid, ${kit.desk}::uuid, 'slip', id, number, ${paper}::text::jsonb from d)
  insert into logbook (desk, act, subject_id, facts)
    select 1, 'documents.receive', id, json_build_object('number', number, 'uri', uri, 'case', case_id) from d`

const codeOf = (): string => Math.random().toString(36).slice(2, 12).toUpperCase().padEnd(10, 'A')

const WORDS: Record<string, string[]> = {
  common: ['скица', 'заявления', 'иванов', 'ремонт', 'мария', 'жалби', 'смолян'],
  two: ['скици райково', 'жалба иванова', 'сметище виево', 'наследници петров', 'строеж момчиловци'],
  rare: ['жабленска', 'карагьозови скица', 'щиляна сърмаджиева', 'тенекеджиев протокол'],
  half: ['наслед', 'разреш стр', 'ски ив', 'водопр пет'],
  mistyped: ['жабленцка', 'сметиште виево', 'наследнци петров', 'skica rajkovo'],
}

async function search(clerk: Session): Promise<void> {
  const numbers = await clerk.database.sql<{ number: string; uri: string; sequence: number }[]>`
    select number, uri, sequence from documents order by id limit ${SEARCHES}`
  const texts: Record<string, string[]> = {
    ...WORDS,
    number: numbers.map(row => row.number),
    uri: numbers.map(row => row.uri),
    sequence: numbers.map(row => String(row.sequence)),
    person: numbers.map((_, at) => egnAt(at * 997)),
  }
  const all: number[] = []
  const floor: number[] = []
  const ids = await clerk.database.sql<{ id: string }[]>`select id from documents limit ${SEARCHES}`
  for (const [kind, asked] of Object.entries(texts)) {
    const took: number[] = []
    for (let turn = 0; turn < SEARCHES; turn++) {
      const text = asked[turn % asked.length] ?? ''
      took.push(await timed(() => findDocuments(clerk.ctx(), { text })))
      const id = ids[turn % ids.length]?.id ?? ''
      floor.push(await timed(() => clerk.database.sql`select number from documents where id = ${id}`))
    }
    figure(`search.documents.${kind}.p50`, median(took), 'ms')
    figure(`search.documents.${kind}.p95`, percentile(took, 0.95), 'ms')
    all.push(...took)
  }
  figure('search.documents.p95', percentile(all, 0.95), 'ms')
  figure('search.documents.floor.p95', percentile(floor, 0.95), 'ms')
}
