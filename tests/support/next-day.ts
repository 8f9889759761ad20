import type { TestTown } from './town.ts'

/** A night passes: all that the cash desk has done so far becomes one day older. Only the owner can do that. */
export async function nextDay(town: TestTown): Promise<void> {
  const moments = {
    tills: 'opened_at',
    till_closings: 'closed_at',
    payments: 'taken_at',
    reversals: 'reversed_at',
    cash_movements: 'moved_at',
    cash_vouchers: 'issued_at',
    bank_deposits: 'made_at',
    terminal_reports: 'reported_at',
  }
  await town.sql.begin(async sql => {
    for (const [table, column] of Object.entries(moments)) {
      await sql`alter table ${sql(table)} disable trigger user`
      await sql`update ${sql(table)} set ${sql(column)} = ${sql(column)} - interval '1 day'`
      if (table === 'terminal_reports') await sql`update terminal_reports set day = day - 1`
      await sql`alter table ${sql(table)} enable trigger user`
    }
  })
}
