import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { issueBill } from '../../office/bills/issue-bill.ts'
import { payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { listServices } from '../../office/services/list-services.ts'
import { type RefusalCode, type RefusalFacts, refusal } from '../../rules/refusal.ts'
import { atTheTill, paymentsOf } from './at-the-till.ts'
import { type DeskOptions, stillFrame, type TestDesk } from './desk-door.ts'
import { type TestTown, testTown } from './town.ts'

/** Somebody of the demo town with two bills of 8,69 € together. */
export const MARIA = 'Мария Петрова Чаушева'

/** The sentence of a refusal as far as its first row shows it for certain. */
export const told = <C extends RefusalCode>(code: C, facts: RefusalFacts[C]): string =>
  describeRefusal(refusal(code, facts), 'bg').slice(0, 48)

/** A demo town for the tests of one file, and in each of them the program at an open till, once `sitDown` was called. */
export function atTheDesk() {
  let issued = 0
  let before: Awaited<ReturnType<typeof paymentsOf>>
  const here = {
    town: undefined as unknown as TestTown,
    screen: undefined as unknown as TestDesk,
    sitDown: async (options: DeskOptions = {}) => {
      here.screen = await atTheTill(here.town, options)
      return here.screen
    },
    shows: async (name: string) =>
      expect(await stillFrame(here.screen)).toMatchFileSnapshot(`../golden/screens/${name}.txt`),
    /** Payments since the test began. */
    taken: async () => (await paymentsOf(here.town)).payments - before.payments,
    lastPayment: async () => {
      const [row] = await here.town.sql`select * from payments order by taken_at desc limit 1`
      return row!
    },
    /** The ЕГН, ЛНЧ or ЕИК of somebody of the demo town. */
    numberOf: async (name: string): Promise<string> => {
      const [row] = await here.town.sql`select identifier from parties where name = ${name} limit 1`
      return row!['identifier']
    },
    /** A bill of 35,00 € for somebody, by name; its number. */
    billFor: async (name: string): Promise<string> => {
      const delo = await here.town.signIn('delo')
      const party = await payerAtDesk(delo.ctx(), { identifier: await here.numberOf(name) })
      const [service] = await listServices(delo.ctx())
      const number = `ОТ-${++issued}/2026`
      await issueBill(delo.ctx(), {
        id: randomUUIDv7(),
        kind: 'request',
        number,
        subject: { serviceId: service!.id },
        amount: 3500n,
        payerId: party!.party.id,
        dueOn: null,
      })
      await delo.close()
      return number
    },
  }
  beforeAll(async () => {
    here.town = await testTown('18')
  })
  afterAll(async () => here.town.close())
  beforeEach(async () => {
    before = await paymentsOf(here.town)
  })
  afterEach(async () => {
    await here.screen.close()
    expect(here.screen.bugs).toEqual([])
  })
  return here
}
