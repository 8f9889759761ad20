import { randomUUIDv7 } from 'node:crypto'
import type { OtherTender, PaidLine } from './acts.ts'
import type { Books, Pay, Service } from './expected/books.ts'
import { totalOf } from './expected/payments.ts'
import type { Chance } from './seeded.ts'

/** What a customer wants, who pays and how: mostly what a town hall sees, now and then what the office must refuse. */
export function customer(books: Books, chance: Chance): Pay {
  const lines = wanted(books, chance)
  const payerId = chance.percent(45) ? chance.oneOf([...books.payers.keys()]) : null
  return paying(books, chance, { paymentId: randomUUIDv7(), lines, payerId })
}

/** The money for these lines: cash, a card, a transfer, or parts of each; sometimes not enough, sometimes too much. */
export function paying(
  books: Books,
  chance: Chance,
  { paymentId, lines, payerId }: { paymentId: string; lines: PaidLine[]; payerId: string | null },
): Pay {
  const total = totalOf(books, lines)
  const others = otherTenders(books, chance, total)
  const cash = total - others.reduce((sum, other) => sum + other.amount, 0n)
  const over = cash + BigInt(chance.between(1, 5_000))
  const given = cash > 0n ? chance.oneOf([null, null, cash, over, over, over]) : null
  const short = chance.percent(3) ? cash - 1n : given
  return { act: 'payments.take', paymentId, lines, given: cash > 1n ? short : given, others, payerId }
}

function wanted(books: Books, chance: Chance): PaidLine[] {
  if (chance.percent(1)) return []
  const lines = Array.from({ length: chance.between(1, 4) }, () => serviceLine(books, chance))
  const open = [...books.bills.values()].filter(bill => bill.state === 'open')
  const bills = chance.percent(15) ? chance.shuffled(open).slice(0, chance.between(1, 3)) : []
  const settled = [...books.bills.values()].filter(bill => bill.state !== 'open')
  const wrong = chance.percent(2) && settled.length > 0 ? [chance.oneOf(settled)] : []
  const billed = [...bills, ...wrong].map(bill => ({ billId: bill.id }))
  return chance.shuffled(billed.length > 0 ? [...lines.slice(1), ...billed] : lines)
}

function serviceLine(books: Books, chance: Chance): PaidLine {
  const service = chance.percent(15)
    ? chance.oneOf(books.services.filter(s => s.open))
    : anyService(books, chance)
  const { speed, fee } = chance.oneOf(service.fees)
  const quantity = chance.percent(80) ? 1 : chance.between(2, 12)
  if (!service.open) {
    const price = chance.percent(1) ? (fee ?? 0n) + 1n : (fee ?? 0n)
    return { serviceId: service.id, speed, quantity, price }
  }
  const large = chance.percent(10) ? 900_000 : 20_000
  return { serviceId: service.id, speed, quantity: 1, price: BigInt(chance.between(1, large)) }
}

const anyService = (books: Books, chance: Chance): Service => chance.oneOf(books.services)

function otherTenders(books: Books, chance: Chance, total: bigint): OtherTender[] {
  const how = chance.between(1, 100)
  if (total < 2n || how <= 68) return []
  if (how <= 80) return [card(books, chance, total)]
  if (how <= 86) return [transfer(chance, total)]
  if (how <= 88) return [card(books, chance, total + 1n)]
  const part = BigInt(chance.between(1, Number(total - 1n)))
  if (how <= 96) return [card(books, chance, part)]
  const rest = total - part
  return [card(books, chance, part), transfer(chance, rest > 1n ? rest - 1n : rest)]
}

function card(books: Books, chance: Chance, amount: bigint): OtherTender {
  const used = [...books.slips]
  const again = chance.percent(2) && used.length > 0 ? chance.oneOf(used) : null
  const [terminal, rrn] = again?.split(' ') ?? [
    `TID0000${chance.between(1, 3)}`,
    String(chance.between(0, 999_999_999)).padStart(12, '0'),
  ]
  const cardTail = String(chance.between(0, 9999)).padStart(4, '0')
  return { tender: 'card', amount, terminal: terminal!, authorisation: 'A12345', rrn: rrn!, cardTail }
}

const transfer = (chance: Chance, amount: bigint): OtherTender => ({
  tender: 'bank',
  amount,
  reference: `ПН ${chance.between(1, 99_999)}`,
})
