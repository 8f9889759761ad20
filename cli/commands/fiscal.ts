import { randomUUIDv7 } from 'node:crypto'
import { type AskDevice, askDevice } from '../../office/fiscal/ask-device.ts'
import { giveDevice } from '../../office/fiscal/give-device.ts'
import { listDocuments } from '../../office/fiscal/list-documents.ts'
import { deviceAtDesk, deviceNamed, type FiscalDevice } from '../../office/fiscal/lookup.ts'
import { setDevice } from '../../office/fiscal/set-device.ts'
import { tellDocument } from '../../office/fiscal/tell-document.ts'
import { printerNamed } from '../../office/print/lookup.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showMoment, ZONE } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { amountOf } from '../amounts.ts'
import { askLine, askSecret } from '../ask.ts'
import { declare, type Given } from '../command.ts'
import { type Door, isTalking } from '../door.ts'
import { EXIT } from '../exits.ts'
import { isFiscalPrinter } from '../fiscal-device.ts'
import { answerClock, answerEnded, answerStatus } from '../fiscal-status.ts'
import { answer, answerTable } from '../output/answer.ts'
import { periodGiven, refuseTwoPeriods } from '../period.ts'
import { jobJson, jobNamed, jobStateText, untilPrinted } from '../printing.ts'
import { readSecret } from '../sign-in.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const fiscalCommands = () => [
  declare('fiscal set-up', (given, door) => withSession(door, 'fiscal.set', s => setUp(s, given, door)), {
    required: ['number'],
  }),
  declare('fiscal give', (given, door) => withSession(door, 'fiscal.set', s => give(s, given, door))),
  declare('fiscal status', (given, door) =>
    withSession(door, 'fiscal.work', async session =>
      answerStatus(session, await deviceMeant(session, given.optionalArg('device')), door),
    ),
  ),
  declare('fiscal x', (given, door) =>
    withSession(door, 'fiscal.work', session =>
      ask(session, given.optionalArg('device'), { task: 'x_report' }, door),
    ),
  ),
  declare('fiscal z', (given, door) =>
    withSession(door, 'fiscal.work', async session => {
      if (!given.has('yes') && !(await isAgreed(door))) return door.say(door.words.fiscal.notDone)
      await ask(session, given.optionalArg('device'), { task: 'z_report' }, door)
    }),
  ),
  ...(['cash-in', 'cash-out'] as const).map(how =>
    declare(`fiscal ${how}`, (given, door) => {
      const amount = amountOf(given.arg('amount'))
      const task = how === 'cash-in' ? 'cash_in' : 'cash_out'
      return withSession(door, 'fiscal.work', session =>
        ask(session, given.optionalArg('device'), { task, amount }, door),
      )
    }),
  ),
  declare('fiscal clock', (given, door) =>
    withSession(door, 'fiscal.work', async session =>
      answerClock(session, await deviceMeant(session, given.optionalArg('device')), given.has('set'), door),
    ),
  ),
  declare('fiscal end-receipt', (given, door) =>
    withSession(door, 'fiscal.work', async session =>
      answerEnded(session, await deviceMeant(session, given.optionalArg('device')), door),
    ),
  ),
  declare('fiscal documents', (given, door) => {
    refuseTwoPeriods(given, door)
    return withSession(door, 'fiscal.see', session => documents(session, given, door))
  }),
  declare('fiscal tell', (given, door) => withSession(door, 'print.resolve', s => tell(s, given, door)), {
    required: ['document'],
  }),
]

/** The device with this name, or without one that of the desk. */
async function deviceMeant(session: Session, name: string | undefined): Promise<FiscalDevice> {
  const { db } = session.ctx()
  if (name) return deviceNamed(db, name)
  const device = session.desk && (await deviceAtDesk(db, session.desk.id))
  if (!device) throw refusal('fiscal.none_here', {})
  return device
}

const MOST_OPERATORS = 30

async function setUp(session: Session, given: Given<'fiscal set-up'>, door: Door): Promise<void> {
  const typed = given.text('operator') ?? '1'
  const operator = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  if (operator < 1 || operator > MOST_OPERATORS)
    throw new WrongUsage(door.lang, usage => usage.notBetween('--operator', typed, 1, MOST_OPERATORS))
  const set = await setDevice(
    session.ctx(),
    {
      printer: given.arg('printer'),
      number: given.text('number') ?? '',
      operator,
      password: await operatorPassword(given.text('operator-password-file'), operator, door),
    },
    isFiscalPrinter,
  )
  answer(door, set, door.words.fiscal.setUp(set.printer, set.number, set.added))
}

