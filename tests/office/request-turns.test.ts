import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Ctx } from '../../office/context.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import { showRequest } from '../../office/requests/show-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { somebody } from '../support/at-the-registry.ts'
import { registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

test.each(newest)('who waited for a request tells of it last, on PostgreSQL %s', async version => {
  const town = await registryTown(version)
  const { requestId } = await town.seedRequest({ department: 'kad1', dueOn: town.today.add({ days: 20 }) })
  const applicant = await somebody(await town.signIn('delo'))
  await town.sql`insert into document_parties (document_id, ordinal, role, party_id, name)
    values (${requestId}, 1, 'applicant', ${applicant}, 'Асен')`
  const [first, second] = await Promise.all([town.signIn('kada1', null), town.signIn('kada2', null)])
  const suspend = (ctx: Ctx) =>
    suspendRequest(ctx, { id: randomUUIDv7(), requestId, reason: 'чл. 54 АПК', act: null })
  await suspend(second.ctx())
  const slow = heldBack(first.ctx())
  const waiting = suspend(slow.ctx)
  await slow.begun
  await resumeRequest(second.ctx(), { id: randomUUIDv7(), requestId, reason: 'продължава' })
  slow.goOn()
  expect((await waiting).standing).toBe('suspended')
  const shown = await showRequest(second.ctx(), { requestId })
  expect(shown).toMatchObject({ standing: 'suspended', dueOn: null })
  expect(shown.events.map(({ kind }) => kind)).toEqual(['suspended', 'resumed', 'suspended'])
  const [held] = await town.sql`select due_on from open_requests where request_id = ${requestId}`
  expect(held).toEqual({ due_on: null })
  await town.close()
})

/** Work whose transaction has begun, and which goes on when it is let. */
function heldBack(ctx: Ctx): { ctx: Ctx; begun: Promise<void>; goOn: () => void } {
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const transaction: Ctx['db']['transaction'] = (work, config) =>
    ctx.db.transaction(async tx => {
      await tx.execute(sql`select now()`)
      begun.resolve()
      await gate.promise
      return work(tx)
    }, config)
  const db = new Proxy(ctx.db, {
    get: (line, name) => (name === 'transaction' ? transaction : Reflect.get(line, name)),
  })
  return { ctx: { ...ctx, db }, begun: begun.promise, goOn: gate.resolve }
}
