import { randomUUIDv7 } from 'node:crypto'
import { describeRefusal } from '../../locales/texts.ts'
import {
  listForReview,
  type TaskForReview,
  type WeekForReview,
} from '../../office/control/list-for-review.ts'
import { reviewTask, type TaskReviewed } from '../../office/control/review-task.ts'
import { seeBoard } from '../../office/control/see-board.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { CONTROLLED, type ControlBoard, type Load, NEARNESSES } from '../../rules/control.ts'
import { showDay } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { readDay } from '../../rules/reports/periods.ts'
import { lastDayOf, REVIEW_STATUSES, VERDICTS, weekOf } from '../../rules/reviews.ts'
import { declare, type Given } from '../command.ts'
import { answerControl, oneOf } from '../control-answer.ts'
import type { Door } from '../door.ts'
import { EXIT } from '../exits.ts'
import { answer, answerTable } from '../output/answer.ts'
import { toJson } from '../output/json.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'

const MOST_LISTED = 10_000

export const controlCommands = () => [
  declare('control board', (given, door) =>
    withSession(door, 'control.see', session => board(session, given, door)),
  ),
  declare('control list', (given, door) => {
    const what = oneOf(given.text('what') ?? 'tasks', CONTROLLED, '--what', door)
    const near = given.text('near')
    const nearness = near === undefined ? null : oneOf(near, NEARNESSES, '--near', door)
    const limit = readNumber(given.text('limit'), 50, 1, MOST_LISTED, '--limit', door)
    const asked = { report: 'list', what, nearness, limit, whose: given.text('department') ?? null } as const
    return withSession(door, 'control.see', session => answerControl(session, asked, given, door))
  }),
  declare('control review', (given, door) => {
    const task = given.optionalArg('task')
    return task === undefined
      ? withSession(door, 'control.see', session => listWeek(session, given, door))
      : withSession(door, 'control.review', session => review(session, task, given, door))
  }),
  declare('control protocol', (given, door) =>
    withSession(door, 'control.see', session => {
      const week = weekTyped(given.text('week'), session.ctx().today)
      const asked = { report: 'protocol', week, whose: given.text('department') ?? null } as const
      return answerControl(session, asked, given, door)
    }),
  ),
  declare('control head', (given, door) =>
    withSession(door, 'reports.registry', session =>
      answerControl(session, { report: 'head', whose: given.text('department') ?? null }, given, door),
    ),
  ),
]

async function board(session: Session, given: Given<'control board'>, door: Door): Promise<void> {
  const whose = given.text('department') ?? null
  const seen = given.has('fail-if-overdue') || door.options.json ? await seeBoard(session.ctx(), whose) : null
  if (door.options.json && seen && !given.has('pdf')) door.answer(toJson(boardJson(seen)))
  else {
    const onlyOverdue = given.has('overdue-only')
    await answerControl(session, { report: 'board', whose, onlyOverdue }, given, door)
  }
  if (given.has('fail-if-overdue') && seen) failIfOverdue(seen, door)
}

/** For programs that ask every morning: what was asked for is answered, and the exit code tells. */
function failIfOverdue({ totals }: ControlBoard, door: Door): void {
  const [tasks, requests] = [totals.tasks.overdue, totals.requests.overdue]
  if (tasks + requests === 0) return
  door.say(describeRefusal(refusal('control.overdue', { tasks, requests }) as unknown as Refusal, door.lang))
  process.exitCode = EXIT.refused
}

const boardJson = ({ limits, rows, totals, oldest, oldestRequest }: ControlBoard) => ({
  day: limits.today.toString(),
  soon_until: limits.soon.toString(),
  week_until: limits.week.toString(),
  departments: rows.map(row => ({
    code: row.code,
    name_bg: row.name.bg,
    name_en: row.name.en,
    kind: row.kind,
    depth: row.depth,
    own: loadJson(row.own),
    all: loadJson(row.all),
    oldest: oldestJson(row.oldest),
    oldest_request: oldestRequestJson(row.oldestRequest),
  })),
  totals: loadJson(totals),
  oldest: oldestJson(oldest),
  oldest_request: oldestRequestJson(oldestRequest),
})

const loadJson = ({ tasks, requests }: Load) => {
  const { still: _, ...ofTasks } = tasks
  return { tasks: ofTasks, requests }
}

const oldestJson = (oldest: ControlBoard['oldest']) =>
  oldest && {
    task: oldest.taskId,
    due_on: oldest.dueOn.toString(),
    what: oldest.what,
    holder: oldest.holder,
  }

