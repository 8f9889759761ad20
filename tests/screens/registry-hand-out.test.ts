import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import { told } from '../support/at-the-desk.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect(
    (await stillFrame(screen))
      .replace(/[A-Z2-9]{5}-?[A-Z2-9]{5}/g, 'ABCDEFGHJK')
      .replace(/\b\d\d\.\d\d\b(?!\.)/g, '02.01'),
  ).toMatchFileSnapshot(`../golden/screens/${name}.txt`)

/** A request for a service that costs nothing, registered by the clerk; ended by the department where it is ready. */
async function request(isReady: boolean): Promise<void> {
  const [delo, grao] = await Promise.all([town.signIn('delo', 3), town.signIn('grao1', 3)])
  const services = await listServices(delo.ctx())
  const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
  const { requestId } = await registerRequest(delo.ctx(), {
    id: randomUUIDv7(),
    serviceId: services.find(({ code }) => code === '2052')!.id,
    applicantId: party!['id'] as string,
  })
  if (isReady) await completeRequest(grao.ctx(), { requestId, act: { documentId: randomUUIDv7() } })
}

test('what is ready is handed out once its taker has shown who they are; the others are told why not', async () => {
  await request(true)
  await request(false)
  screen = await openTestDesk(town, { as: 'delo', desk: 3 })
  await screen.until('Писмо')
  await screen.press('f9')
  await screen.until('1  Връчване на готовото')
  await screen.type('1')
  await screen.until('Заявления: 1')
  await shows('registry-ready')
  await screen.press('right')
  await screen.until('работи се')
  await screen.press('f8')
  await screen.until(told('request.not_ended', { number: 'ЗВ-1-00003' }).slice(0, 16))
  await screen.press('left')
  await screen.until('издадено')
  await screen.press('f8')
  await screen.until('Връчване на резултата')
  await screen.press('f8')
  await screen.until(told('hand_out.identity_needed', {}).slice(0, 20))
  await screen.type('лична карта 123456789')
  await shows('registry-hand-out')
  await screen.press('f8')
  await screen.until('Нищо не чака връчване')
  await expect
    .poll(async () => (await town.sql`select state from print_jobs where kind = 'hand-out'`)[0]?.['state'])
    .toBe('printed')
})

test('a second clerk who handed it out meanwhile is named', async () => {
  await request(true)
  screen = await openTestDesk(town, { as: 'delo', desk: 3 })
  await screen.until('Писмо')
  await screen.press('f9')
  await screen.until('1  Връчване на готовото')
  await screen.type('1')
  await screen.until('Заявления: 1')
  await screen.press('f8')
  await screen.until('Връчване на резултата')
  await screen.press('enter', 'enter')
  await screen.type('лична карта')
  const [row] = await town.sql`select document_id as id from requests`
  await handOut((await town.signIn('delo', 2)).ctx(), {
    requestId: row!['id'] as string,
    takenBy: 'Петър Чаушев',
    identity: 'лична карта',
  })
  await screen.press('f8')
  await screen.until('Резултатът по ЗВ-1-00001 е връчен')
  await screen.until('Чаушев.')
})
