import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { addStaff } from '../../office/staff/add-staff.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import type { Post } from '../../rules/authority.ts'
import { dayOf, startOfDay } from '../../rules/dates.ts'
import { type TestTown, testTown } from './town.ts'

type Day = Temporal.PlainDate
type Id = string

/** A directorate with two departments, another with one, and a mayoralty. */
const DEPARTMENTS = [
  { code: 'dir1', name: 'Дирекция „Устройство“', kind: 'directorate', under: null },
  { code: 'kad1', name: 'Отдел „Кадастър“', kind: 'department', under: 'dir1' },
  { code: 'str1', name: 'Отдел „Строителство“', kind: 'department', under: 'dir1' },
  { code: 'dir2', name: 'Дирекция „Приходи“', kind: 'directorate', under: null },
  { code: 'dan2', name: 'Отдел „Данъци“', kind: 'department', under: 'dir2' },
  { code: 'selo', name: 'Кметство Горно село', kind: 'mayoralty', under: null },
] as const
export type RegistryDepartment = (typeof DEPARTMENTS)[number]['code']

/** Beside the demo staff, of whom `head` heads no department (the secretary) and `delo` registers for all. */
const PEOPLE = [
  { login: 'glava1', name: 'Виолета Кирова', post: 'head', of: 'dir1' },
  { login: 'glava2', name: 'Борис Хаджиев', post: 'head', of: 'dir2' },
  { login: 'kada1', name: 'Румяна Велева', post: 'officer', of: 'kad1' },
  { login: 'kada2', name: 'Явор Манолов', post: 'officer', of: 'kad1' },
  { login: 'stro1', name: 'Огнян Лазаров', post: 'officer', of: 'str1' },
  { login: 'dana1', name: 'Галина Ботева', post: 'officer', of: 'dan2' },
  { login: 'selo1', name: 'Севда Юсеинова', post: 'clerk', of: 'selo' },
] as const satisfies { login: string; name: string; post: Post; of: RegistryDepartment }[]

type DocumentSeed = {
  direction?: 'incoming' | 'outgoing' | 'internal'
  channel?: 'desk' | 'mayoralty' | 'post' | 'email' | 'portal' | 'ssev'
  subject?: string
  department?: RegistryDepartment | null
  by?: string
  on?: Day
  /** Into a case that is there; else it opens one. */
  caseId?: Id
  /** Code of its kind. */
  kind?: string
}
type RequestSeed = DocumentSeed & {
  department: RegistryDepartment
  /** Code of the service. */
  service?: string
  speed?: 'normal' | 'fast' | 'express'
  dueOn: Day
}
type TaskSeed = {
  caseId?: Id
  requestId?: Id | null
  parentId?: Id | null
  kind?: 'resolution' | 'phase' | 'opinion'
  what?: string
  from?: string | null
  to?: string | null
  department: RegistryDepartment
  dueOn: Day
  givenOn?: Day
}
type EndingSeed = { on?: Day; by: string; lateReason?: string | null; lateNote?: string | null }

export type RegistryTown = TestTown & {
  today: Day
  departments: Record<RegistryDepartment, Id>
  /** The id of a member of staff by login, the demo staff too. */
  staff: (login: string) => Id
  seedDocument: (seed?: DocumentSeed) => Promise<{ documentId: Id; caseId: Id; number: string }>
  seedRequest: (seed: RequestSeed) => Promise<{ requestId: Id; caseId: Id; number: string }>
  seedTask: (seed: TaskSeed) => Promise<{ taskId: Id; caseId: Id }>
  endTask: (taskId: Id, seed: EndingSeed & { outcome?: 'done' | 'not_done' | 'cancelled' }) => Promise<void>
  endRequest: (
    requestId: Id,
    seed: EndingSeed & { outcome?: 'completed' | 'refused' | 'terminated' | 'withdrawn' },
  ) => Promise<void>
}

