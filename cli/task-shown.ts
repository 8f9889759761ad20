import type { TaskEvent } from '../office/tasks/history.ts'
import type { TasksListed } from '../office/tasks/list-tasks.ts'
import type { TaskRow } from '../office/tasks/lookup.ts'
import type { TaskShown } from '../office/tasks/show-task.ts'
import { showDay, showMoment } from '../rules/dates.ts'
import type { Door } from './door.ts'
import { answer, answerTable } from './output/answer.ts'

/** The last signs of an id, by which a person names a task. */
export const signsOf = (id: string): string => id.slice(-6)

export const taskJson = (task: TaskRow) => ({
  id: task.id,
  kind: task.kind,
  what: task.what,
  phase: task.phase,
  case: task.caseNumber,
  case_id: task.caseId,
  subject: task.subject,
  document_id: task.documentId,
  request_id: task.requestId,
  parent_id: task.parentId,
  from: task.assigner?.name ?? null,
  to: task.assignee?.name ?? null,
  department: task.department.code,
  due: task.dueOn.toString(),
  given_at: task.givenAt.toString(),
  outcome: task.ending?.outcome ?? null,
  result: task.ending?.result ?? null,
  ended_on: task.ending?.endedOn.toString() ?? null,
  late_reason: task.ending?.lateReason ?? null,
  late_note: task.ending?.lateNote ?? null,
})

const whoHas = (task: TaskRow, door: Door): string => task.assignee?.name ?? task.department.name[door.lang]

/** `27.11.2026, остават 3 дни`; of one that ended how and when. */
function termOf(task: TaskRow, today: Temporal.PlainDate, door: Door): string {
  const { tasks: words } = door.words
  const due = showDay(task.dueOn, door.lang)
  if (task.ending)
    return words.endedOn(
      due,
      door.texts.tasks.outcomes[task.ending.outcome],
      showDay(task.ending.endedOn, door.lang),
    )
  const days = today.until(task.dueOn, { largestUnit: 'days' }).days
  return `${due}, ${words.left(days)}`
}

/** A task in a few lines, its signs first. */
export function taskLines(task: TaskRow, today: Temporal.PlainDate, door: Door): string[] {
  const { tasks: words } = door.words
  return [
    `${signsOf(task.id)} ${task.what}`,
    `${words.of}: ${task.caseNumber} ${task.service?.[door.lang] ?? task.subject}`,
    `${words.has}: ${whoHas(task, door)}`,
    `${words.due}: ${termOf(task, today, door)}`,
  ]
}

/** A task with its parts and its history. */
export function answerTask(task: TaskShown, today: Temporal.PlainDate, door: Door): void {
  const { tasks: words } = door.words
  const { ending } = task
  const lines = [
    ...taskLines(task, today, door),
    ...(task.substitute ? [words.substitute(whoHas(task, door), task.substitute.name)] : []),
    ...(task.document ? [`${words.document}: ${task.document.number} ${task.document.subject}`] : []),
    ...(task.parent ? [`${words.under}: ${signsOf(task.parent.id)} ${task.parent.what}`] : []),
    ...task.parts.map(part => `${words.part}: ${signsOf(part.id)} ${part.what} (${whoHas(part, door)})`),
    ...(task.outcomes.length > 0 ? [`${words.outcomes}: ${task.outcomes.join(' | ')}`] : []),
    ...(ending ? [`${words.result}: ${ending.result}`] : []),
    ...(ending?.lateReason ? [`${words.late}: ${lateOf(ending.lateReason, ending.lateNote, door)}`] : []),
    '',
    ...task.history.map(event => eventLine(event, door)),
  ]
  answer(
    door,
    {
      ...taskJson(task),
      document: task.document?.number ?? null,
      substitute: task.substitute?.name ?? null,
      outcomes: task.outcomes,
      parts: task.parts.map(taskJson),
      history: task.history.map(eventJson),
    },
    lines.join('\n'),
  )
}

const lateOf = (reason: keyof Door['texts']['lateReasons'], note: string | null, door: Door): string =>
  [door.texts.lateReasons[reason], note].filter(Boolean).join(': ')

/** One line of a history: when, who, what. */
export const eventLine = (event: TaskEvent, door: Door): string =>
  `${showMoment(event.at, door.lang).slice(0, -3)}  ${event.by ?? door.words.tasks.card}: ${whatHappened(event, door)}`

function whatHappened(event: TaskEvent, door: Door): string {
  const { tasks: words } = door.words
  switch (event.kind) {
    case 'given':
      return words.given(event.what, event.to, showDay(event.dueOn, door.lang))
    case 'taken':
      return words.taken
    case 'delegated':
    case 'returned':
    case 'reassigned':
      return [words[event.kind](event.to), event.reason].filter(Boolean).join(': ')
    case 'term':
      return `${words.termSet(showDay(event.dueOn, door.lang))}: ${event.reason}`
    case 'opinion': {
      const said = [door.texts.tasks.opinions[event.value], event.note].filter(Boolean).join(': ')
      return event.counts ? said : `${said} (${words.outdated})`
    }
    case 'ended': {
      const said = `${door.texts.tasks.outcomes[event.outcome]}: ${event.result}`
      return event.lateReason
        ? `${said} (${words.late}: ${lateOf(event.lateReason, event.lateNote, door)})`
        : said
    }
  }
}

export const eventJson = ({ at, taskId, ...event }: TaskEvent) => ({
  ...event,
  at: at.toString(),
  task_id: taskId,
  ...('dueOn' in event && { dueOn: undefined, due: event.dueOn.toString() }),
})

export function answerTaskList(
  { tasks, isMore }: TasksListed,
  today: Temporal.PlainDate,
  door: Door,
  csv: boolean,
): void {
  const { tasks: words } = door.words
  const forPrograms = door.options.json || csv
  const text = (key: string, title: string, spare = false) => ({ key, title, kind: 'text' as const, spare })
  answerTable(
    door,
    {
      name: 'tasks',
      title: '',
      subtitle: [],
      columns: [
        text('id', words.id),
        text('due', words.due),
        text('state', words.state),
        text('case', words.of),
        text('what', words.what),
        text('to', words.has),
        text('from', words.from, true),
        text('kind', words.kind, true),
      ],
      rows: tasks.map(task => ({
        id: forPrograms ? task.id : signsOf(task.id),
        due: forPrograms ? task.dueOn.toString() : showDay(task.dueOn, door.lang),
        state: stateOf(task, today, door, forPrograms),
        case: task.caseNumber,
        what: task.what,
        to: forPrograms ? (task.assignee?.name ?? null) : whoHas(task, door),
        from: task.assigner?.name ?? null,
        kind: forPrograms ? task.kind : door.texts.tasks.kinds[task.kind],
      })),
      totals: null,
    },
    csv,
  )
  const last = tasks.at(-1)
  if (isMore && last && !forPrograms) door.say(words.more(signsOf(last.id)))
}

function stateOf(task: TaskRow, today: Temporal.PlainDate, door: Door, forPrograms: boolean): string {
  if (task.ending) return forPrograms ? task.ending.outcome : door.texts.tasks.outcomes[task.ending.outcome]
  return forPrograms ? 'open' : door.words.tasks.left(today.until(task.dueOn, { largestUnit: 'days' }).days)
}
