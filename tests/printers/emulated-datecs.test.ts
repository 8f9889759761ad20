import { describe, expect, test } from 'vitest'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { datecsXEmulator } from '../../printers/emulators/datecs-x.ts'
import { parseFault, type ScriptedFault } from '../../printers/emulators/faults.ts'
import type { FiscalSettings } from '../../printers/emulators/fiscal-memory.ts'
import { islHost } from '../support/isl-host.ts'

const NOW = Temporal.PlainDateTime.from('2026-11-22T10:15:00')
const COMMANDS = ['status', 'open', 'sale', 'payment', 'close', 'z']
const bytesOf = (text: string) => text.split(' ').map(byte => Number.parseInt(byte, 16))
const spaced = (bytes: number[]) =>
  bytes.map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')

const makes = { datecs: datecsEmulator, 'datecs-x': datecsXEmulator }

function device(make: keyof typeof makes, faults: string[] = [], settings: FiscalSettings = {}) {
  const read = faults.map(text => parseFault(text, 'fiscal', COMMANDS) as ScriptedFault)
  const sleep = () => new Promise(setImmediate)
  const emulator = makes[make]({ now: () => NOW, ...settings }, { faults: read, sleep })
  return { emulator, host: islHost(emulator, make === 'datecs' ? 1 : 4) }
}

const UNP = 'DT000600-OP01-0001000'
/** One receipt for 5.00 paid with 10.00, in the words of each family. */
type Asked = readonly [number, string]
type Words = Record<
  | 'open'
  | 'sale'
  | 'pay'
  | 'state'
  | 'close'
  | 'cancel'
  | 'number'
  | 'cashIn'
  | 'cashOut'
  | 'z'
  | 'storno'
  | 'wrong',
  Asked
>
const words: Record<keyof typeof makes, Words> = {
  datecs: {
    open: [0x30, `1,0000,1,${UNP}`],
    sale: [0x31, 'Такса\tБ5.00*1'],
    pay: [0x35, '\tP10.00'],
    state: [0x4c, 'T'],
    close: [0x38, ''],
    cancel: [0x3c, ''],
    number: [0x71, ''],
    cashIn: [0x46, '100.00'],
    cashOut: [0x46, '-200.00'],
    z: [0x45, '0'],
    storno: [0x2e, `1,0000,1,R1,${UNP},221126101500,02000600`],
    wrong: [0x30, `1,9999,1,${UNP}`],
  },
  'datecs-x': {
    open: [0x30, `1\t0000\t${UNP}\t1\t\t`],
    sale: [0x31, 'Такса\t2\t5.00\t1.000\t\t\t0\t'],
    pay: [0x35, '0\t10.00\t\t'],
    state: [0x4c, ''],
    close: [0x38, ''],
    cancel: [0x3c, ''],
    number: [0x7c, '\t\t0\t'],
    cashIn: [0x46, '0\t100.00\t'],
    cashOut: [0x46, '1\t200.00\t'],
    z: [0x45, 'Z\t'],
    storno: [0x2b, `1\t0000\t1\t1\t1\t22-11-26 10:15:00\t02000600\t\t\t\t${UNP}\t`],
    wrong: [0x30, `1\t9999\t${UNP}\t1\t\t`],
  },
}

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