const oldestRequestJson = (oldest: ControlBoard['oldestRequest']) =>
  oldest && {
    request: oldest.requestId,
    number: oldest.number,
    due_on: oldest.dueOn.toString(),
    service_bg: oldest.service.bg,
    service_en: oldest.service.en,
  }

/** Any day of the week that is meant; nothing is this week. */
function weekTyped(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (text === undefined) return weekOf(today)
  const day = readDay(text, today)
  if (!day) throw refusal('period.wrong', { text })
  return weekOf(day)
}

async function listWeek(session: Session, given: Given<'control review'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const week = weekTyped(given.text('week'), ctx.today)
  const asked = {
    week,
    whose: given.text('department') ?? null,
    onlyUnreviewed: given.has('unreviewed'),
  }
  const found = await listForReview(ctx, asked, { after: null, limit: null })
  if (door.options.json) answer(door, weekJson(found, week), '')
  else tellWeek(found, week, door)
}

function tellWeek({ rows, all, reviewed }: WeekForReview, week: Temporal.PlainDate, door: Door): void {
  const { control } = door.texts
  const { column, protocol, statuses, verdicts } = control
  const days = protocol.week(showDay(week, door.lang), showDay(lastDayOf(week), door.lang))
  const columns = [
    ['number', column.number],
    ['what', column.what],
    ['holder', column.holder],
    ['due', column.due],
    ['status', column.status],
    ['verdict', column.verdict],
  ] as const
  answerTable(door, {
    name: 'review',
    title: door.words.control.review,
    subtitle: [days, protocol.reviewed(reviewed, all)],
    columns: columns.map(([key, title]) => ({ key, title, kind: 'text' })),
    rows: rows.map(row => ({
      number: row.number,
      what: row.what,
      holder: row.holder ?? control.list.nobody,
      due: showDay(row.dueOn, door.lang),
      status: statuses[row.review?.status ?? row.status],
      verdict: row.review ? verdicts[row.review.verdict] : protocol.notReviewed,
    })),
    totals: null,
  })
}

const weekJson = ({ rows, all, reviewed }: WeekForReview, week: Temporal.PlainDate) => ({
  week: week.toString(),
  all,
  reviewed,
  tasks: rows.map(row => ({
    task: row.id,
    case: row.caseId,
    number: row.number,
    what: row.what,
    department: row.department.code,
    holder: row.holder,
    due_on: row.dueOn.toString(),
    ended_on: row.endedOn?.toString() ?? null,
    days_late: row.daysLate,
    status: row.status,
    review: row.review,
  })),
})

async function review(
  session: Session,
  task: string,
  given: Given<'control review'>,
  door: Door,
): Promise<void> {
  const verdict = oneOf(given.text('verdict') ?? 'no_problems', VERDICTS, '--verdict', door)
  const status = given.text('status')
  const week = weekTyped(given.text('week'), session.ctx().today)
  const done = await reviewTask(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    taskId: await taskMeant(session, task, week),
    week,
    verdict,
    note: given.text('note') ?? null,
    ...(status !== undefined && { status: oneOf(status, REVIEW_STATUSES, '--status', door) }),
  })
  answer(door, reviewedJson(done), reviewedText(done, door))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A task is told by its id, or by the number of its case where the week has one task of it. */
async function taskMeant(session: Session, text: string, week: Temporal.PlainDate): Promise<string> {
  if (UUID.test(text)) return text
  const { rows } = await listForReview(session.ctx(), { week, whose: null }, { after: null, limit: null })
  const folded = (number: string) => number.trim().toLocaleLowerCase('bg')
  const meant = rows.filter(row => folded(row.number) === folded(text))
  if (meant.length > 1) throw refusal('review.several', { number: text, tasks: meant.map(told).join('; ') })
  const [only] = meant
  if (!only) throw refusal('task.unknown', { text })
  return only.id
}

const told = ({ id, what }: TaskForReview): string => `${id} (${what})`

const reviewedJson = (done: TaskReviewed) => ({
  id: done.id,
  task: done.taskId,
  week: done.week.toString(),
  status: done.status,
  verdict: done.verdict,
  note: done.note,
})

const reviewedText = ({ status, verdict, week }: TaskReviewed, door: Door): string => {
  const { statuses, verdicts } = door.texts.control
  return door.words.control.reviewed(showDay(week, door.lang), statuses[status], verdicts[verdict])
}
