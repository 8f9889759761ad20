import { myTill } from '../../office/tills/lookup.ts'
import { type DeskOptions, openTestDesk, type TestDesk } from './desk-door.ts'
import { openTillFor, type TestTown } from './town.ts'

/** The program at an open till with 50 € in it, waiting for the first service. */
export async function atTheTill(town: TestTown, options: DeskOptions = {}): Promise<TestDesk> {
  const session = await town.signIn(options.as ?? 'kasa1', options.desk ?? 1)
  if (!(await myTill(session.ctx()))) await openTillFor(session)
  await session.close()
  const screen = await openTestDesk(town, options)
  await screen.until(options.lang === 'en' ? 'The basket is empty' : 'Кошницата е празна')
  return screen
}

/** How many payments and receipts the town has, as its owner sees them. */
export async function paymentsOf(
  town: TestTown,
): Promise<{ payments: number; receipts: number; total: string }> {
  const [row] = await town.sql<{ payments: number; receipts: number; total: string }[]>`
    select (select count(*)::int from payments) as payments, (select count(*)::int from receipts) as receipts,
      (select coalesce(sum(total_cents), 0)::text from payments) as total`
  if (!row) throw new Error('a count without an answer')
  return row
}
