import { afterEach, describe, expect, test } from 'vitest'
import {
  type DeskOptions,
  type FiscalDesk,
  faultNamed,
  faultOf,
  fiscalDesk,
  fiscalPaper,
  issued,
  type Make,
  makes,
  sale,
  storno,
} from './fiscal-desk.ts'

const desks: FiscalDesk[] = []
afterEach(async () => {
  await Promise.all(desks.splice(0).map(desk => desk.close()))
})

describe.each(Object.keys(makes) as Make[])('%s', make => {
  const deskWith = async (options: DeskOptions = {}) => {
    const desk = await fiscalDesk(make, options)
    desks.push(desk)
    return desk
  }

  test('issues a receipt and tells its number, its day and the memory that keeps it', async () => {
    const desk = await deskWith({ memory: { now: () => Temporal.PlainDateTime.from('2026-11-22T10:15:00') } })
    expect(await desk.print(sale())).toEqual({
      confirmed: true,
      document: { document: '123', fiscalMemory: '02000600', at: '2026-11-22T10:15:00', amountCents: 3_000 },
    })
    expect(issued(desk)).toEqual(['sale 123: 3000'])
    expect(desk.notes[0]).toMatchObject({ document: 122 })
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

  describe('when the line is bad', () => {
    test.each([
      'reply-lost@open',
      'reply-lost@sale',
      'reply-lost@sale#2',
      'reply-lost@payment',
      'reply-lost@close',
      'nak*3@sale',
      'noise@close',
      'garbage@payment',
      'dropped=2@sale',
      'chunks=1',
      'syn=1500ms@close',
      'lost*2@close',
    ])(
      '%s: one receipt comes out',
      async fault => {
        const desk = await deskWith({ faults: [fault] })
        expect(await desk.print(sale())).toMatchObject({ document: { document: '123' } })
        expect(issued(desk)).toEqual(['sale 123: 3000'])
      },
      20_000,
    )
  })

  describe('when the plug is pulled', () => {
    test.each(['open', 'sale', 'sale#2', 'subtotal'])(
      'at %s the receipt is cancelled and may be printed again',
      async where => {
        const desk = await deskWith({ faults: [`unplug@${where}`] })
        expect(await faultOf(desk.print(sale()))).toMatchObject({ sentBytes: false })
        expect(issued(desk)).toEqual([])
        await desk.print(sale())
        expect(issued(desk)).toHaveLength(1)
      },
    )

    test.each(['payment', 'close'])('at %s it is finished over a new line', async where => {
      const desk = await deskWith({ faults: [`unplug@${where}`] })
      expect(await desk.print(sale())).toMatchObject({ confirmed: true, document: { document: '123' } })
      expect(issued(desk)).toEqual(['sale 123: 3000'])
    })

    test('between two payments the rest is paid as it was meant', async () => {
      const desk = await deskWith({ faults: ['unplug@payment'] })
      const tenders = [
        { how: 'card' as const, amountCents: 2_000 },
        { how: 'cash' as const, amountCents: 1_000 },
      ]
      expect(await desk.print(sale({ tenders }))).toMatchObject({ document: { document: '123' } })
      expect(
        desk.emulator
          .journal()
          .at(-1)
          ?.receipt?.tenders.map(({ cents }) => cents),
      ).toEqual([2_000, 1_000])
    })
  })

  describe('when the power fails', () => {
    test.each(['open', 'sale', 'sale#2', 'subtotal', 'payment', 'close'])(
      'after %s no receipt is lost and none comes twice',
      async where => {
        const desk = await deskWith({ faults: [`reset=300ms@${where}`] })
        const printed = await desk.print(sale()).catch(fault => fault)
        if (issued(desk).length === 0) expect(printed).toMatchObject({ sentBytes: false })
        else expect(printed).toMatchObject({ confirmed: true, document: { document: '123' } })
        if (issued(desk).length === 0) await desk.print(sale())
        expect(issued(desk)).toHaveLength(1)
      },
      20_000,
    )
  })

  describe('when the paper ends', () => {
    test.each([1, 4, 6, 8, 10, 12, 14, 16])('at line %i the receipt goes on where it stopped', async line => {
      const desk = await deskWith({ faults: [`paper-out@${line}`] })
      const printing = desk.print(sale())
      const mending = setTimeout(() => desk.emulator.mend(), 400)
      const printed = await printing.catch(fault => fault)
      clearTimeout(mending)
      desk.emulator.mend()
      if (printed instanceof Error) {
        expect(printed).toMatchObject({ code: 'out_of_paper', sentBytes: false })
        await desk.print(sale())
      }
      expect(issued(desk)).toEqual(['sale 123: 3000'])
    })

    test('and nobody comes: it stays in doubt, and is settled when somebody came', async () => {
      const desk = await deskWith({ faults: ['paper-out@payment'], pace: { mend_ms: 200, doubt_ms: [10] } })
      expect(await faultOf(desk.print(sale()))).toMatchObject({ code: 'out_of_paper', sentBytes: true })
      desk.emulator.mend()
      const note = desk.notes.at(-1) ?? null
      expect(await desk.device.ask?.(sale(), note)).toEqual({ outcome: 'not_printed' })
      expect(issued(desk)).toEqual([])
      expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
    })
  })

  describe('another program asks later', () => {
    test('after a receipt was closed and nobody heard it', async () => {
      const desk = await deskWith({ faults: ['mute@close'], pace: { doubt_ms: [10] } })
      expect(await faultOf(desk.print(sale()))).toMatchObject({ sentBytes: true })
      desk.emulator.mend()
      expect(await desk.device.ask?.(sale(), desk.notes.at(-1) ?? null)).toMatchObject({
        outcome: 'printed',
        document: { document: '123', amountCents: 3_000 },
      })
    }, 30_000)

    test('nothing was sent before anything was noted', async () => {
      const desk = await deskWith()
      expect(await desk.device.ask?.(sale(), null)).toEqual({ outcome: 'not_printed' })
      expect(await desk.device.ask?.(sale(), { document: 122 })).toEqual({ outcome: 'not_printed' })
    })

    test('when others printed since, the journal is read', async () => {
      const desk = await deskWith()
      await desk.print(sale())
      await desk.print(sale({ unp: 'DT000600-OP01-0001001' }))
      await desk.print(fiscalPaper({ task: 'x_report' }))
      const asked = (number: number) =>
        desk.device.ask?.(sale({ unp: `DT000600-OP01-000100${number}` }), { document: 122 })
      expect(await asked(0)).toMatchObject({ outcome: 'printed', document: { document: '123' } })
      expect(await asked(1)).toMatchObject({ outcome: 'printed', document: { document: '124' } })
      expect(await asked(2)).toEqual({ outcome: 'not_printed' })
    })
  })

  test('a receipt of another program is left alone, until a person ends it', async () => {
    const desk = await deskWith({ faults: ['mute@sale#2'], pace: { doubt_ms: [10] } })
    await desk.print(sale()).catch(() => undefined)
    desk.emulator.mend()
    const other = sale({
      lines: [{ name: 'Друго', taxGroup: 2, priceCents: 100, quantity: 1, amountCents: 100 }],
      tenders: [{ how: 'cash', amountCents: 100 }],
      totalCents: 100,
    })
    expect(await faultOf(desk.print(other))).toMatchObject({ code: 'receipt_open', sentBytes: false })
    expect(await desk.device.ask?.(other, { document: 122 })).toMatchObject({ outcome: 'unknown' })
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('cancelled')
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
    await desk.print(other)
    expect(issued(desk)).toEqual(['sale 124: 100'])
  }, 30_000)

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

  test('a wrong password is not tried again by itself', async () => {
    const desk = await deskWith({ password: '1234' })
    const fault = await faultOf(desk.print(sale()))
    expect(fault.code).toBe(make === 'Datecs X' ? 'password' : 'refused')
    expect(fault.sentBytes).toBe(false)
  })

  test('a day that was not closed', async () => {
    const desk = await deskWith({ faults: ['day-blocked'] })
    const fault = await faultOf(desk.print(sale()))
    expect(fault.code).toBe(make === 'Datecs X' ? 'day_not_closed' : 'refused')
    expect(await desk.print(fiscalPaper({ task: 'z_report' }))).toMatchObject({
      document: { document: '1', fiscalMemory: '02000600' },
    })
    await desk.print(sale())
    expect(issued(desk)).toHaveLength(1)
  })

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
        { text: 'ОБЩИНА ТРОЯН', align: 'center' as const, bold: true },
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
      expect(said).toContain('P-0001')
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

  test('what is wrong with it may begin while it works', async () => {
    const desk = await deskWith()
    await desk.print(sale())
    desk.emulator.cause(faultNamed('cover-open'))
    expect((await desk.device.health()).fault).toMatchObject({ code: 'cover_open' })
  })
})
