import { randomUUIDv7 } from 'node:crypto'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { openTasks, tasks, taskTerms } from '../../db/schema/tasks.ts'
import { departments } from '../../db/schema/town.ts'
import type { Calendar } from '../../rules/calendar.ts'
import type { Card, CardPhase } from '../../rules/cards/card.ts'
import { generalPhases } from '../../rules/cards/going-on.ts'
import { dayOf } from '../../rules/dates.ts'
import { dueOf, internalDue } from '../../rules/deadlines.ts'
import type { Lang } from '../../rules/languages.ts'
import { unitOfPhase } from '../../rules/requests.ts'
import type { Ctx } from '../context.ts'
import { enterTask } from '../tasks/enter-task.ts'
import type { Tx } from '../transaction.ts'

/** A department as phases are given to it. */
export type PhaseUnit = {
  id: string
  code: string
  name: Record<Lang, string>
  kind: string
  parentId: string | null
  isClosed: boolean
  headId: string | null
}

/** The town's structure with who heads what; the secretary heads what nobody else does. */
export type Structure = { units: PhaseUnit[]; secretaryId: string | null }

export async function structureOf(tx: Tx): Promise<Structure> {
  const [rows, [secretary]] = await Promise.all([
    tx
      .select({
        id: departments.id,
        code: departments.code,
        bg: departments.nameBg,
        en: departments.nameEn,
        kind: departments.kind,
        parentId: departments.parentId,
        isClosed: sql<boolean>`${departments.closedAt} is not null`,
        headId: sql<string | null>`(select s.id from staff s where s.department_id = departments.id
          and s.post = 'head' and s.disabled_at is null order by s.added_at, s.id limit 1)`,
      })
      .from(departments),
    tx
      .select({ id: staff.id })
      .from(staff)
      .where(sql`${staff.post} = 'head' and ${staff.departmentId} is null and ${staff.disabledAt} is null`)
      .orderBy(asc(staff.addedAt), asc(staff.id))
      .limit(1),
  ])
  const units = rows.map(({ bg, en, ...row }) => ({ ...row, name: { bg, en } }))
  return { units, secretaryId: secretary?.id ?? null }
}

/** A request whose phases are started; `dueOn` is null while it stands still. */
export type PhasedRequest = {
  id: string
  caseId: string
  department: { id: string; code: string }
  intake: string | null
  dueOn: Temporal.PlainDate | null
}

/** A phase that has begun, as a task. */
export type StartedPhase = {
  taskId: string
  code: string
  name: string
  unit: Record<Lang, string>
  dueOn: Temporal.PlainDate
}

/** The phases of a card; of a service without one, the general phase of its department. */
export const phasesOf = (card: Card | null, generalName: string): Pick<Card, 'phases'> =>
  card ?? generalPhases(generalName)

/** Gives the tasks of these phases to their departments, or to the heads of those, each within the request's term. */
export async function startPhases(
  tx: Tx,
  ctx: Ctx,
  request: PhasedRequest,
  phases: readonly CardPhase[],
  { structure, calendar }: { structure: Structure; calendar: Calendar },
): Promise<StartedPhase[]> {
  const started = phases.map(phase => ({
    taskId: randomUUIDv7(),
    phase,
    unit: unitFor(phase, request, structure),
    dueOn: phaseDue(phase, ctx.now, request.dueOn, calendar),
  }))
  await Promise.all(
    started.map(({ taskId, phase, unit, dueOn }) =>
      enterTask(tx, ctx, {
        id: taskId,
        caseId: request.caseId,
        documentId: request.id,
        requestId: request.id,
        phase: phase.code,
        parentId: null,
        kind: 'phase',
        what: phase.name,
        assigneeId: phase.byHead ? headOver(unit, structure) : null,
        departmentId: unit.id,
        dueOn,
      }),
    ),
  )
  return started.map(({ taskId, phase, unit, dueOn }) => ({
    taskId,
    code: phase.code,
    name: phase.name,
    unit: unit.name,
    dueOn,
  }))
}

/** The department of a phase; where it was closed since the card was taken over, that of the service. */
function unitFor(phase: CardPhase, request: PhasedRequest, { units }: Structure): PhaseUnit {
  const centre = units.find(unit => unit.kind === 'centre' && !unit.isClosed)
  const places = { intake: request.intake ?? centre?.code ?? null, service: request.department.code }
  const code = unitOfPhase(phase, places)
  const own = units.find(unit => unit.code === code && !unit.isClosed)
  const unit = own ?? units.find(({ id }) => id === request.department.id)
  if (!unit) throw new Error('a request of a department that is not there')
  return unit
}

/** The head of a department, else of the one above it, at last the secretary. */
function headOver(unit: PhaseUnit, { units, secretaryId }: Structure): string | null {
  const passed = new Set<string>()
  let at: PhaseUnit | undefined = unit
  while (at && !passed.has(at.id)) {
    if (at.headId) return at.headId
    passed.add(at.id)
    const { parentId }: PhaseUnit = at
    at = units.find(({ id }) => id === parentId)
  }
  return secretaryId
}

/** The last day of a phase that begins now: its internal term, never after the request's; what is late already is due today. */
export function phaseDue(
  phase: Pick<CardPhase, 'term'> | null,
  now: Temporal.Instant,
  requestDue: Temporal.PlainDate | null,
  calendar: Calendar,
): Temporal.PlainDate {
  const today = dayOf(now)
  const latest = requestDue && Temporal.PlainDate.compare(requestDue, today) < 0 ? today : requestDue
  const term = phase?.term ?? null
  if (!term) return latest ?? today
  const own = dueOf({ at: now, term: { ...term, article: '' }, hours: null }, [], calendar, today).on
  return latest ? internalDue(own, latest) : own
}

/** The open phases of a request; `except` is a task that is just being ended. */
export const openPhases = (tx: Tx, requestId: string, except: string | null = null) =>
  tx
    .select({ taskId: openTasks.taskId, phase: tasks.phase, dueOn: openTasks.dueOn })
    .from(openTasks)
    .innerJoin(tasks, eq(tasks.id, openTasks.taskId))
    .where(
      and(
        eq(openTasks.requestId, requestId),
        eq(openTasks.kind, 'phase'),
        except === null ? undefined : ne(openTasks.taskId, except),
      ),
    )
    .orderBy(asc(tasks.givenAt), asc(tasks.id))

export type OpenPhase = Awaited<ReturnType<typeof openPhases>>[number]

/** Gives open phases other last days, where those are later than they were. */
export async function moveOpenPhases(
  tx: Tx,
  ctx: Ctx,
  open: readonly OpenPhase[],
  later: (phase: OpenPhase) => Temporal.PlainDate,
  reason: string,
): Promise<void> {
  const moved = open.flatMap(phase => {
    const dueOn = later(phase)
    return Temporal.PlainDate.compare(dueOn, phase.dueOn) > 0 ? [{ taskId: phase.taskId, dueOn }] : []
  })
  if (moved.length === 0) return
  await tx
    .insert(taskTerms)
    .values(
      moved.map(({ taskId, dueOn }) => ({ id: randomUUIDv7(), taskId, dueOn, reason, setBy: ctx.who.id })),
    )
}
