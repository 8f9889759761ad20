import { randomUUIDv7 } from 'node:crypto'
import { chooseCase } from '../../office/cases/choose-case.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { chooseTask } from '../../office/tasks/choose-task.ts'
import { delegateTask } from '../../office/tasks/delegate-task.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { giveOpinion } from '../../office/tasks/give-opinion.ts'
import { giveTask } from '../../office/tasks/give-task.ts'
import { listTasks, TASK_BOXES } from '../../office/tasks/list-tasks.ts'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import { reassignTask } from '../../office/tasks/reassign-task.ts'
import { returnTask } from '../../office/tasks/return-task.ts'
import { setTerm } from '../../office/tasks/set-term.ts'
import { showTask } from '../../office/tasks/show-task.ts'
import { takeTask } from '../../office/tasks/take-task.ts'
import { LATE_REASONS } from '../../rules/late-reasons.ts'
import { OPINIONS, TASK_OUTCOMES } from '../../rules/tasks.ts'
import { colleagueMeant, targetMeant } from '../colleagues.ts'
import { type DeclaredCommand, declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { documentMeant } from '../documents.ts'
import type { Door } from '../door.ts'
import { chosen } from '../one-of.ts'
import { answer } from '../output/answer.ts'
import { readNumber } from '../read-number.ts'
import { answerTask, answerTaskList, taskJson, taskLines } from '../task-shown.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const tasksCommands = (): DeclaredCommand[] => [
  declare(
    'tasks give',
    (given, door) => withSession(door, 'tasks.work', session => give(session, given, door)),
    {
      required: ['what', 'due', 'to'],
      repeated: ['to', 'id'],
    },
  ),
  declare('tasks list', (given, door) =>
    withSession(door, 'tasks.see', session => list(session, given, door)),
  ),
  declare('tasks show', (given, door) =>
    withSession(door, 'tasks.see', async session => {
      const { id } = await chooseTask(session.ctx(), { text: given.arg('task') })
      answerTask(await showTask(session.ctx(), { taskId: id }), session.ctx().today, door)
    }),
  ),
  declare('tasks take', (given, door) =>
    moved(door, given.arg('task'), given.text('id'), (session, move) => takeTask(session.ctx(), move)),
  ),
  declare(
    'tasks delegate',
    (given, door) =>
      moved(door, given.arg('task'), given.text('id'), async (session, move) =>
        delegateTask(session.ctx(), {
          ...move,
          to: await targetMeant(session, given.text('to') ?? ''),
          note: given.text('note') ?? null,
        }),
      ),
    { required: ['to'] },
  ),
  declare(
    'tasks return',
    (given, door) =>
      moved(door, given.arg('task'), given.text('id'), (session, move) =>
        returnTask(session.ctx(), { ...move, reason: given.text('reason') ?? '' }),
      ),
    { required: ['reason'] },
  ),
  declare(
    'tasks reassign',
    (given, door) =>
      moved(door, given.arg('task'), given.text('id'), async (session, move) =>
        reassignTask(session.ctx(), {
          ...move,
          to: await targetMeant(session, given.text('to') ?? ''),
          reason: given.text('reason') ?? null,
        }),
      ),
    { required: ['to'] },
  ),
  declare(
    'tasks term',
    (given, door) =>
      moved(door, given.arg('task'), given.text('id'), (session, { moveId, taskId }) =>
        setTerm(session.ctx(), {
          id: moveId,
          taskId,
          dueOn: dayTyped(given.text('due') ?? '', session.ctx().today),
          reason: given.text('reason') ?? '',
        }),
      ),
    { required: ['due', 'reason'] },
  ),
  declare(
    'tasks end',
    (given, door) =>
      moved(door, given.arg('task'), undefined, (session, { taskId }) =>
        endTask(session.ctx(), {
          taskId,
          outcome: chosen(given.text('outcome'), TASK_OUTCOMES, '--outcome', door) ?? 'done',
          result: given.text('result') ?? '',
          next: given.text('next') ?? null,
          ...latenessOf(given, door),
        }),
      ),
    { required: ['result'] },
  ),
  declare(
    'tasks opinion',
    (given, door) => withSession(door, 'opinions.give', session => opine(session, given, door)),
    { required: ['value'] },
  ),
]

type Lateness = Pick<Given<'tasks end'>, 'text'> | Pick<Given<'tasks opinion'>, 'text'>

