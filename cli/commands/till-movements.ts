import { randomUUIDv7 } from 'node:crypto'
import type { Session } from '../../office/staff/sign-in.ts'
import { moveCash } from '../../office/tills/move-cash.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import type { MovementKind } from '../../rules/till-report.ts'
import { amountOf } from '../amounts.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { withSession } from '../town.ts'

export const tillMovementCommands = () => [
  declare(
    'till pay-in',
    (given, door) =>
      withSession(door, 'tills.move_cash', session => {
        const moved = { amount: amountOf(given.arg('amount')), counterparty: given.text('from') ?? null }
        return move(session, { kind: 'pay_in', reason: given.text('reason') ?? '', ...moved }, door)
      }),
    { required: ['reason'] },
  ),
  declare(
    'till pay-out',
    (given, door) =>
      withSession(door, 'tills.move_cash', session => {
        const moved = { amount: amountOf(given.arg('amount')), counterparty: given.text('to') ?? null }
        return move(session, { kind: 'pay_out', reason: given.text('reason') ?? '', ...moved }, door)
      }),
    { required: ['reason'] },
  ),
  declare(
    'till no-sale',
    (given, door) =>
      withSession(door, 'tills.move_cash', session => {
        const reason = given.text('reason') ?? ''
        return move(session, { kind: 'no_sale', reason, amount: ZERO, counterparty: null }, door)
      }),
    { required: ['reason'] },
  ),
]

type Movement = { kind: MovementKind; amount: Cents; reason: string; counterparty: string | null }

async function move(session: Session, movement: Movement, door: Door): Promise<void> {
  const moved = await moveCash(session.ctx(), { id: randomUUIDv7(), ...movement })
  const { cashMoved } = door.words
  answer(
    door,
    {
      id: moved.id,
      kind: moved.kind,
      amount_cents: moved.amount,
      voucher: moved.voucher,
      print_job: moved.printJobId,
    },
    moved.kind === 'no_sale'
      ? cashMoved.no_sale
      : cashMoved[moved.kind](showEuro(moved.amount, door.lang), moved.voucher ?? ''),
  )
}