/**
 * A demo town with a structure, people in it, and a hand that writes the rows of the registry as of any day: only the owner of
 * the database can say when something happened. Triggers keep the boards and the numbers as they do for everybody.
 */
export const registryTown = async (version: string): Promise<RegistryTown> =>
  withRegistry(await testTown(version))

/** The same in a town that is there already. */
export async function withRegistry(town: TestTown): Promise<RegistryTown> {
  const departments = await seedStructure(town)
  const ids = await seedPeople(town, departments)
  const series = await seedSeries(town)
  const staff = (login: string): Id => {
    const id = ids.get(login)
    if (!id) throw new Error(`nobody signs in as ${login}`)
    return id
  }
  const here: Here = { town, departments, staff, series, today: dayOf(Temporal.Now.instant()) }
  return {
    ...town,
    today: here.today,
    departments,
    staff,
    seedDocument: seed => seedDocument(here, seed),
    seedRequest: seed => seedRequest(here, seed),
    seedTask: seed => seedTask(here, seed),
    endTask: (taskId, { outcome = 'done', ...seed }) =>
      town.sql`insert into task_endings (task_id, outcome, result, ended_on, ended_at, ended_by, late_reason, late_note)
        values (${taskId}, ${outcome}, 'направено', ${dayText(here, seed)}, ${beginOf(here, seed)}, ${staff(seed.by)},
          ${seed.lateReason ?? null}, ${seed.lateNote ?? null})`.then(() => undefined),
    endRequest: (requestId, { outcome = 'completed', ...seed }) =>
      town.sql`insert into request_endings (request_id, outcome, ended_on, ended_at, ended_by, late_reason, late_note)
        values (${requestId}, ${outcome}, ${dayText(here, seed)}, ${beginOf(here, seed)}, ${staff(seed.by)},
          ${seed.lateReason ?? null}, ${seed.lateNote ?? null})`.then(() => undefined),
  }
}

type Here = {
  town: TestTown
  departments: Record<RegistryDepartment, Id>
  staff: (login: string) => Id
  series: { registerId: Id; kindOf: (code: string | undefined) => Id }
  today: Day
}

const dayText = ({ today }: Here, { on }: { on?: Day }): string => (on ?? today).toString()

/** The beginning of that day where the town is. */
const beginOf = ({ today }: Here, { on }: { on?: Day }): string => startOfDay(on ?? today).toString()

async function seedStructure({ sql }: TestTown): Promise<Record<RegistryDepartment, Id>> {
  const ids = new Map<string, Id>()
  for (const { code, name, kind, under } of DEPARTMENTS) {
    const id = randomUUIDv7()
    ids.set(code, id)
    await sql`insert into departments (id, code, name_bg, name_en, kind, parent_id)
      values (${id}, ${code}, ${name}, ${code}, ${kind}, ${under && (ids.get(under) ?? null)})`
  }
  return Object.fromEntries(ids) as Record<RegistryDepartment, Id>
}

async function seedPeople(town: TestTown, departments: Record<RegistryDepartment, Id>) {
  const admin = await town.signIn('admin', null)
  for (const { login, name, post, of } of PEOPLE) {
    await addStaff(admin.ctx(), { id: randomUUIDv7(), login, name, post, password: DEMO_PASSWORD })
    await town.sql`update staff set department_id = ${departments[of]} where login = ${login}`
  }
  await town.sql`update staff set department_id = null where login in ('head', 'delo')`
  const all = await town.sql<{ login: string; id: Id }[]>`select login, id from staff`
  return new Map(all.map(({ login, id }) => [login, id]))
}

