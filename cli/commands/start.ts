import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { TownDatabase } from '../../db/place.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { printerOfDesk } from '../../office/print/lookup.ts'
import { makeReport } from '../../office/reports/make-report.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, type OpenTill, openTillHere } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { DEMO_PASSWORD, DEMO_STAFF } from '../../office/town/demo-town.ts'
import { cents, divide, showEuro } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { totalOf } from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { periodOf } from '../../rules/reports/periods.ts'
import { basketLine } from '../basket.ts'
import { declare } from '../command.ts'
import { openDesk } from '../desk-door.ts'
import type { Door } from '../door.ts'
import { ensureDemo } from '../founding.ts'
import { refuseOtherSession } from '../other-session.ts'
import { tableText } from '../output/table-text.ts'
import { jobNamed, untilPrinted } from '../printing.ts'
import { enterTown, reachTown } from '../town.ts'

/** Two services of the civil registry and one of the tax office. */
const SHOWN = ['2016', '2*2037:fast', '2396']
const FLOAT = cents(50_00)
const NOTE = 10_00n
const PAPER_COLUMNS = 42
const SHOWN_COLUMNS = 80
const PATIENCE = 40
const SEAT_AGAIN_MS = 250

export const startCommands = () => [
  declare('start', async (_, door) => {
    const town = await reachTown({ ...door, progress: door.say })
    const demo = await ensureDemo(door, town)
    if (process.stdin.isTTY && process.stdout.isTTY) return openDesk(door, town)
    if (!demo) return door.answer(door.words.start.realTown)
    await showMainJob(door, town)
  }),
]

/** The main job once, by the operations that the screens and commands use. */
async function showMainJob(door: Door, town: TownDatabase): Promise<void> {
  const { session, till, wasOpen } = await takeSeat(door, town)
  const { start: words } = door.words
  const euro = (amount: bigint) => showEuro(cents(amount), door.lang)
  try {
    door.answer(words.signedIn(session.who.name, till.desk, session.town.name[door.lang]))
    door.answer(wasOpen ? words.tillWasOpen(euro(till.expected)) : words.tillOpened(euro(till.expected)))
    const taken = await takeShownPayment(session)
    door.answer(words.taken(euro(taken.total), euro(taken.given), euro(taken.change)))
    await printOut(session, taken.printJobId)
    door.answer(`\n${framed(textOf(taken.paper, PAPER_COLUMNS))}\n`)
    const { expected } = await openTillHere(session.ctx())
    await closeTill(session.ctx(), { tillId: till.id, counted: expected, reason: null })
    await printOut(session, (await jobNamed(session, 'last')).id)
    door.answer(`${words.tillClosed(euro(expected))}\n`)
    await showReport(session, door)
    door.answer(`\n${words.next}`)
  } finally {
    await session.close()
  }
}

type Seat = { session: Session; till: OpenTill; wasOpen: boolean }

/** A seat at the demo's desks; where all are taken, the next one that becomes free. */
async function takeSeat(door: Door, town: TownDatabase): Promise<Seat> {
  for (let turn = 1; ; turn++) {
    const seat = await freeSeat(door, town)
    if (!(seat instanceof Refusal)) return seat
    if (turn === PATIENCE) throw seat
    await pause(SEAT_AGAIN_MS)
  }
}

/** A demo cashier at a desk, with the till that was left open or a new one; who is at work already is not disturbed. */
async function freeSeat(door: Door, town: TownDatabase): Promise<Seat | Refusal> {
  let why: Refusal | null = null
  for (const { login } of DEMO_STAFF.filter(member => member.post === 'cashier'))
    for (const desk of [null, 2, 3]) {
      const seat = { desk, program: 'gishe start', training: false }
      const session = await enterTown(door, town, { login, password: DEMO_PASSWORD }, seat)
      try {
        return await sitDown(session)
      } catch (error) {
        await session.close()
        if (!(error instanceof Refusal)) throw error
        why = error as unknown as Refusal
      }
    }
  return why ?? refusal('desk.needed', {})
}

async function sitDown(session: Session): Promise<Seat> {
  const left = await myTill(session.ctx())
  const wasOpen = left !== null && left.deskId === session.desk?.id
  const till = wasOpen ? left : await openTill(session.ctx(), { tillId: randomUUIDv7(), openingFloat: FLOAT })
  await refuseOtherSession(session)
  const isOurs = await session.holds.take('till', till.id)
  if (!isOurs || (await myTill(session.ctx()))?.id !== till.id) throw refusal('till.not_open', {})
  return { session, till, wasOpen }
}

async function takeShownPayment(session: Session) {
  const services = await listServices(session.ctx())
  const basket = SHOWN.map(text => basketLine(text, services))
  const lines = basket.map(({ service, speed, quantity, price }) => ({
    serviceId: service.id,
    speed,
    quantity,
    price: price ?? cents(0),
  }))
  const given = cents(divide(totalOf(basket), NOTE, 'up') * NOTE)
  return takePayment(session.ctx(), { paymentId: randomUUIDv7(), lines, given })
}

async function printOut(session: Session, jobId: string): Promise<void> {
  if (!session.desk) return
  await untilPrinted(session, await printerOfDesk(session.ctx().db, session.desk.id), jobId)
}

async function showReport(session: Session, door: Door): Promise<void> {
  const today = periodOf({}, session.ctx().today)
  if (today instanceof Refusal) throw today
  const asked = { report: 'cash', period: today, by: 'department', tender: null, compare: null } as const
  door.answer(tableText(await makeReport(session.ctx(), asked), door.lang, SHOWN_COLUMNS))
}

const framed = (paper: string): string => {
  const edge = `+${'-'.repeat(PAPER_COLUMNS + 2)}+`
  return [edge, ...paper.split('\n').map(line => `| ${line.padEnd(PAPER_COLUMNS)} |`), edge].join('\n')
}
