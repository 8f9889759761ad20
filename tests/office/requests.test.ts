import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerRequest } from '../../office/requests/register-request.ts'
import type { RegisterRequest } from '../../office/requests/request-plan.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import { servers, type TestTown, testTown } from '../support/town.ts'

describe.each(servers)('requests for services on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  let services: Service[]
  let maria: string
  beforeAll(async () => {
    town = await testTown(version)
    delo = await town.signIn('delo', 3)
    services = await listServices(delo.ctx())
    const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
    maria = party!['id'] as string
  })
  afterAll(() => town.close())

  const service = (code: string) => services.find(known => known.code === code)!
  const input = (more: Partial<RegisterRequest> = {}): RegisterRequest => ({
    id: randomUUIDv7(),
    serviceId: service('2016').id,
    applicantId: maria,
    ...more,
  })

  test('a request gets number, case, bill, last day, slip and its first task, once', async () => {
    const asked = input()
    const registered = await registerRequest(delo.ctx(), asked)
    expect(registered).toMatchObject({
      number: 'ЗВ-1-00001',
      service: { code: '2016' },
      applicant: 'Мария Петрова Чаушева',
      bill: { number: `ЗВ-1-00001/${delo.ctx().today.year}`, amount: 511n },
      missing: [],
      phases: [{ code: 'completeness' }],
    })
    expect(registered.printJobId).not.toBeNull()
    expect(await registerRequest(delo.ctx(), asked)).toEqual(registered)
    await refused(registerRequest(delo.ctx(), { ...asked, speed: 'fast' }), 'request.id_reused')
  })
})
