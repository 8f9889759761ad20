import { randomUUIDv7 } from 'node:crypto'
import { depositNumbered, listDeposits, listWaitingTills } from '../office/books/list-deposits.ts'
import { makeDeposit } from '../office/books/make-deposit.ts'
import { printCopy } from '../office/print/print-copy.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { readMoney } from '../rules/counting.ts'
import type { HandedTill } from '../rules/deposits.ts'
import { showEuro } from '../rules/money.ts'
import { Refusal, refusal } from '../rules/refusal.ts'
import { depositsTable, waitingTable } from '../rules/reports/deposits.ts'
import { depositJson, madeJson, waitingJson } from './book-json.ts'
import type { Given } from './command.ts'
import type { Door } from './door.ts'
import { answer, answerTable } from './output/answer.ts'
import { toJson } from './output/json.ts'
import { showPaper } from './output/show-paper.ts'
import { printOwed } from './printing.ts'

const MOST_LISTED = 50

type Asked = Given<'books deposit'>

/** What waits to be handed over, and what was handed over last. */
export async function deposits(session: Session, given: Asked, door: Door): Promise<void> {
  const ctx = session.ctx()
  const [waiting, made] = await Promise.all([listWaitingTills(ctx), listDeposits(ctx, MOST_LISTED)])
  if (door.options.json)
    return door.answer(toJson({ waiting: waiting.map(waitingJson), deposits: made.map(depositJson) }))
  const { papers } = door.texts
  if (!given.has('csv')) {
    answerTable(door, waitingTable(waiting, ctx.town, papers, door.lang))
    door.answer('')
  }
  answerTable(door, depositsTable(made, ctx.town, papers, door.lang), given.has('csv'))
}

/** `--make`: the named closed tills, or all that wait. */
export async function makeOne(session: Session, given: Asked, door: Door): Promise<void> {
  const money = readMoney(given.text('money') ?? '')
  if (money instanceof Refusal) throw money
  const waiting = await listWaitingTills(session.ctx())
  const made = await makeDeposit(session.ctx(), {
    id: randomUUIDv7(),
    tillIds: chosen(waiting, given.text('tills')).map(till => till.id),
    money,
    note: given.text('note') ?? null,
  })
  if (given.has('print')) await printOwed(session, made.printJobId, door, door.words.bookNotPrinted)
  answer(door, madeJson(made), door.words.deposited(made.number, showEuro(made.amount, door.lang)))
}

/** The tills that the Z numbers name, parted by commas; a Z that waits for nothing is refused. */
function chosen(waiting: readonly HandedTill[], numbers: string | undefined): readonly HandedTill[] {
  if (numbers === undefined) return waiting
  return numbers
    .split(',')
    .map(number => number.trim())
    .filter(Boolean)
    .map(number => {
      const till = waiting.find(one => one.number === number)
      if (!till) throw refusal('deposit.till_unknown', {})
      return till
    })
}

/** `--show`: the list as it was printed, again as a duplicate where it is to be printed. */
export async function showOne(session: Session, given: Asked, door: Door): Promise<void> {
  const ctx = session.ctx()
  const deposit = await depositNumbered(ctx, given.text('show') ?? '')
  if (given.has('print')) {
    const id = randomUUIDv7()
    const owed = await printCopy(ctx, { id, jobId: deposit.printJobId })
    await printOwed(session, id, door, door.words.bookNotPrinted)
    return answer(door, { ...owed, print_job: id }, door.words.bookPrinted(owed.title))
  }
  await showPaper(door, session, deposit.paper, depositJson(deposit), given.text('pdf'))
}
