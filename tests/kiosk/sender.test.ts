import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { enrol, hubAddress } from '../../kiosk/enrol.ts'
import { type HubLine, hubLine } from '../../kiosk/hub-line.ts'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { makeCode } from '../../office/kiosks/make-code.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { MOST_PRESSES, PATHS, type Presses, type Why } from '../../web/contract.ts'
import { type RunningHub, startHub } from '../../web/main.ts'
import { type Device, enrolledDevice, hubOf } from '../support/hub.ts'
import { quickly, type TestDevice, testDevice, wrongClock } from '../support/kiosk-device.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const YEAR_MS = 365 * 86_400_000

describe.each(newest)('a device and the hub on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let web: RunningHub
  const bugs: unknown[] = []
  const begun: TestDevice[] = []
  const startWeb = (port = 0) =>
    startHub({ ctx: hub.ctx, onBug: error => `${bugs.push(error)}`, host: '127.0.0.1', port })
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    web = await startWeb()
  })
  afterEach(() => Promise.all(begun.splice(0).map(one => one.end())))
  afterAll(async () => {
    expect(bugs).toEqual([])
    await web.stop()
    await hub.close()
    await town.close()
  })

  const newDevice = () => enrolledDevice(admin, hub)
  const at = (device: Device, clock?: Parameters<typeof testDevice>[2], address: string | null = web.url) => {
    const made = testDevice(address, device, clock)
    begun.push(made)
    return made
  }
  const keptOf = async ({ deviceId }: { deviceId: string }) =>
    (
      await town.sql`select seq, extract(epoch from pressed_at) * 1000 as pressed_at, skew_ms from kiosk_presses where device_id = ${deviceId} order by seq`
    ).map(row => ({
      seq: Number(row['seq']),
      pressedAt: Number(row['pressed_at']),
      skewMs: Number(row['skew_ms']),
    }))
  const seqsOf = async (device: { deviceId: string }) => (await keptOf(device)).map(({ seq }) => seq)

  test('what was pressed before and while it sends is kept, each press once', async () => {
    const device = await newDevice()
    const mine = at(device)
    mine.press(3)
    mine.send()
    await mine.until(() => mine.outbox.depth() === 0)
    mine.press(2)
    await mine.until(() => mine.outbox.depth() === 0)
    expect(await seqsOf(device)).toEqual([1, 2, 3, 4, 5])
    expect(mine.log).toEqual([])
  })

  test('a hub that is away is waited for; a question set meanwhile is asked from then on', async () => {
    const device = await newDevice()
    const mine = at(device)
    const { port } = web
    await web.stop()
    mine.outbox.keepConfiguration({ ...quickly(device.configuration), version: 'old' })
    mine.press(2)
    mine.send()
    await mine.until(({ trouble }) => trouble === 'no_answer')
    expect(mine.outbox.depth()).toBe(2)
    web = await startWeb(port)
    await mine.until(() => mine.outbox.depth() === 0)
    await mine.until(() => mine.outbox.configuration()?.version === device.configuration.version)
    expect(await seqsOf(device)).toEqual([1, 2])
    expect(mine.log).toEqual(['hub: ECONNREFUSED', 'hub: well again'])
  })

  test('a clock a year off is told by the hub, and moves no press', async () => {
    const device = await newDevice()
    const mine = at(device, wrongClock(-YEAR_MS))
    mine.press()
    mine.send()
    await mine.until(({ skewMs }) => skewMs !== null && mine.outbox.depth() === 0)
    const [press] = await keptOf(device)
    expect(Math.round((press?.skewMs ?? 0) / YEAR_MS)).toBe(-1)
    expect(Math.abs((press?.pressedAt ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  test('started anew with a clock that is minutes behind, it signs later until the hub takes it', async () => {
    const device = await newDevice()
    const before = at(device, wrongClock(200_000))
    before.press()
    before.send()
    await before.until(() => before.outbox.depth() === 0)
    await begun.pop()?.end()
    const after = at(device, wrongClock(-100_000))
    after.outbox.skipTo(1)
    after.press()
    after.send()
    await after.until(() => after.outbox.depth() === 0)
    expect(await seqsOf(device)).toEqual([1, 2])
    expect(after.log[0]).toBe('hub: replayed')
  })

  test('a revoked device knows it also after a start, keeps what it has, and sends it when it is enrolled anew', async () => {
    const device = await newDevice()
    const mine = at(device)
    await revokeKiosk(admin.ctx(), { number: device.number, reason: 'ремонт' })
    mine.press(2)
    const sender = mine.send()
    await mine.until(({ refused }) => refused === 'revoked')
    expect(mine.outbox.fact('refused')).toBe('revoked')
    const { code } = await makeCode(admin.ctx(), { number: device.number })
    const told = await enrol(mine.outbox, { hub: new URL(web.url), code, program: 'tests', isAnew: false })
    mine.outbox.keepConfiguration(quickly(told))
    sender.nudge()
    await mine.until(({ refused }) => refused === null && mine.outbox.depth() === 0)
    expect([await seqsOf(device), mine.outbox.fact('refused')]).toEqual([[1, 2], null])
  })

  test('a copied card is told of and holds its presses; made a device of its own, it sends them', async () => {
    const device = await newDevice()
    const original = at(device)
    const copy = at(device)
    original.press(2)
    original.send()
    await original.until(() => original.outbox.depth() === 0)
    copy.press(2)
    const sender = copy.send()
    await copy.until(({ holds }) => holds)
    expect(copy.outbox.depth()).toBe(2)
    const { code } = await makeCode(admin.ctx(), { number: device.number })
    const told = await enrol(copy.outbox, { hub: new URL(web.url), code, program: 'tests', isAnew: true })
    copy.outbox.keepConfiguration(quickly(told))
    sender.nudge()
    await copy.until(({ holds }) => !holds && copy.outbox.depth() === 0)
    expect(await seqsOf(device)).toEqual([1, 2])
    expect(await seqsOf(copy.outbox)).toEqual([1, 2])
  })

  test('a disk that lost its last writes goes on above the numbers that the hub has', async () => {
    const device = await newDevice()
    const before = at(device)
    before.press(5)
    before.send()
    await before.until(() => before.outbox.depth() === 0)
    await begun.pop()?.end()
    const after = at(device)
    after.send()
    await after.until(({ heardMs }) => heardMs !== null)
    expect(after.press()).toEqual([6])
  })

  test('a code is good for one device at a place that asks something; sent again after a lost answer it is the same enrolment', async () => {
    const { number, configuration } = await newDevice()
    await revokeKiosk(admin.ctx(), { number, reason: 'подмяна' })
    const { code } = await makeCode(admin.ctx(), { number })
    const mine = at({} as Device, undefined, null)
    const ask = (typed: string, open?: (hub: string) => HubLine) =>
      enrol(mine.outbox, { hub: new URL(`${web.url}/`), code: typed, program: '1', isAnew: false }, open)
    await expect(ask('AAAA-22222')).rejects.toMatchObject({ code: 'kiosk.code_wrong' })
    const losing = (hub: string): HubLine => {
      const line = hubLine(hub)
      const ask: HubLine['ask'] = question =>
        line.ask(question).then(() => ({ kind: 'away', words: 'ECONNRESET' }))
      return { ask, end: line.end }
    }
    await expect(ask(code, losing)).rejects.toMatchObject({ name: 'HubFault', code: 'no_answer' })
    expect(mine.outbox.key()).toBeNull()
    expect(await ask(code.toLowerCase())).toEqual(configuration)
    expect(mine.outbox.key()?.hub).toBe(web.url)
    const other = at({} as Device, undefined, null)
    const thief = enrol(other.outbox, { hub: new URL(web.url), code, program: '1', isAnew: false })
    await expect(thief).rejects.toMatchObject({ code: 'kiosk.code_wrong' })
  })

  test('a place without a question enrols nobody yet', async () => {
    const { code } = await addKiosk(admin.ctx(), { kioskId: randomUUIDv7(), hall: 'cao', place: 'Гише 9' })
    const mine = at({} as Device, undefined, null)
    const asked = enrol(mine.outbox, { hub: new URL(web.url), code, program: '1', isAnew: false })
    await expect(asked).rejects.toMatchObject({ code: 'kiosk.no_question' })
  })

  test('an address where anybody could listen is no hub’s', () => {
    expect(hubAddress('https://hub.smolyan.bg/gishe', false)).toBeInstanceOf(URL)
    expect(hubAddress('http://[::1]:8080', false)).toBeInstanceOf(URL)
    expect(hubAddress('http://10.0.0.5', false)).toBe('not_secure')
    expect(hubAddress('http://127.example.bg', false)).toBe('not_secure')
    expect(hubAddress('http://10.0.0.5', true)).toBeInstanceOf(URL)
    expect(hubAddress('hub.smolyan.bg', false)).toBe('no_address')
  })

  describe('a hub that answers otherwise', () => {
    type Sent = { path: string; seqs: number[] }

    /** A line to a hub that keeps what is sent; `no` may refuse a batch, `keptUpTo` is what it says of a heartbeat. */
    const lineTo =
      (sent: Sent[], no: (seqs: number[]) => Why | null, keptUpTo: () => number): (() => HubLine) =>
      () => ({
        ask: async ({ path, body }) => {
          const seqs =
            path === PATHS.presses ? (JSON.parse(body) as Presses).presses.map(({ seq }) => seq) : []
          const why = path === PATHS.presses ? no(seqs) : null
          sent.push({ path, seqs })
          if (why) return { kind: 'refused', why, hubMs: Date.now() }
          const heard = { hubMs: Date.now(), configuration: 'c', keptUpTo: keptUpTo() }
          return { kind: 'done', body: path === PATHS.presses ? { keptUpTo: seqs.at(-1) } : heard }
        },
        end: () => undefined,
      })
    const unconnected = async () => {
      const device = await newDevice()
      const mine = at(device, undefined, 'http://127.0.0.1:9')
      mine.outbox.keepConfiguration({ ...quickly(device.configuration), version: 'c' })
      return mine
    }

    test('a hub restored from a backup is sent again what it lost', async () => {
      const mine = await unconnected()
      const sent: Sent[] = []
      let kept = 0
      mine.press(4)
      mine.send({
        open: lineTo(
          sent,
          () => null,
          () => kept,
        ),
      })
      kept = 4
      await mine.until(() => mine.outbox.depth() === 0)
      kept = 2
      await mine.until(() => sent.filter(({ seqs }) => seqs.length > 0).length > 1)
      expect(sent.filter(({ seqs }) => seqs.length > 0).map(({ seqs }) => seqs)[1]).toEqual([3, 4])
    })

    test('a press that was put aside does not keep back what a restored hub has lost', async () => {
      const mine = await unconnected()
      const sent: Sent[] = []
      let kept = 4
      mine.press(4)
      const no = (seqs: number[]) => (seqs.includes(1) ? 'malformed' : null)
      mine.send({ open: lineTo(sent, no, () => kept) })
      await mine.until(() => mine.outbox.depth() === 1)
      kept = 2
      await mine.until(() => sent.some(({ seqs }) => seqs.join() === '3,4'))
    })

    test('a batch that is too large is halved; a press that is not taken even alone lets the others pass', async () => {
      const mine = await unconnected()
      const sent: Sent[] = []
      mine.press(9)
      const no = (seqs: number[]) => (seqs.length > 4 ? 'too_large' : seqs.includes(6) ? 'malformed' : null)
      mine.send({ open: lineTo(sent, no, () => mine.outbox.lastSentSeq()) })
      await mine.until(() => mine.outbox.depth() === 1)
      expect([mine.outbox.aside(), mine.outbox.waiting(9)]).toEqual([1, []])
      mine.press()
      await mine.until(() => mine.outbox.depth() === 1)
    })

    test('weeks of presses go out batch by batch', async () => {
      const mine = await unconnected()
      const sent: Sent[] = []
      mine.outbox.skipTo(1_000_000)
      mine.press()
      const file = new DatabaseSync(join(mine.folder, 'outbox.db'))
      file.exec(`insert into presses (ask_id, face, origin, at_ms, running_ms, boot_id, closed)
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 4999)
        select ask_id, face, origin, at_ms, running_ms, boot_id, closed from presses, n`)
      file.close()
      mine.send({
        open: lineTo(
          sent,
          () => null,
          () => mine.outbox.lastSentSeq(),
        ),
      })
      await mine.until(() => mine.outbox.depth() === 0)
      const batches = sent.map(({ seqs }) => seqs).filter(seqs => seqs.length > 0)
      expect(batches.map(({ length }) => length)).toEqual([MOST_PRESSES, MOST_PRESSES, 1_000])
      expect(new Set(batches.flat()).size).toBe(5_000)
    })
  })
})
