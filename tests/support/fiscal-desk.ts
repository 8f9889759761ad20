import { randomUUIDv7 } from 'node:crypto'
import { setFiscal } from '../../office/services/set-fiscal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Service } from '../../rules/services.ts'
import type { TestTown } from './town.ts'

/** A fiscal device at a desk, as the owner puts it there: the id of its printer. */
export async function fiscalDeviceAt(
  town: TestTown,
  desk: number,
  { name = 'ФУ 1', number = 'DT000600', profile = 'datecs-fp', line = 'file:/nowhere/fiscal' } = {},
): Promise<string> {
  const id = randomUUIDv7()
  await town.sql`insert into printers (id, name, profile, line) values (${id}, ${name}, ${profile}, ${line})`
  await town.sql`insert into fiscal_devices (printer_id, device_number, operator, operator_password)
    values (${id}, ${number}, 1, '0000')`
  await town.sql`insert into fiscal_desks (desk_id, printer_id)
    select id, ${id} from desks where number = ${desk}`
  return id
}

/** From today on this service needs a fiscal receipt, in group Б. */
export const needsFiscalReceipt = (admin: Session, { code }: Service): Promise<unknown> =>
  setFiscal(admin.ctx(), { code, taxGroup: 2, validFrom: admin.ctx().today, ground: 'Указание 12/2026' })

/** The device printed what it owed for a payment, under the numbers that follow. */
export async function issued(town: TestTown, jobId: string, document = '0000123'): Promise<void> {
  await town.sql`update print_jobs set state = 'printed', confirmed = true where id = ${jobId}`
  await town.sql`insert into fiscal_documents
      (job_id, printer_id, task, payment_id, document, fiscal_memory, issued_at, amount_cents)
    select id, printer_id, paper -> 'fiscal' ->> 'task',
      case when kind in ('fiscal-receipt', 'fiscal-storno') then subject_id end,
      ${document}, '02000600', now(), (paper -> 'fiscal' ->> 'totalCents')::bigint
    from print_jobs where id = ${jobId}`
}
