import { describe, expect, test } from 'vitest'
import { type DeskOptions, faultOf, fiscalPaper, issued, type Make, makes, sale } from './fiscal-desk.ts'
import { deskFor } from './fiscal-desks.ts'

const NOTED = { device: 'DT000600', document: 122 }

describe.each(Object.keys(makes) as Make[])('%s', make => {
  const deskWith = (options: DeskOptions = {}) => deskFor(make, options)

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

    test('where the journal has something older under this number, its sum tells', async () => {
      const desk = await deskWith({ faults: ['mute@close'], pace: { doubt_ms: [10] } })
      expect(await faultOf(desk.print(sale()))).toMatchObject({ sentBytes: true })
      desk.emulator.mend()
      const text = ['УНП DT000600-OP01-0000005']
      const older = { unp: 'DT000600-OP01-0000005', at: '2026-01-05T09:00:00', text }
      Object.assign(desk.emulator.journal().at(-1) ?? {}, older)
      const answer = await desk.device.ask?.(sale(), desk.notes.at(-1) ?? null)
      expect(answer).toMatchObject({ outcome: 'printed', document: { document: '123' } })
      const at = answer?.outcome === 'printed' ? answer.document?.at : ''
      expect(at?.slice(0, 7)).not.toBe('2026-01')
    }, 30_000)

    test('nothing was sent before anything was noted', async () => {
      const desk = await deskWith()
      expect(await desk.device.ask?.(sale(), null)).toEqual({ outcome: 'not_printed' })
      expect(await desk.device.ask?.(sale(), NOTED)).toEqual({ outcome: 'not_printed' })
    })

    test('when others printed since, the journal is read', async () => {
      const desk = await deskWith()
      await desk.print(sale())
      await desk.print(sale({ unp: 'DT000600-OP01-0001001' }))
      await desk.print(fiscalPaper({ task: 'x_report' }))
      const asked = (number: number) =>
        desk.device.ask?.(sale({ unp: `DT000600-OP01-000100${number}` }), NOTED)
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
    expect(await desk.device.ask?.(other, NOTED)).toMatchObject({ outcome: 'unknown' })
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('cancelled')
    expect(await desk.device.fiscal?.endOpenReceipt()).toBe('none_open')
    await desk.print(other)
    expect(issued(desk)).toEqual(['sale 124: 100'])
  }, 30_000)
})
