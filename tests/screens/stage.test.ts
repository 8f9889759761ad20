import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { screens } from '../../locales/bg/screens.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { Key, KeyName } from '../../tui/keys.ts'
import { back, change, open, push, type Screen } from '../../tui/screen.ts'
import { Stage } from '../../tui/stage.ts'

const text = (typed: string): Key => ({ kind: 'text', text: typed })
const key = (name: KeyName): Key => ({ kind: 'key', name })

const stageOf = <S, R>(screen: Screen<S, R>, state: S): Stage =>
  new Stage({
    first: open(screen, state),
    size: { columns: 80, rows: 24 },
    texts: screens.frame,
    describeRefusal: why => why.code,
    describeFault: () => null,
    isConnectionFault: error => error instanceof Error && error.message === 'line down',
    onConnectionFault: async () => {},
    onBug: error => String(error),
  })

const plain = { title: () => '', View: () => null }

type Till = { typed: string; added: string[] }

/** Enter adds what was typed, after as many turns of the event loop as `turns` says; what is `x` is refused. */
const till = (turns: () => number): Screen<Till> => ({
  ...plain,
  type: (s, one) => (one.kind === 'text' ? { ...s, typed: s.typed + one.text } : s),
  keys: s => [
    {
      key: 'enter',
      label: '',
      run: async () => {
        for (let turn = turns(); turn > 0; turn--) await new Promise(resolve => setImmediate(resolve))
        if (s.typed === 'x') throw refusal('service.unknown', { code: 'x' })
        return change(now => ({ typed: now.typed.slice(s.typed.length), added: [...now.added, s.typed] }))
      },
    },
  ],
})

const idle = async () => {
  for (let turn = 0; turn < 60; turn++) await new Promise(resolve => setImmediate(resolve))
}

test('however fast scans come and however slow the database is, each is added once, in order', async () => {
  const scans = fc.array(
    fc.record({ scan: fc.integer({ min: 100, max: 999 }), pause: fc.nat(2), slow: fc.nat(4) }),
    { maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(scans, async planned => {
      const turns = planned.map(one => one.slow)
      const stage = stageOf(
        till(() => turns.shift() ?? 0),
        { typed: '', added: [] },
      )
      for (const { scan, pause } of planned) {
        stage.press([text(String(scan)), key('enter')])
        for (let turn = 0; turn < pause; turn++) await new Promise(resolve => setImmediate(resolve))
      }
      await idle()
      expect(stage.picture().state).toEqual({ typed: '', added: planned.map(one => String(one.scan)) })
      stage.quit()
    }),
    { numRuns: 60 },
  )
})

test('a refused operation keeps its text and drops the commands meant to follow it', async () => {
  const stage = stageOf(
    till(() => 1),
    { typed: '', added: [] },
  )
  stage.press([text('x'), key('enter'), text('7'), key('enter'), text('8')])
  await idle()
  expect(stage.picture().state).toEqual({ typed: 'x7', added: [] })
  expect(stage.picture().notice?.text).toBe(`service.unknown ${screens.frame.notTaken}`)
})

test('a menu takes digits, also several in one run', () => {
  const menu: Screen<number[]> = {
    ...plain,
    isBare: true,
    type: s => s,
    keys: () =>
      (['1', '2'] as const).map(digit => ({
        key: digit,
        label: '',
        quiet: true,
        run: () => change(s => [...s, Number(digit)]),
      })),
  }
  const stage = stageOf(menu, [])
  stage.press([text('121')])
  expect(stage.picture().state).toEqual([1, 2, 1])
  expect(stage.picture()).toMatchObject({ lines: [], functionKeys: [] })
})

test('a scan answers no menu, whatever digit it begins with', () => {
  const asking: Screen<string> = {
    ...plain,
    type: (s, typed) => (typed.kind === 'text' ? s + typed.text : s),
    keys: () => [{ key: '6', label: '', run: () => change(() => 'answered') }],
  }
  const stage = stageOf(asking, '')
  stage.press([text('6142030040')])
  expect(stage.picture().state).toBe('6142030040')
})

test('a screen whose keys throw shows that it is broken, tells it once, and Esc still leaves it', () => {
  const broken: Screen<number> = {
    ...plain,
    type: s => s,
    keys: () => {
      throw new TypeError('no keys')
    },
  }
  const below: Screen<number> = {
    ...plain,
    type: s => s,
    keys: () => [{ key: 'f2', label: '', run: () => push(broken, 0) }],
  }
  const stage = stageOf(below, 1)
  stage.press([key('f2')])
  expect(stage.picture()).toMatchObject({ title: screens.frame.brokenScreen, notice: { tone: 'bug' } })
  stage.press([key('esc')])
  expect(stage.picture().state).toBe(1)
})

test('going back from the first screen ends', async () => {
  const only: Screen<number> = {
    ...plain,
    type: s => s,
    keys: () => [{ key: 'esc', label: '', run: () => back() }],
  }
  const stage = stageOf(only, 0)
  stage.press([key('esc')])
  await stage.ended()
})

test('what a stopped run says afterwards is not heard', async () => {
  const late = Promise.withResolvers<void>()
  const screen: Screen<string> = {
    ...plain,
    type: s => s,
    keys: () => [
      {
        key: 'enter',
        label: '',
        run: async (_, host) => {
          if (host.stopped.aborted) return
          late.promise.then(() => host.change(() => 'too late'))
          throw new Error('line down')
        },
      },
    ],
  }
  const stage = stageOf(screen, 'as it was')
  stage.press([key('enter')])
  await idle()
  stage.press([key('esc')])
  await idle()
  late.resolve()
  await idle()
  expect(stage.picture()).toMatchObject({ state: 'as it was', notice: { text: screens.frame.stopped } })
})

describe('a tick', () => {
  afterEach(() => vi.useRealTimers())
  const ticking = (run: (s: number) => number): Screen<number> => ({
    ...plain,
    type: s => s,
    keys: () => [
      {
        key: 'f2',
        label: '',
        run: () =>
          push(
            till(() => 0),
            { typed: '', added: [] },
          ),
      },
    ],
    tick: { every_ms: 1000, run: async s => () => run(s) },
  })

  test('moves the screen on while it is on top, and rests while another one is', async () => {
    vi.useFakeTimers()
    const stage = stageOf(
      ticking(s => s + 1),
      0,
    )
    await vi.advanceTimersByTimeAsync(3500)
    expect(stage.picture().state).toBe(3)
    stage.press([key('f2')])
    await vi.advanceTimersByTimeAsync(5000)
    stage.press([key('esc')])
    expect(stage.picture().state).toBe(3)
    await vi.advanceTimersByTimeAsync(1000)
    expect(stage.picture().state).toBe(4)
    stage.quit()
  })
  test('that is refused or finds no line is silent, and the next one comes', async () => {
    vi.useFakeTimers()
    const troubles: unknown[] = [new Refusal('till.not_open', {}), new Error('line down')]
    const screen = ticking(s => s + 1)
    const troubled: Screen<number> = {
      ...screen,
      tick: {
        every_ms: 1000,
        run: async () => {
          const trouble = troubles.shift()
          if (trouble) throw trouble
          return s => s + 1
        },
      },
    }
    const stage = stageOf(troubled, 0)
    await vi.advanceTimersByTimeAsync(3500)
    expect(stage.picture()).toMatchObject({ state: 1, notice: null })
    stage.quit()
  })
})
