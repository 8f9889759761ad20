import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import {
  type Card,
  type Case,
  type Document,
  dueAfter,
  endsAfter,
  type Kind,
  type Member,
  type Offer,
  type Registry,
  type Unit,
} from './expected/registry.ts'
import type { RegistryPeople } from './steps/step.ts'

type Day = Temporal.PlainDate

/** Nobody prints at the third desk: what they owe stays owed. */
const at = (login: string) => ({ login, desk: 3 })

/** Two clerks and one of a mayoralty, officers of five departments, directors and an auditor; the secretary is the head of the cash desks. */
export const REGISTRY_PEOPLE: RegistryPeople = {
  clerks: [at('delo'), at('delo2'), at('kmet1')],
  officers: [at('grao1'), at('tsu1'), at('sobst1'), at('dan1'), at('eko1')],
  heads: [at('diradm'), at('dirtsu')],
  auditor: at('audit'),
}

/** How many matters of an earlier month are still open. */
const LATE = 4

/** The registry before the day begins: what the town was founded with, and matters that are late already. */
export async function registryAtFirst(sql: postgres.Sql): Promise<Registry> {
  const today = Temporal.Now.plainDateISO('Europe/Sofia')
  const [members, units, kinds, offers, off] = await Promise.all([
    sql<Member[]>`select s.id, login, post, d.code as unit from staff s
      left join departments d on d.id = s.department_id order by s.added_at, s.id`,
    sql<Unit[]>`select d.id, d.code, d.kind, p.code as parent from departments d
      left join departments p on p.id = d.parent_id order by d.code`,
    sql<Kind[]>`select id, code, letters from document_kinds order by code`,
    offersIn(sql),
    sql<{ day: string; works: boolean }[]>`select day::text, is_working as works from calendar_days`,
  ])
  const said = new Map(off.map(({ day, works }) => [day, works]))
  const registry: Registry = {
    today,
    isOff: day => !(said.get(day.toString()) ?? day.dayOfWeek < 6),
    members: [...members],
    units: [...units],
    kinds: [...kinds],
    offers,
    sequences: new Map(),
    documents: new Map(),
    cases: new Map(),
    requests: new Map(),
    tasks: new Map(),
    opinions: new Map(),
    reviews: new Map(),
    substitutions: [],
  }
  const general = offers.filter(
    ({ hasCard, unit, term }) => !hasCard && term.amount <= 30 && WITH_OFFICERS.includes(unit),
  )
  for (let one = 0; one < LATE; one++) await lateMatter(sql, registry, general[one % general.length]!)
  return registry
}

const WITH_OFFICERS = ['grao', 'tsu', 'property', 'taxes', 'ecology']

type OfferRow = Omit<Offer, 'fee' | 'term' | 'card' | 'hasCard' | 'resultName'> & {
  fee: string
  amount: number
  timeUnit: string
  found: (Card & { result: { kind: string; name: string } }) | null
}

/** Of every fee in force that is fixed and has a term in days; those of departments with officers, or with a card. */
async function offersIn(sql: postgres.Sql): Promise<Offer[]> {
  const rows = await sql<OfferRow[]>`
    select distinct on (s.code, f.speed) (select array_agg(speed) from service_fees g where g.service_id = s.id) as speeds, s.id as "serviceId", s.name_bg as name, d.code as unit, f.speed,
      f.fee_cents::text as fee, f.term as amount, f.term_unit as "timeUnit",
      (select card from cards c where c.service_id = s.id order by version desc limit 1) as found
    from services s join service_fees f on f.service_id = s.id join departments d on d.id = s.department_id
    where s.offered and s.pricing = 'fixed' and f.valid_from <= (now() at time zone 'Europe/Sofia')::date
    order by s.code, f.speed, f.valid_from desc`
  return rows
    .filter(row => row.fee !== null && ['working_days', 'calendar_days', 'days'].includes(row.timeUnit))
    .filter(row => row.found !== null || WITH_OFFICERS.includes(row.unit))
    .map(({ fee, amount, timeUnit, found, ...row }) => ({
      ...row,
      fee: BigInt(fee),
      term: { amount, unit: timeUnit === 'working_days' ? timeUnit : 'calendar_days' },
      hasCard: found !== null,
      card: found ?? GENERAL,
      resultName: found?.result.name ?? row.name,
    }))
}