/** From a private file, the environment, or the terminal, where it is not shown. */
async function operatorPassword(file: string | undefined, operator: number, door: Door): Promise<string> {
  if (file !== undefined) return readSecret(file, door)
  const known = process.env['GISHE_OPERATOR_PASSWORD']
  if (known) return known
  if (!isTalking()) throw new WrongUsage(door.lang, usage => usage.operatorPasswordNeeded)
  return askSecret(door.words.fiscal.operatorPassword(operator))
}

async function give(session: Session, given: Given<'fiscal give'>, door: Door): Promise<void> {
  const typed = given.arg('desk')
  if (!/^\d{1,4}$/.test(typed)) throw refusal('desk.unknown', { number: typed })
  const asked = given.arg('device')
  const { desk, printer } = await giveDevice(session.ctx(), {
    desk: Number(typed),
    printer: asked === 'none' ? null : asked,
  })
  const { fiscal: words } = door.words
  answer(door, { desk, device: printer }, printer === null ? words.taken(desk) : words.given(desk, printer))
}

/** Asks before what cannot be taken back; where nobody can be asked it has to be said on the line. */
async function isAgreed(door: Door): Promise<boolean> {
  if (!isTalking()) throw new WrongUsage(door.lang, usage => usage.missingOption('--yes'))
  const said = (await askLine(door.words.fiscal.askZ)).toLocaleLowerCase('bg')
  return door.words.fiscal.yes.includes(said)
}

/** Owes it to the device and waits until it came out, or is told why it waits. */
async function ask(
  session: Session,
  name: string | undefined,
  task: AskDevice['task'],
  door: Door,
): Promise<void> {
  const device = await deviceMeant(session, name)
  const asked = await askDevice(session.ctx(), { id: randomUUIDv7(), device: device.name, task })
  const printer = await printerNamed(session.ctx().db, device.name)
  const job = await untilPrinted(session, printer, asked.printJobId)
  answer(door, jobJson(job), door.words.fiscal.done(job.title, jobStateText(job, door)))
  if (job.state !== 'printed') process.exitCode = EXIT.fault
}

async function documents(session: Session, given: Given<'fiscal documents'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { columns, tasks } = door.words.fiscal
  const issued = await listDocuments(ctx, periodGiven(given, ctx.today))
  const isForPeople = !door.options.json && !given.has('csv')
  const text = (key: keyof typeof columns, spare = false) => ({
    key,
    title: columns[key],
    kind: 'text' as const,
    spare,
  })
  answerTable(
    door,
    {
      name: 'fiscal-documents',
      title: '',
      subtitle: [],
      columns: [
        text('issued_at'),
        text('device'),
        text('task'),
        text('document'),
        text('unp'),
        text('receipt'),
        text('fiscal_memory', true),
        { key: 'amount', title: columns.amount, kind: 'money' },
      ],
      rows: issued.map(({ issuedAt, fiscalMemory, task, ...one }) => ({
        ...one,
        issued_at: isForPeople ? showMoment(issuedAt, door.lang) : issuedAt.toString(),
        task: isForPeople ? tasks[task] : task,
        fiscal_memory: fiscalMemory,
      })),
      totals: null,
    },
    given.has('csv'),
  )
}

async function tell(session: Session, given: Given<'fiscal tell'>, door: Door): Promise<void> {
  const job = await jobNamed(session, given.arg('job'))
  const typed = given.text('at')
  const at = typed === undefined ? null : readTime(typed)
  if (typed !== undefined && !at) throw refusal('period.wrong', { text: typed })
  const { title, document } = await tellDocument(session.ctx(), {
    jobId: job.id,
    document: given.text('document') ?? '',
    fiscalMemory: given.text('memory') ?? null,
    at,
  })
  answer(door, { id: job.id, document }, door.words.fiscal.told(title, document))
}

/** `2026-11-22 14:03` or with seconds, in the time of the town. */
function readTime(text: string): Temporal.Instant | null {
  if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?$/.test(text.trim())) return null
  try {
    return Temporal.PlainDateTime.from(text.trim().replace(' ', 'T')).toZonedDateTime(ZONE).toInstant()
  } catch {
    return null
  }
}