/** The official register and the kinds of the town; where it was founded without, one of each. */
async function seedSeries({ sql }: TestTown): Promise<Here['series']> {
  const series = await sql<{ id: Id }[]>`select id from registers where is_official`
  const registerId = series[0]?.id ?? randomUUIDv7()
  if (series.length === 0)
    await sql`insert into registers (id, index, name_bg, name_en, is_official, template)
      values (${registerId}, 1, 'Официален регистър', 'Official register', true, '{seq}')`
  await sql`insert into document_kinds (id, code, name_bg, name_en, mode) select ${randomUUIDv7()}, 'letter', 'Писмо', 'Letter', 'unsolicited'
    where not exists (select from document_kinds)`
  const kinds = await sql<{ code: string; id: Id }[]>`select code, id from document_kinds order by code`
  return {
    registerId,
    kindOf: code => {
      const kind = code === undefined ? kinds[0] : kinds.find(known => known.code === code)
      if (!kind) throw new Error(`no kind ${code}`)
      return kind.id
    },
  }
}

async function seedDocument(here: Here, seed: DocumentSeed = {}) {
  const { town, departments, staff, series } = here
  const [documentId, caseId] = [randomUUIDv7(), seed.caseId ?? randomUUIDv7()]
  const department = seed.department ? departments[seed.department] : null
  const by = staff(seed.by ?? 'delo')
  const [day, begin] = [dayText(here, seed), beginOf(here, seed)]
  const direction = seed.direction ?? 'incoming'
  return town.sql.begin(async sql => {
    if (!seed.caseId)
      await sql`insert into cases (id, access_code, department_id, opened_at, opened_by)
        values (${caseId}, ${randomBytes(5).toString('hex').toUpperCase()}, ${department}, ${begin}, ${by})`
    const [row] = await sql<{ number: string }[]>`
      insert into documents (id, register_id, day, number, direction, kind_id, channel, subject, words, case_id, opens_case,
        department_id, received_at, registered_at, registered_by, content)
      values (${documentId}, ${series.registerId}, ${day}, '{nnnnn}', ${direction}, ${series.kindOf(seed.kind)},
        ${seed.channel ?? (direction === 'incoming' ? 'desk' : null)}, ${seed.subject ?? 'Молба'}, '', ${caseId}, ${!seed.caseId},
        ${department}, ${begin}, ${begin}, ${by}, ${documentId}) returning number`
    return { documentId, caseId, number: row!.number }
  })
}

async function seedRequest(here: Here, seed: RequestSeed) {
  const { documentId, caseId, number } = await seedDocument(here, seed)
  const [from, due] = [dayText(here, seed), seed.dueOn.toString()]
  await here.town.sql`
    insert into requests (document_id, service_id, speed, department_id, delivery, term_amount, term_unit, term_article, starts_on, due_on)
    select ${documentId}, id, ${seed.speed ?? 'normal'}, ${here.departments[seed.department]}, 'desk',
      ${due}::date - ${from}::date, 'calendar_days', 'чл. 57, ал. 1 АПК', ${from}, ${due}
    from services where code = ${seed.service ?? '2016'} limit 1`
  return { requestId: documentId, caseId, number }
}

async function seedTask(here: Here, seed: TaskSeed) {
  const { town, departments, staff } = here
  const taskId = randomUUIDv7()
  const caseId = seed.caseId ?? (await seedDocument(here, { department: seed.department })).caseId
  const person = (login: string | null | undefined): Id | null => (login ? staff(login) : null)
  const from = seed.from === undefined ? 'head' : seed.from
  await town.sql`
    insert into tasks (id, case_id, request_id, parent_id, kind, what, assigner_id, assignee_id, department_id, due_on, given_at)
    values (${taskId}, ${caseId}, ${seed.requestId ?? null}, ${seed.parentId ?? null}, ${seed.kind ?? 'resolution'},
      ${seed.what ?? 'да се провери и да се отговори'}, ${person(from)}, ${person(seed.to)}, ${departments[seed.department]},
      ${seed.dueOn.toString()}, ${startOfDay(seed.givenOn ?? here.today).toString()})`
  return { taskId, caseId }
}
