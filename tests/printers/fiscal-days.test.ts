import { describe, expect, test } from 'vitest'
import { type DeskOptions, faultOf, fiscalPaper, type Make, makes, sale } from './fiscal-desk.ts'
import { deskFor } from './fiscal-desks.ts'

describe.each(Object.keys(makes) as Make[])('%s', make => {
  const deskWith = (options: DeskOptions = {}) => deskFor(make, options)

  describe('cash', () => {
    const cash = (task: 'cash_in' | 'cash_out', amountCents: number) => fiscalPaper({ task, amountCents })

    test('goes in and out, never more than there is', async () => {
      const desk = await deskWith()
      await desk.print(cash('cash_in', 10_000))
      await desk.print(sale())
      await desk.print(cash('cash_out', 5_050))
      expect(await desk.device.fiscal?.cashInDrawer()).toBe(7_950)
      expect(await faultOf(desk.print(cash('cash_out', 7_951)))).toMatchObject({
        code: 'refused',
        detail: '79.50 < 79.51',
        sentBytes: false,
      })
    })

    test.each(['reply-lost@cash#2', 'unplug@cash#2', 'reset=200ms@cash#2'])(
      '%s: once',
      async fault => {
        const desk = await deskWith({ faults: [fault] })
        const printed = await desk.print(cash('cash_in', 10_000)).catch(fault => fault)
        expect(printed).toMatchObject({ confirmed: true, document: { amountCents: 10_000 } })
        expect(await desk.device.fiscal?.cashInDrawer()).toBe(10_000)
      },
      20_000,
    )

    test('of which a Z report made an end is asked of a person', async () => {
      const desk = await deskWith({ faults: ['mute@cash#2'], pace: { doubt_ms: [10] } })
      expect(await faultOf(desk.print(cash('cash_in', 10_000)))).toMatchObject({ sentBytes: true })
      desk.emulator.mend()
      const told = desk.notes.at(-1) ?? null
      await desk.print(fiscalPaper({ task: 'z_report' }))
      const after = await desk.device.ask?.(cash('cash_in', 10_000), told)
      expect(after).toMatchObject({ outcome: 'unknown' })
    }, 20_000)
  })

  describe('the reports of the day', () => {
    test('Z has a number, X has none', async () => {
      const desk = await deskWith()
      await desk.print(sale())
      expect(await desk.print(fiscalPaper({ task: 'x_report' }))).toMatchObject({
        document: { document: null },
      })
      expect(await desk.print(fiscalPaper({ task: 'z_report' }))).toMatchObject({
        document: { document: '1' },
      })
      expect(await desk.device.fiscal?.cashInDrawer()).toBe(0)
    })

    test.each(['reply-lost@z', 'unplug@z', 'syn=2s@z', 'reset=200ms@z'])(
      '%s: one Z',
      async fault => {
        const desk = await deskWith({ faults: [fault] })
        await desk.print(sale())
        expect(await desk.print(fiscalPaper({ task: 'z_report' }))).toMatchObject({ confirmed: true })
        const zs = desk.emulator.journal().filter(({ kind }) => kind === 'z')
        expect(zs.length).toBe(1)
      },
      20_000,
    )
  })

  test('what is of another device waits for that one', async () => {
    const desk = await deskWith({ deviceNumber: 'DT000601' })
    for (const task of ['z_report', 'x_report'] as const)
      expect(await faultOf(desk.print(fiscalPaper({ task })))).toMatchObject({
        code: 'another_device',
        sentBytes: false,
      })
    const asked = desk.device.ask?.(fiscalPaper({ task: 'z_report' }), { document: 122, report: 0 })
    await expect(asked).rejects.toMatchObject({ code: 'another_device' })
    await expect(desk.device.fiscal?.endOpenReceipt()).rejects.toMatchObject({ code: 'another_device' })
    const fault = { code: 'another_device', detail: 'DT000600 ≠ DT000601' }
    expect((await desk.device.health()).fault).toMatchObject(fault)
    expect(desk.emulator.journal()).toEqual([])
  })

  test('tells who it is and what time it has, and takes another time', async () => {
    const desk = await deskWith({ faults: ['clock=5m'] })
    const work = desk.device.fiscal
    expect(await work?.identity()).toMatchObject({ deviceNumber: 'DT000600', fiscalMemory: '02000600' })
    const right = Temporal.Now.plainDateTimeISO('Europe/Sofia').round('second')
    await work?.setClock(right)
    const off = (await work?.clock())?.until(right).abs().total('seconds') ?? Number.POSITIVE_INFINITY
    expect(off).toBeLessThan(30)
    expect((await desk.device.health()).warnings).toEqual([])
  })

  test('warns when its day began 22 hours ago, where it can tell', async () => {
    let hours = 0
    const now = () => Temporal.Now.plainDateTimeISO('Europe/Sofia').add({ hours }).round('second')
    const desk = await deskWith({ memory: { now } })
    const isWarned = async () => (await desk.device.health()).warnings.includes('day_ends_soon')
    await desk.print(fiscalPaper({ task: 'z_report' }))
    hours = 20
    await desk.print(sale())
    expect(await isWarned()).toBe(false)
    hours = 43
    expect(await isWarned()).toBe(make === 'Datecs X')
    hours = 45
    const over = (await desk.device.health()).fault
    expect(over?.code).toBe(make === 'Datecs X' ? 'day_not_closed' : undefined)
    await desk.print(fiscalPaper({ task: 'z_report' }))
    expect(await isWarned()).toBe(false)
  })

  test('tells its last receipt', async () => {
    const desk = await deskWith()
    await desk.print(sale())
    expect(await desk.device.fiscal?.lastDocument()).toMatchObject({ document: '123', amountCents: 3_000 })
  })

  describe('a paper that is not fiscal', () => {
    const paper = {
      kind: 'receipt' as const,
      title: 'Приходна квитанция',
      blocks: [
        { drawer: true as const },
        { text: 'ОБЩИНА ТРОЯН', align: 'center' as const, large: true },
        { left: 'Такса за битови отпадъци', right: '123,45 €' },
        { code128: 'P-0001' },
        { qr: 'https://troyan.bg/p/1' },
      ],
    }

    test('is printed as a service receipt', async () => {
      const desk = await deskWith()
      expect(await desk.print(paper)).toEqual({ confirmed: true })
      expect(desk.emulator.journal().map(({ kind }) => kind)).toEqual(['service'])
      const said = desk.emulator.paper().join('\n')
      expect(said).toMatch(/Такса за битови отпадъци +123,45 EUR/)
      expect(said).toMatch(/^# {14}ОБЩИНА ТРОЯН$/m)
      expect(said).toContain('P-0001')
    })

    test('sent by another driver it is asked of a person', async () => {
      const desk = await deskWith()
      expect(await desk.device.ask?.(paper, { taskId: 'AAAA' })).toMatchObject({ outcome: 'unknown' })
    })

    test('waits for paper in the middle', async () => {
      const desk = await deskWith({ faults: ['paper-out=300ms@service-text#2'] })
      expect(await desk.print(paper)).toEqual({ confirmed: true })
      expect(desk.emulator.journal()).toHaveLength(1)
    })

    test('cut off in the middle it stays for a person', async () => {
      const desk = await deskWith({ faults: ['unplug@service-text#2'] })
      expect(await faultOf(desk.print(paper))).toMatchObject({ sentBytes: true })
      expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
    })
  })
})
