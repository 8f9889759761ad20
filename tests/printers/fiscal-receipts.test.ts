import { describe, expect, test } from 'vitest'
import { emulatorOnPty } from '../../printers/emulators/lines.ts'
import { deviceOf } from '../../printers/printer.ts'
import {
  type DeskOptions,
  faultNamed,
  faultOf,
  fiscalPaper,
  issued,
  type Make,
  makes,
  sale,
  storno,
} from './fiscal-desk.ts'
import { deskFor } from './fiscal-desks.ts'

describe.each(Object.keys(makes) as Make[])('%s', make => {
  const deskWith = (options: DeskOptions = {}) => deskFor(make, options)

  test('issues a receipt and tells its number, its day and the memory that keeps it', async () => {
    const desk = await deskWith({ memory: { now: () => Temporal.PlainDateTime.from('2026-11-22T10:15:00') } })
    expect(await desk.print(sale())).toEqual({
      confirmed: true,
      document: { document: '123', fiscalMemory: '02000600', at: '2026-11-22T10:15:00', amountCents: 3_000 },
    })
    expect(issued(desk)).toEqual(['sale 123: 3000'])
    expect(desk.notes[0]).toEqual({ device: 'DT000600', document: 122, at: expect.any(String) })
    const paper = desk.emulator.paper().join('\n')
    expect(paper).toContain('Наем на зала "Съвет"')
    expect(paper).toContain('Такса No. 5')
    expect(paper).toContain('УНП: DT000600-OP01-0001000')
    expect(await desk.device.health()).toMatchObject({ fault: null })
  })

  test('takes cash and card for one receipt', async () => {
    const desk = await deskWith()
    await desk.print(
      sale({
        tenders: [
          { how: 'card', amountCents: 2_000 },
          { how: 'cash', amountCents: 1_000 },
        ],
      }),
    )
    expect(issued(desk)).toEqual(['sale 123: 3000'])
    expect(desk.emulator.paper().join('\n')).toMatch(/КАРТА +20\.00\n.*В БРОЙ +10\.00/)
  })

  test('a storno names the receipt, its day and why', async () => {
    const desk = await deskWith()
    const { document } = await desk.print(sale())
    const of = { document: document?.document ?? '', at: document?.at ?? '' }
    expect(await desk.print(storno(of))).toMatchObject({ document: { document: '124', amountCents: 3_000 } })
    expect(issued(desk)).toEqual(['sale 123: 3000', 'storno 124: 3000'])
    expect(desk.emulator.journal().at(-1)?.receipt).toMatchObject({
      reason: 0,
      original: { document: 123, at: of.at, fiscalMemory: '02000600', unp: 'DT000600-OP01-0001000' },
    })
  })

  test.each([
    ['out of paper', 'paper-out', 'out_of_paper'],
    ['with an open cover', 'cover-open', 'cover_open'],
    ['with a stuck print unit', 'print-fault', 'device_error'],
    ['with a full memory', 'memory-full', 'memory_full'],
    ['with a full journal', 'journal-full', 'memory_full'],
    ['without a clock', 'clock-unset', 'clock'],
    ['that is silent', 'mute', 'no_answer'],
  ])(
    '%s it says so and prints nothing',
    async (_, fault, code) => {
      const desk = await deskWith({ faults: [fault] })
      expect((await desk.device.health()).fault).toMatchObject({ code })
      expect(await faultOf(desk.print(sale()))).toMatchObject({ code, sentBytes: false })
      expect(desk.notes).toEqual([])
      expect(desk.emulator.paper()).toEqual([])
    },
    20_000,
  )

  test('warns of what is near its end, and of a clock that is off', async () => {
    const desk = await deskWith({ faults: ['near-end', 'memory-near-full', 'journal-near-full', 'clock=5m'] })
    expect(await desk.device.health()).toEqual({
      fault: null,
      warnings: ['paper_near_end', 'memory_near_full', 'journal_near_full', 'clock_is_off'],
    })
  })

  test('a total that the device counts otherwise ends the receipt before it is paid', async () => {
    const desk = await deskWith({ faults: ['wrong-total=1@sale'] })
    expect(await faultOf(desk.print(sale()))).toMatchObject({
      code: 'unlike_total',
      detail: '30.01 ≠ 30.00',
      sentBytes: false,
    })
    expect(issued(desk)).toEqual([])
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
  })

  test('sums that do not fit each other never reach the device', async () => {
    const desk = await deskWith()
    expect(await faultOf(desk.print(sale({ totalCents: 2_999 })))).toMatchObject({ code: 'unlike_total' })
    expect(desk.emulator.paper()).toEqual([])
  })

  test('a line that is not its price times its quantity never reaches the device', async () => {
    const desk = await deskWith()
    const lines = [{ name: 'Такса', taxGroup: 2, priceCents: 333, quantity: 1.5, amountCents: 499 }]
    const paper = sale({ lines, tenders: [{ how: 'cash', amountCents: 499 }], totalCents: 499 })
    expect(await faultOf(desk.print(paper))).toMatchObject({ code: 'unlike_total', detail: 'Такса' })
    expect(desk.emulator.paper()).toEqual([])
  })

  test('a bank transfer is taken only where its number is known', async () => {
    const desk = await deskWith()
    const paper = sale({ tenders: [{ how: 'bank', amountCents: 3_000 }] })
    const printed = await desk.print(paper).catch(fault => fault)
    if (make === 'Datecs P') expect(issued(desk)).toEqual(['sale 123: 3000'])
    else {
      expect(printed).toMatchObject({ code: 'refused', sentBytes: false })
      expect(desk.emulator.paper()).toEqual([])
    }
  })

  test('an УНП of another device never reaches this one', async () => {
    const desk = await deskWith({ memory: { serial: 'DT000601' } })
    expect(await faultOf(desk.print(sale()))).toMatchObject({ code: 'bad_settings', sentBytes: false })
    expect(desk.emulator.paper()).toEqual([])
  })

  test('a tax group that the device does not have cancels the receipt', async () => {
    const desk = await deskWith({ memory: { taxGroups: [2] } })
    expect(await faultOf(desk.print(sale()))).toMatchObject({ code: 'refused', sentBytes: false })
    expect(issued(desk)).toEqual([])
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
  })

  test('a wrong password is told, and where the device names it not tried again', async () => {
    const desk = await deskWith({ password: '1234' })
    let opened = 0
    desk.emulator.onCommand = name => {
      if (name === 'open') opened++
    }
    const isNamed = make === 'Datecs X'
    for (const _ of ['once', 'again'])
      expect(await faultOf(desk.print(sale()))).toMatchObject({
        code: isNamed ? 'password' : 'refused',
        sentBytes: false,
      })
    expect(opened).toBe(isNamed ? 1 : 2)
    await desk.print(fiscalPaper({ task: 'x_report' }))
  })

  test('a day that was not closed wants its Z report first', async () => {
    const desk = await deskWith({ faults: ['day-blocked'] })
    const isNamed = make === 'Datecs X'
    const fault = isNamed ? { code: 'day_not_closed' } : null
    expect(await faultOf(desk.print(sale()))).toMatchObject(fault ?? { code: 'refused' })
    expect((await desk.device.health()).fault).toEqual(fault && expect.objectContaining(fault))
    expect(await desk.print(fiscalPaper({ task: 'z_report' }))).toMatchObject({
      document: { document: '1', fiscalMemory: '02000600' },
    })
    expect((await desk.device.health()).fault).toBe(null)
    await desk.print(sale())
    expect(issued(desk)).toHaveLength(1)
  })

  test('what is wrong with it may begin while it works', async () => {
    const desk = await deskWith()
    await desk.print(sale())
    desk.emulator.cause(faultNamed('cover-open'))
    expect((await desk.device.health()).fault).toMatchObject({ code: 'cover_open' })
  })
})

describe('set as a printer of the town', () => {
  const fiscal = { operator: 1, password: '0000' }

  test.each([
    ['datecs-fp', 'Datecs P'],
    ['datecs-fp-x', 'Datecs X'],
  ] as const)('%s works on a serial line', async (profile, make) => {
    const emulator = makes[make].emulator({ lastDocument: 122 }, {})
    const { path, close } = await emulatorOnPty(emulator)
    const device = deviceOf({ profile, line: `serial:${path}?baud=115200`, fiscal })
    expect(await device.print(sale(), async () => undefined)).toMatchObject({ document: { document: '123' } })
    close()
  })

  test.each([
    ['without an operator', { line: 'tcp:127.0.0.1' }],
    ['on a line that cannot answer', { line: 'file:/tmp/papers', fiscal }],
  ])('%s it is set wrongly', async (_, settings) => {
    const device = deviceOf({ profile: 'datecs-fp', ...settings })
    expect((await device.health()).fault).toMatchObject({ code: 'bad_settings' })
  })
})
