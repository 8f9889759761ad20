import { randomUUIDv7 } from 'node:crypto'
import { authorise } from '../../office/authority.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, tillToClose } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { showTime } from '../../rules/dates.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import { amountOf } from '../amounts.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { refuseOtherSession } from '../other-session.ts'
import { answer } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const tillCommands = () => [
  declare('till open', (given, door) =>
    withSession(door, 'tills.open', session => open(session, given, door)),
  ),
  declare('till close', (given, door) => {
    if (given.has('counted') === given.has('exact'))
      throw new WrongUsage(door.lang, usage => usage.countedOrExact)
    return withSession(door, 'tills.close', session => close(session, given, door))
  }),
  declare('till show', (_, door) => withSession(door, 'tills.see', session => show(session, door))),
]

async function open(session: Session, given: Given<'till open'>, door: Door): Promise<void> {
  const float = given.text('float')
  const till = await openTill(session.ctx(), {
    tillId: randomUUIDv7(),
    openingFloat: float === undefined ? ZERO : amountOf(float),
  })
  answer(door, tillJson(till), door.words.tillOpened(till.desk, showEuro(till.openingFloat, door.lang)))
}

async function close(session: Session, given: Given<'till close'>, door: Door): Promise<void> {
  const typed = given.text('counted')
  const till = await tillToClose(session.ctx())
  await refuseOtherSession(session)
  const closed = await closeTill(session.ctx(), {
    tillId: till.id,
    counted: typed === undefined ? till.expected : amountOf(typed),
    reason: given.text('reason') ?? null,
  })
  const euro = (amount: Cents) => showEuro(amount, door.lang)
  answer(
    door,
    {
      till: closed.tillId,
      closed_at: closed.closedAt.toString(),
      expected_cents: closed.expected,
      counted_cents: closed.counted,
      difference_cents: closed.difference,
    },
    door.words.tillClosed(
      till.desk,
      euro(closed.expected),
      euro(closed.counted),
      closed.difference === 0n ? null : euro(closed.difference),
    ),
  )
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

const tillJson = (till: NonNullable<Awaited<ReturnType<typeof myTill>>>) => ({
  till: till.id,
  desk: till.desk,
  opened_at: till.openedAt.toString(),
  payments: till.payments,
  opening_float_cents: till.openingFloat,
  cash_taken_cents: till.cashTaken,
  expected_cents: till.expected,
})
