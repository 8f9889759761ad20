import { randomUUIDv7 } from 'node:crypto'
import { authorise } from '../../office/authority.ts'
import { leftAtDesk } from '../../office/books/voucher.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, type OpenTill, openTillHere } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { readMoney, sumOfMoney } from '../../rules/counting.ts'
import { showTime } from '../../rules/dates.ts'
import { type Cents, cents, showEuro, ZERO } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { floatToLeave } from '../../rules/tills.ts'
import { amountOf } from '../amounts.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { refuseOtherSession } from '../other-session.ts'
import { answer } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { tillMovementCommands } from './till-movements.ts'
import { tillReportCommands } from './till-reports.ts'

export const tillCommands = () => [
  declare('till open', (given, door) =>
    withSession(door, 'tills.open', session => open(session, given, door)),
  ),
  declare('till close', (given, door) => {
    if ([given.has('counted'), given.has('money'), given.has('exact')].filter(Boolean).length !== 1)
      throw new WrongUsage(door.lang, usage => usage.countedOrExact)
    return withSession(door, 'tills.close', session => close(session, given, door))
  }),
  declare('till show', (_, door) => withSession(door, 'tills.see', session => show(session, door))),
  ...tillMovementCommands(),
  ...tillReportCommands(),
]

async function open(session: Session, given: Given<'till open'>, door: Door): Promise<void> {
  const float = given.text('float')
  const ctx = session.ctx()
  const left = ctx.desk ? await leftAtDesk(ctx.db, ctx.desk.id) : ZERO
  const till = await openTill(session.ctx(), {
    tillId: randomUUIDv7(),
    openingFloat: float === undefined ? left : amountOf(float),
  })
  answer(door, tillJson(till), door.words.tillOpened(till.desk, showEuro(till.openingFloat, door.lang)))
}

async function close(session: Session, given: Given<'till close'>, door: Door): Promise<void> {
  const till = await openTillHere(session.ctx())
  await refuseOtherSession(session)
  const { counted, countedMoney } = countOf(till, given)
  const left = given.text('left')
  const closed = await closeTill(session.ctx(), {
    tillId: till.id,
    counted,
    countedMoney,
    left: left === undefined ? floatToLeave(till.openingFloat, counted) : amountOf(left),
    reason: given.text('reason') ?? null,
  })
  const euro = (amount: Cents) => showEuro(amount, door.lang)
  answer(
    door,
    {
      till: closed.tillId,
      z: closed.number,
      closed_at: closed.closedAt.toString(),
      expected_cents: closed.expected,
      counted_cents: closed.counted,
      difference_cents: closed.difference,
      left_cents: closed.left,
    },
    [
      door.words.tillClosed(
        till.desk,
        euro(closed.expected),
        euro(closed.counted),
        closed.difference === 0n ? null : euro(closed.difference),
      ),
      door.words.tillHandedOver(closed.number, euro(cents(closed.counted - closed.left)), euro(closed.left)),
    ].join('\n'),
  )
}

/** What was counted: as a sum, by notes and coins, or exactly what there should be. */
function countOf(till: OpenTill, given: Given<'till close'>) {
  const typed = given.text('counted')
  if (typed !== undefined) return { counted: amountOf(typed), countedMoney: null }
  const pieces = given.text('money')
  if (pieces === undefined) return { counted: till.expected, countedMoney: null }
  const countedMoney = readMoney(pieces)
  if (countedMoney instanceof Refusal) throw countedMoney
  return { counted: sumOfMoney(countedMoney), countedMoney }
}

async function show(session: Session, door: Door): Promise<void> {
  const ctx = session.ctx()
  authorise(ctx, 'tills.see')
  const till = await myTill(ctx)
  if (!till) return answer(door, null, door.words.noTill)
  const euro = (amount: Cents) => showEuro(amount, door.lang)
  answer(
    door,
    tillJson(till),
    door.words.tillShown(
      till.desk,
      showTime(till.openedAt),
      till.payments,
      euro(till.openingFloat),
      euro(till.cashTaken),
      euro(till.expected),
    ),
  )
}

const tillJson = (till: OpenTill) => ({
  till: till.id,
  desk: till.desk,
  opened_at: till.openedAt.toString(),
  payments: till.payments,
  opening_float_cents: till.openingFloat,
  cash_taken_cents: till.cashTaken,
  expected_cents: till.expected,
})