describe.each(Object.keys(makes) as (keyof typeof makes)[])('%s', make => {
  const say = words[make]
  const sell = async (host: ReturnType<typeof islHost>) => {
    for (const step of ['open', 'sale', 'pay', 'close'] as const) await host.ask(...say[step])
  }

  test('a person reads the receipt', async () => {
    const { emulator, host } = device(make)
    await sell(host)
    expect(emulator.paper().map(line => line.trim())).toEqual([
      'ОБЩИНА ТРОЯН',
      'пл. Възраждане 1, Троян',
      'ЕИК 000291709',
      `УНП: ${UNP}`,
      'ОПЕРАТОР 1',
      'Такса',
      '5.00 Б',
      '-'.repeat(42),
      expect.stringMatching(/^ОБЩА СУМА +5\.00$/),
      expect.stringMatching(/^В БРОЙ +10\.00$/),
      expect.stringMatching(/^РЕСТО +5\.00$/),
      '02000600*0000001*2026-11-22*10:15:00*5.00',
      expect.stringMatching(/^#0000001 +22-11-2026 10:15:00$/),
      'ФИСКАЛЕН БОН',
      'ИН DT000600  ФП 02000600',
      '─'.repeat(42),
    ])
  })

  test('the same number is answered again and done once; a bad sum is not heard', async () => {
    const { emulator, host } = device(make)
    await host.ask(...say.open)
    const first = await host.ask(...say.sale)
    expect(await host.again(...say.sale)).toEqual(first)
    const bad = host.frame(...say.sale)
    bad[bad.length - 2] = 0x30
    expect(await host.send(bad)).toEqual([0x15])
    expect(emulator.paper().filter(line => line === 'Такса')).toHaveLength(1)
  })

  test('a frame is found in noise and however it is cut', async () => {
    const { host } = device(make)
    const frame = host.frame(...say.state)
    expect((await host.send([0xff, 0x00, ...frame])).length).toBeGreaterThan(10)
    const answers: number[] = []
    for (const byte of host.frame(...say.state)) answers.push(...(await host.send([byte])))
    expect(answers.length).toBeGreaterThan(10)
  })

  test('no paper: the command changes nothing, and goes on when there is paper', async () => {
    const { emulator, host } = device(make, ['paper-out@5'])
    await host.ask(...say.open)
    const refused = await host.ask(...say.sale)
    expect(refused.status.slice(0, 6)).toBe('A08089')
    expect(emulator.paper()).toHaveLength(5)
    emulator.mend()
    for (const step of ['sale', 'pay', 'close'] as const) await host.ask(...say[step])
    expect(emulator.journal()).toMatchObject([{ kind: 'sale', total: 500 }])
  })

  test('what has been paid cannot be given up, and nothing more is sold', async () => {
    const { emulator, host } = device(make)
    for (const step of ['open', 'sale', 'pay'] as const) await host.ask(...say[step])
    for (const step of ['sale', 'cancel', 'open', 'z'] as const)
      expect((await host.ask(...say[step])).status.slice(0, 4), step).toBe('A082')
    await host.ask(...say.close)
    expect(emulator.journal().map(one => one.kind)).toEqual(['sale'])
  })

  test('a cancelled receipt says so and keeps its number', async () => {
    const { emulator, host } = device(make)
    for (const step of ['open', 'sale', 'cancel'] as const) await host.ask(...say[step])
    await sell(host)
    expect(emulator.journal().map(one => `${one.document} ${one.kind}`)).toEqual(['1 cancelled', '2 sale'])
    expect(emulator.paper().map(line => line.trim())).toContain('=АНУЛИРАНО=')
  })

  test('the drawer gives no more than it holds; Z ends the day, its cash and its sums', async () => {
    const { emulator, host } = device(make)
    await sell(host)
    await host.ask(...say.cashIn)
    await host.ask(...say.cashOut)
    await host.ask(...say.z)
    expect(emulator.journal().map(one => `${one.kind} ${one.total}`)).toEqual([
      'sale 500',
      'cash_in 10000',
      'z 500',
    ])
    expect((await host.ask(...say.cashOut)).status.slice(0, 4)).toBe('A082')
  })

  test('a storno of cash needs the cash', async () => {
    const { emulator, host } = device(make)
    await sell(host)
    await host.ask(...say.z)
    await host.ask(...say.storno)
    await host.ask(...say.sale)
    const pay: Asked = make === 'datecs' ? [0x35, '\tP5.00'] : [0x35, '0\t5.00\t\t']
    expect((await host.ask(...pay)).status.slice(0, 2)).toBe('A0')
    await host.ask(...say.cancel)
    await host.ask(...say.cashIn)
    for (const step of [say.storno, say.sale, pay, say.close]) await host.ask(...step)
    expect(emulator.journal().at(-1)).toMatchObject({ kind: 'storno', unp: UNP, total: 500 })
    expect(emulator.paper().join('\n')).toContain('С Т О Р Н О')
  })

  test('three wrong passwords lock it until it is switched off', async () => {
    const { emulator, host } = device(make)
    for (let n = 0; n < 3; n++) await host.ask(...say.wrong)
    expect((await host.ask(...say.open)).status.slice(0, 4)).toBe('A082')
    emulator.cause(parseFault('reset', 'fiscal', []) as ScriptedFault)
    await new Promise(setImmediate)
    await sell(host)
    expect(emulator.journal()).toHaveLength(1)
  })

  test('after a day without Z nothing is sold', async () => {
    let now = NOW
    const { emulator, host } = device(make, [], { now: () => now })
    await sell(host)
    now = NOW.add({ hours: 25 })
    await host.ask(...say.open)
    expect(emulator.journal()).toHaveLength(1)
    await host.ask(...say.z)
    await sell(host)
    expect(emulator.journal().map(one => one.kind)).toEqual(['sale', 'z', 'sale'])
  })

  test('it is busy, says so, and answers at the end', async () => {
    const { host } = device(make, ['syn=300ms@close'])
    for (const step of ['open', 'sale', 'pay'] as const) await host.ask(...say[step])
    const { raw } = await host.ask(...say.close)
    expect(raw.slice(0, raw.indexOf(1))).toEqual([0x16, 0x16, 0x16, 0x16, 0x16])
  })

  test.each([
    ['nak*2@close', 2],
    ['lost@close', 1],
    ['reply-lost*2@close', 2],
    ['garbage@close', 0],
    ['noise@close', 1],
    ['dropped=3@close', 1],
    ['chunks=1', 0],
  ])('%s: the receipt is issued once, whatever the line does', async (fault, spoiled) => {
    const { emulator, host } = device(make, [fault])
    for (const step of ['open', 'sale', 'pay'] as const) await host.ask(...say[step])
    await host.ask(...say.close)
    for (let n = 0; n < spoiled; n++) await host.again(...say.close)
    const { text } = await host.again(...say.close)
    expect(text).toMatch(make === 'datecs' ? /^0001,0001$/ : /^0\t1\t$/)
    expect(emulator.journal().map(one => one.kind)).toEqual(['sale'])
  })

  test('power cut between payment and close: the receipt is still open and paid', async () => {
    const { emulator, host } = device(make, ['reset@payment'])
    for (const step of ['open', 'sale', 'pay'] as const) await host.ask(...say[step])
    const { text } = await host.ask(...say.state)
    expect(text).toBe(make === 'datecs' ? '1,1,5.00,5.00' : '0\t1\t1\t1\t5.00\t5.00\t')
    await host.ask(...say.close)
    expect(emulator.journal().map(one => one.kind)).toEqual(['sale'])
    expect(emulator.paper().map(line => line.trim())).toContain('*VOLTAGE DROP*')
  })

  test('the plug is pulled at its byte', () => {
    const { emulator, host } = device(make, ['unplug@20'])
    let pulled = false
    emulator.onDrop = () => {
      pulled = true
    }
    emulator.receive(Uint8Array.from(host.frame(...say.open)))
    expect(pulled).toBe(true)
    expect(emulator.paper()).toEqual([])
  })

  test('half a cent and more is a cent', async () => {
    const { emulator, host } = device(make)
    await host.ask(...say.open)
    const sale: Asked = make === 'datecs' ? [0x31, 'Час\tБ0.05*0.5'] : [0x31, 'Час\t2\t0.05\t0.500\t\t\t0\t']
    await host.ask(...sale)
    expect(emulator.paper().at(-1)).toMatch(/0\.500 x 0\.05 +0\.03 Б$/)
  })
})

test('group A copies a receipt into a storno from its number alone', async () => {
  const { emulator, host } = device('datecs')
  for (const step of ['open', 'sale', 'pay', 'close'] as const) await host.ask(...words.datecs[step])
  await host.ask(0x2e, '1,0000,1,E1')
  expect(emulator.journal().at(-1)).toMatchObject({ kind: 'storno', unp: UNP, total: 500 })
  expect((await host.ask(0x77, 'W,2')).text).toBe(`U,${UNP},1,1,2,0000002`)
})

test('group A prints the letters of the old table for the signs of the new', async () => {
  const { emulator, host } = device('datecs')
  await host.ask(...words.datecs.open)
  await host.ask(0x36, `${String.fromCharCode(0x88)} ${String.fromCharCode(0xb9)}`)
  expect(emulator.paper().at(-1)).toBe('#И щ')
})

test('group X tells documents from its journal', async () => {
  const { host } = device('datecs-x')
  for (const step of ['open', 'sale', 'pay', 'close'] as const) await host.ask(...words['datecs-x'][step])
  expect((await host.ask(0x7c, '\t\t10\t')).text).toBe('0\t22-11-26 10:15:00\t22-11-26 10:15:00\t1\t1\t')
  expect((await host.ask(0x4a, '1\t')).text).toBe('0\t02000600*0000001*2026-11-22*10:15:00*5.00\t')
  expect((await host.ask(0x7d, '9\t1\t1\t')).text).toBe('0\t1\t1\t22-11-26 10:15:00\t1\t1\t')
  expect((await host.ask(0x7d, '8\t')).text).toBe(
    `0\tDT000600\tФБ\t1\t${UNP}\tТакса\t5.00\t1.000\t5.00\t5.00\t\t\t\t\t\t`,
  )
  expect((await host.ask(0x7d, '8\t')).text).toBe('-100003\t')
})