const GENERAL: Card = {
  delivery: [],
  result: { kind: 'reply' },
  documents: [],
  phases: [
    { code: 'work', unit: 'service', byHead: false, term: null, waits: false, next: [], end: 'completed' },
  ],
}

/** A request whose last day is over and whose one phase is still open, as only the owner can write it. */
async function lateMatter(sql: postgres.Sql, registry: Registry, offer: Offer): Promise<void> {
  const [id, caseId, taskId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  const day = registry.today.subtract({ days: 80 })
  const due = dueAfter(registry, day, offer.term)
  const kind = registry.kinds.find(({ code }) => code === 'application')!
  const [row] = await sql.begin(async tx => {
    await tx`insert into cases (id, access_code, department_id, nomenclature_id, opened_at, opened_by)
      select ${caseId}, ${`LATEMATTE${registry.cases.size}`}, d.id, n.id, ${day.toString()}, s.id
      from departments d, staff s, nomenclature n where d.code = ${offer.unit} and s.login = 'delo' order by n.index limit 1`
    const entered = await tx<{ number: string; uri: string }[]>`
      insert into documents (id, register_id, day, number, direction, kind_id, channel, subject, words, case_id, opens_case,
        department_id, received_at, registered_at, registered_by, content)
      select ${id}, r.id, ${day.toString()}, ${`${kind.letters}-1-{nnnnn}`}, 'incoming', ${kind.id}, 'desk', ${offer.name}, '',
        ${caseId}, true, d.id, ${day.toString()}, ${day.toString()}, s.id, ${id}
      from registers r, departments d, staff s where r.is_official and d.code = ${offer.unit} and s.login = 'delo'
      returning number, uri`
    await tx`insert into document_parties (document_id, ordinal, role, party_id, name)
      select ${id}, 1, 'applicant', id, name from parties order by name limit 1`
    await tx`insert into requests (document_id, service_id, speed, department_id, delivery, term_amount, term_unit, term_article,
        starts_on, due_on)
      select ${id}, ${offer.serviceId}, ${offer.speed}, id, 'desk', ${offer.term.amount}, ${offer.term.unit}, 'каталог',
        ${day.toString()}, ${due.toString()} from departments where code = ${offer.unit}`
    await tx`insert into tasks (id, case_id, document_id, request_id, phase, kind, what, department_id, due_on, given_at)
      select ${taskId}, ${caseId}, ${id}, ${id}, 'work', 'phase', 'Изработване', id, ${due.toString()}, ${day.toString()}
      from departments where code = ${offer.unit}`
    return entered
  })
  enterLate(registry, offer, { id, caseId, taskId, day, due, number: row!.number, uri: row!.uri })
}

type Late = { id: string; caseId: string; taskId: string; day: Day; due: Day; number: string; uri: string }

function enterLate(registry: Registry, offer: Offer, late: Late): void {
  const { id, caseId, taskId, day, due, number, uri } = late
  const series = `1 ${day.year}`
  registry.sequences.set(series, (registry.sequences.get(series) ?? 0) + 1)
  const document: Document = {
    id,
    number,
    uri,
    caseId,
    by: 'delo',
    subject: offer.name,
    corrections: new Map(),
    annulled: null,
    files: [],
    handed: [],
    sent: null,
  }
  const opened: Case = {
    id: caseId,
    number,
    opener: 'delo',
    people: new Set(['delo']),
    units: new Set([offer.unit]),
    restricted: null,
    closings: [],
    replies: 0,
    filings: 1,
    links: [],
  }
  registry.documents.set(id, document)
  registry.cases.set(caseId, opened)
  registry.requests.set(id, {
    id,
    caseId,
    offer: { ...offer, card: GENERAL },
    intake: null,
    billId: null,
    standing: 'under_way',
    due,
    ends: endsAfter(registry, day, offer.term),
    extended: 0,
    told: new Set(),
    ending: null,
    takenBy: null,
    answer: {},
  })
  registry.tasks.set(taskId, {
    id: taskId,
    caseId,
    requestId: id,
    kind: 'phase',
    phase: 'work',
    parentId: null,
    assigner: null,
    assignee: null,
    unit: offer.unit,
    given: day,
    due,
    moves: [],
    ending: null,
  })
}
