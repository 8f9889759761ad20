import { describe, expect, test } from 'vitest'
import { parseFault, type ScriptedFault } from '../../printers/emulators/faults.ts'
import type { islHost } from '../support/isl-host.ts'
import { type Asked, device, makes, NOW, UNP, words } from './emulated-fiscal.ts'

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
