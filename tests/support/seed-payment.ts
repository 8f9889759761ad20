import { randomUUIDv7 } from 'node:crypto'
import type { TestTown } from './town.ts'

/** A payment as if taken then: only the owner can say when. At a till of its own, so that it disturbs no open one. */
export async function seedPayment(
  town: TestTown,
  login: string,
  desk: number,
  takenAt: string,
  amount: bigint,
): Promise<{ year: number; number: number }> {
  const [id, till, cents] = [randomUUIDv7(), randomUUIDv7(), String(amount)]
  return town.sql.begin(async sql => {
    await sql`alter table tills disable trigger tills_listed`
    await sql`insert into tills (id, desk_id, staff_id, opened_at, opening_float_cents)
      select ${till}, d.id, s.id, ${takenAt}, 0 from desks d, staff s where d.number = ${desk} and s.login = ${login}`
    await sql`set constraints tills_are_in_the_books immediate`
    await sql`alter table tills enable trigger tills_listed`
    await sql`insert into payments (id, till_id, taken_at, total_cents, content)
      values (${id}, ${till}, ${takenAt}, ${cents}, ${id})`
    await sql`insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents)
      select ${id}, 1, id, department_id, name_bg, 'normal', 1, ${cents}, ${cents} from services order by code limit 1`
    await sql`insert into payment_tenders (payment_id, ordinal, tender, amount_cents, given_cents, change_cents)
      values (${id}, 1, 'cash', ${cents}, ${cents}, 0)`
    const [receipt] = await sql<{ year: number; number: number }[]>`
      insert into receipts (payment_id) values (${id}) returning year, number`
    return { ...receipt! }
  })
}
