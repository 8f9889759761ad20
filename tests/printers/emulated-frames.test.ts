import { describe, expect, test } from 'vitest'
import { device, makes, UNP } from './emulated-fiscal.ts'

const bytesOf = (text: string) => text.split(' ').map(byte => Number.parseInt(byte, 16))
const spaced = (bytes: number[]) =>
  bytes.map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')

/** The same frames as in the descriptions of the commands, summed up by hand. */
describe('frames that are known to the byte', () => {
  const golden = {
    datecs: [
      ['status', '01 24 20 4A 05 30 30 39 33 03', null],
      [
        'open',
        '01 42 21 30 31 2C 30 30 30 30 2C 31 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 05 30 36 3A 37 03',
        null,
      ],
      ['sale', '01 31 22 31 D2 E0 EA F1 E0 09 C1 35 2E 30 30 2A 31 05 30 36 3D 3E 03', null],
      [
        'transaction',
        '01 25 2C 4C 54 05 30 30 3F 36 03',
        '01 38 2C 4C 31 2C 31 2C 35 2E 30 30 2C 30 2E 30 30 04 80 80 88 80 86 9A 05 30 36 34 38 03',
      ],
      [
        'total',
        '01 2B 23 35 09 50 31 30 2E 30 30 05 30 31 3D 30 03',
        '01 2F 23 35 52 35 30 30 04 80 80 88 80 86 9A 05 30 34 39 3F 03',
      ],
      ['close', '01 24 28 38 05 30 30 38 39 03', null],
    ],
    'datecs-x': [
      ['status', '01 30 30 32 3A 20 30 30 34 3A 05 30 31 3B 3F 03', null],
      [
        'open',
        '01 30 30 34 3A 21 30 30 33 30 31 09 30 30 30 30 09 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 09 31 09 09 05 30 37 36 3F 03',
        '01 30 30 33 39 21 30 30 33 30 30 09 31 32 33 09 04 80 80 88 80 86 9A 80 80 05 30 36 3B 39 03',
      ],
      [
        'sale',
        '01 30 30 34 31 24 30 30 33 31 D2 E0 EA F1 E0 09 31 09 35 2E 30 30 09 31 2E 30 30 30 09 09 09 30 09 05 30 38 37 31 03',
        null,
      ],
      [
        'total',
        '01 30 30 33 33 25 30 30 33 35 30 09 31 30 2E 30 30 09 09 05 30 32 3F 32 03',
        '01 30 30 33 3C 25 30 30 33 35 30 09 52 09 35 2E 30 30 09 04 80 80 88 80 86 9A 80 80 05 30 37 34 3D 03',
      ],
      ['close', '01 30 30 32 3A 26 30 30 33 38 05 30 31 3C 32 03', null],
    ],
  } as const
  test.each(Object.keys(makes) as (keyof typeof makes)[])('%s: a whole receipt', async make => {
    const { emulator, host } = device(make, [], { lastDocument: 122 })
    for (const [name, sent, answer] of golden[make]) {
      const said = spaced(await host.send(bytesOf(sent)))
      if (answer) expect(said, name).toBe(answer)
      else expect(said.startsWith('01 '), name).toBe(true)
    }
    expect(emulator.journal()).toMatchObject([{ kind: 'sale', document: 123, unp: UNP, total: 500 }])
  })
})

/** Each in a day of its own: what the device issued when it had heard them all. */
describe('other frames that are known to the byte', () => {
  test('group A: cash in, cash asked for, clock, storno, text, cancel, Z', async () => {
    const { emulator, host } = device('datecs')
    const said = async (frame: string) => heardText(await host.send(bytesOf(frame)), 4)
    expect(await said('01 2A 25 46 31 30 30 2E 30 30 05 30 31 3B 39 03')).toBe('P,10000,10000,0')
    expect(await said('01 25 26 46 30 05 30 30 3C 36 03')).toBe('P,10000,10000,0')
    expect(
      await said('01 35 2B 3D 32 32 2D 31 31 2D 32 36 20 31 30 3A 31 35 3A 30 30 05 30 33 3E 35 03'),
    ).toBe('')
    const storno =
      '01 73 2A 2E 31 2C 30 30 30 30 2C 31 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 2C 45 31 32 33 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 2C 32 32 31 31 32 36 31 30 31 35 30 30 2C 30 32 30 30 30 36 30 30 05 31 30 3B 30 03'
    expect(await said(storno)).toBe('0002,0001')
    expect(
      await said('01 35 27 36 CF E0 F0 F2 E8 E4 E0 20 36 33 30 31 48 31 32 33 34 05 30 38 3D 30 03'),
    ).toBe('')
    expect(await said('01 24 29 3C 05 30 30 38 3E 03')).toBe('')
    expect(await said('01 25 24 45 30 05 30 30 3C 33 03')).toBe('0001,0,0,0,0,0,0,0,0,0')
    expect(emulator.journal().map(one => one.kind)).toEqual(['cash_in', 'cancelled', 'z'])
    expect(emulator.paper()).toContain('КЪМ ДОКУМЕНТ 123 2026-11-22T10:15:00')
    expect(emulator.paper()).toContain('#Партида 6301H1234')
  })

  test('group X: the clock, the state of a receipt, cash in, Z', async () => {
    const { emulator, host } = device('datecs-x')
    const said = async (frame: string) => heardText(await host.send(bytesOf(frame)), 10)
    expect(await said('01 30 30 32 3A 31 30 30 33 3E 05 30 31 3D 33 03')).toBe('0\t22-11-26 10:15:00\t')
    expect(await said('01 30 30 32 3A 27 30 30 34 3C 05 30 31 3C 38 03')).toBe('0\t0\t0\t0\t0.00\t0.00\t')
    expect(await said('01 30 30 33 33 23 30 30 34 36 30 09 31 30 30 2E 30 30 09 05 30 33 31 39 03')).toBe(
      '0\t100.00\t100.00\t0.00\t',
    )
    expect(await said('01 30 30 32 3C 22 30 30 34 35 5A 09 05 30 32 32 31 03')).toBe(
      `0\t1\t${'0.00\t'.repeat(16)}`,
    )
    expect(emulator.journal().map(one => one.kind)).toEqual(['cash_in', 'z'])
  })
})

const heardText = (bytes: number[], head: number): string =>
  new TextDecoder('windows-1251').decode(Uint8Array.from(bytes.slice(head, bytes.lastIndexOf(4))))
