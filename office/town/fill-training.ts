import { asc, desc, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { logbook } from '../../db/schema/logbook.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { inTransaction } from '../transaction.ts'
import { inventDocuments } from './demo-documents.ts'
import { inventPeople } from './demo-register.ts'

/**
 * Gives a new database for training somebody to practise with: invented people, what they owe and what they wrote, issued by the town's own
 * clerk where it has one. The real register is not there: nobody learns with the data of others.
 */
export const fillTraining = (db: Db, today: Temporal.PlainDate): Promise<void> =>
  inTransaction({ db }, async tx => {
    const [[issuer], offered] = await Promise.all([
      tx
        .select({ id: staff.id })
        .from(staff)
        .orderBy(desc(sql`${staff.post} = 'clerk'`), asc(staff.login))
        .limit(1),
      tx.select().from(services),
    ])
    if (issuer) {
      const people = await inventPeople(tx, offered, issuer.id, today)
      await inventDocuments(tx, people, issuer.id, today)
    }
    await tx.insert(logbook).values({ act: 'training.make', facts: {} })
  })