function latenessOf(given: Lateness, door: Door) {
  const text = given.text as (name: 'late-reason' | 'late-note') => string | undefined
  return {
    lateReason: chosen(text('late-reason'), LATE_REASONS, '--late-reason', door),
    lateNote: text('late-note') ?? null,
  }
}

type Work = (session: Session, move: { taskId: string; moveId: string }) => Promise<TaskRow>

/** Something done with one task, which is then shown as it is. */
const moved = (door: Door, text: string, id: string | undefined, work: Work): Promise<void> =>
  withSession(door, 'tasks.work', async session => {
    const task = await chooseTask(session.ctx(), { text })
    const done = await work(session, { taskId: task.id, moveId: id ?? randomUUIDv7() })
    answer(door, taskJson(done), taskLines(done, session.ctx().today, door).join('\n'))
  })

async function give(session: Session, given: Given<'tasks give'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const ids = given.list('id')
  const targets = await Promise.all(given.list('to').map(text => targetMeant(session, text)))
  const tasks = await giveTask(ctx, {
    place: await placeGiven(session, given, door),
    kind: given.has('opinion') ? 'opinion' : 'resolution',
    what: given.text('what') ?? '',
    dueOn: dayTyped(given.text('due') ?? '', ctx.today),
    to: targets.map((target, at) => ({ taskId: ids[at] ?? randomUUIDv7(), target })),
  })
  answer(
    door,
    tasks.map(task => ({
      ...taskJson(task),
      substitute: task.substitute?.name ?? null,
    })),
    tasks
      .map(task =>
        [
          ...taskLines(task, ctx.today, door),
          ...(task.substitute
            ? [door.words.tasks.substitute(task.assignee?.name ?? '', task.substitute.name)]
            : []),
        ].join('\n'),
      )
      .join('\n\n'),
  )
}

async function placeGiven(session: Session, given: Given<'tasks give'>, door: Door) {
  const [number, under] = [given.optionalArg('case'), given.text('under')]
  if ((number === undefined) === (under === undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth(door.words.tasks.of, '--under'))
  if (under !== undefined) return { parentId: (await chooseTask(session.ctx(), { text: under })).id }
  const { id } = await chooseCase(session.ctx(), { text: number ?? '' })
  const document = given.text('document')
  return {
    caseId: id,
    documentId: document === undefined ? null : (await documentMeant(session, document)).id,
  }
}

async function list(session: Session, given: Given<'tasks list'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const [person, unit, number, after] = ['person', 'department', 'case', 'after'].map(name =>
    given.text(name as 'person'),
  )
  const isOfSomebody = person !== undefined || unit !== undefined || number !== undefined
  const found = await listTasks(ctx, {
    box: chosen(given.text('box'), TASK_BOXES, '--box', door) ?? (isOfSomebody ? 'all' : 'mine'),
    state: given.has('ended') ? 'ended' : 'open',
    untaken: given.has('untaken'),
    ...(person !== undefined && { staffId: (await colleagueMeant(session, person, true)).id }),
    ...(unit !== undefined && { departmentId: (await colleagueMeant(session, unit)).id }),
    ...(number !== undefined && { caseId: (await chooseCase(ctx, { text: number })).id }),
    limit: readNumber(given.text('limit'), 50, 1, 500, '--limit', door),
    after: after === undefined ? null : (await chooseTask(ctx, { text: after })).id,
  })
  answerTaskList(found, ctx.today, door, given.has('csv'))
}

async function opine(session: Session, given: Given<'tasks opinion'>, door: Door): Promise<void> {
  const [text, number] = [given.optionalArg('task'), given.text('document')]
  if (text === undefined && number === undefined)
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth(door.words.tasks.id, '--document'))
  const task = text === undefined ? null : await chooseTask(session.ctx(), { text })
  const document = number === undefined ? null : await documentMeant(session, number)
  const value = chosen(given.text('value'), OPINIONS, '--value', door) ?? 'agree'
  const opinion = await giveOpinion(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    documentId: document?.id ?? task?.documentId ?? '',
    taskId: task?.id ?? null,
    value,
    note: given.text('note') ?? null,
    ...latenessOf(given, door),
  })
  answer(
    door,
    {
      id: opinion.id,
      document: opinion.documentNumber,
      task_id: opinion.taskId,
      value: opinion.value,
      note: opinion.note,
    },
    door.words.tasks.opined(opinion.documentNumber, door.texts.tasks.opinions[opinion.value]),
  )
}
