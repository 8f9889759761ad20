import { randomUUIDv7 } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { type Service, speedsOf } from '../../rules/services.ts'
import { type DeskLogin, signInAtDesk, whileLineFails } from '../days/desk-login.ts'
import { type Intent, type Line, openJournal, readJournal } from '../days/journal.ts'
import { type Chance, seeded } from '../days/seeded.ts'

/** How a cashier works: `resends` what was not answered before the program died; `pause_ms` at most between customers. */
export type TillOrders = DeskLogin & {
  journal: string
  seed: number
  resends: boolean
  float_cents: number
  pause_ms: number
}

/**
 * A cashier at a desk, killed at any moment: signs in, takes or opens the till, takes payments until told to stop (SIGTERM).
 * Says `ready`, `intent` and `done` on stdout; the journal is what counts.
 */
const orders = JSON.parse(process.argv[2] ?? '') as TillOrders
// It is killed before it would keep what was compiled for its next start.
flushCompileCache()
let working = true
process.on('SIGTERM', () => {
  working = false
})
// Whoever started it is gone.
process.stdin.resume().on('end', () => process.exit(1))
const chance = seeded(orders.seed)
const session = await signInAtDesk(orders, `till ${orders.desk}`)
await holdTill(session)
const catalogue = await whileLineFails(() => listServices(session.ctx()))
const unanswered = lastUnanswered()
const journal = openJournal(orders.journal)
say('ready')
if (unanswered && orders.resends) await pay(unanswered)
while (working) {
  const intent = nextCustomer(catalogue, chance)
  journal.write(intent)
  say('intent')
  await pay(intent)
  await pause(chance.between(0, orders.pause_ms))
}
await session.close()
process.exit()

/** One program at a till: a killed one keeps it until the database has seen that it is gone. */
async function holdTill(session: Session): Promise<void> {
  const tillId = randomUUIDv7()
  const openingFloat = BigInt(orders.float_cents)
  const till = await whileLineFails(
    async () => (await myTill(session.ctx())) ?? openTill(session.ctx(), { tillId, openingFloat }),
  )
  while (!(await whileLineFails(() => session.holds.take('till', till.id)))) await pause(10)
}

function lastUnanswered(): Intent | null {
  const { intents, done } = readJournal(orders.journal)
  const last = intents.at(-1)
  return last && !done.some(answer => answer.paymentId === last.paymentId) ? last : null
}

/** Under its one id until there is an answer: a line that is lost half-way is no reason to pay twice. */
async function pay({ paymentId, lines, given }: Intent): Promise<void> {
  const input = {
    paymentId,
    lines: lines.map(line => ({ ...line, price: BigInt(line.price) })),
    given: given === null ? null : BigInt(given),
  }
  const taken: PaymentTaken = await whileLineFails(() => takePayment(session.ctx(), input))
  const { receiptNumber, total, change } = taken
  journal.write({ done: true, paymentId, receiptNumber, total: `${total}`, change: `${change}` })
  say('done')
}

function nextCustomer(services: Service[], chance: Chance): Intent {
  const wanted = chance.shuffled(services.flatMap(service => payable(service, chance)))
  const lines = wanted.slice(0, chance.between(1, 4))
  const total = lines.reduce((sum, line) => sum + BigInt(line.price) * BigInt(line.quantity), 0n)
  const given = chance.oneOf([null, total, total + BigInt(chance.between(1, 5000))])
  return { intent: true, paymentId: randomUUIDv7(), lines, given: given === null ? null : `${given}` }
}

function payable(service: Service, chance: Chance): Line[] {
  const speed = chance.oneOf(speedsOf(service))
  const fee = service.fees[speed]
  if (!fee || fee.cents === 0n) return []
  const price = service.pricing === 'open' ? chance.between(1, 20_000) : fee.cents
  if (price === null) return []
  return [{ serviceId: service.id, speed, quantity: chance.between(1, 3), price: `${price}` }]
}

function say(word: string): void {
  process.stdout.write(`${word}\n`)
}
