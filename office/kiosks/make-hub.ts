import { randomUUIDv7 } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { logbook } from '../../db/schema/logbook.ts'
import { staff } from '../../db/schema/staff.ts'
import { refuseShortPassword } from '../staff/add-staff.ts'
import { scramVerifier } from '../staff/scram.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'

/**
 * Adds the hub to a town whose database is this machine's own, as its owner. False where somebody with this login is there: who that is
 * and what opens its door is the administrator's word.
 */
export async function makeHub(
  db: Db,
  { login, name, password }: { login: string; name: string; password: string },
): Promise<boolean> {
  refuseShortPassword(password)
  return inTransaction({ db }, async tx => {
    await oneAtATime(tx, 'kiosks.hub')
    const [known] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.login, login))
    if (known) return false
    const id = randomUUIDv7()
    await tx.execute(sql`select add_staff(${id}, ${login}, ${name}, 'hub', ${scramVerifier(password)})`)
    await tx.insert(logbook).values({ act: 'staff.add', subjectId: id, facts: { login, name, post: 'hub' } })
    return true
  })
}
