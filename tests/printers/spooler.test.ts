import { describe, expect, test } from 'vitest'
import { readPaper, roms, textsOf } from '../../printers/emulators/escpos-paper.ts'
import { Fault } from '../../printers/fault.ts'
import { deviceOf } from '../../printers/printer.ts'
import type { SpoolerState } from '../../printers/tended.ts'
import { emulatedPrinter, printerOnPty, printerOnTcp } from '../support/emulated-printer.ts'
import { office } from './memory-queue.ts'
import { atRest, type Print, running, start, states } from './spooling.ts'
import { pace } from './spooling-pace.ts'

/** A printer that notes what it was given; a script says which attempt fails and how. */
function notingPrinter(faults: (Fault | Error | null)[] = []) {
  const printed: string[] = []
  const print: Print = async paper => {
    const fault = faults.shift() ?? null
    if (!(fault instanceof Fault) || fault.sentBytes) printed.push(paper.title)
    if (fault) throw fault
    return { confirmed: true }
  }
  return { printed, print }
}

describe('with a printer that works', () => {
  test('papers are printed in the order they were owed, and recorded', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    here.queue('а')
    here.queue('б')
    start(here, { print })
    await states(here).toEqual(['а printed', 'б printed'])
    here.queue('в')
    await states(here).toEqual(['а printed', 'б printed', 'в printed'])
    expect(printed).toEqual(['а', 'б', 'в'])
    expect(here.jobs.map(job => job.confirmed)).toEqual([true, true, true])
  })

  test('a paper that nobody announced is found by polling', async () => {
    const here = office()
    const { print } = notingPrinter()
    const queue = here.connect()
    start(here, { queue: { ...queue, onWake: () => () => undefined }, print })
    here.queue('а')
    await states(here).toEqual(['а printed'])
  })

  test('a paper announced between looking and resting does not wait for the poll', async () => {
    const here = office()
    const { print } = notingPrinter()
    let looked = false
    here.before = step => {
      if (step !== 'claim' || looked) return
      looked = true
      setImmediate(() => here.queue('а'))
    }
    start(here, { print, pace: { ...pace, poll_ms: 60_000 } })
    await states(here).toEqual(['а printed'])
  })

  test('stopping lets the paper at the printer end, records it and leaves the rest', async () => {
    const here = office()
    const reached = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    here.queue('а')
    here.queue('б')
    const spooler = start(here, {
      print: async () => {
        reached.resolve()
        await finish.promise
        return { confirmed: false }
      },
    })
    await reached.promise
    const stopped = spooler.stop()
    finish.resolve()
    await stopped
    expect(here.states()).toEqual(['а printed', 'б queued'])
    expect(spooler.state()).toEqual({ ...atRest, owner: false })
  })
})

describe('with a printer that fails', () => {
  test('nothing sent: the paper waits before the others and is tried again', async () => {
    const here = office()
    const seen: SpoolerState[] = []
    const { printed, print } = notingPrinter([new Fault('cover_open'), new Fault('cover_open')])
    here.queue('а')
    here.queue('б')
    start(here, { print, onChange: state => seen.push(state) })
    await states(here).toEqual(['а printed', 'б printed'])
    expect(printed).toEqual(['а', 'б'])
    expect(seen.some(state => state.fault?.code === 'cover_open')).toBe(true)
    await expect.poll(() => seen.at(-1)).toEqual({ ...atRest, owner: true })
  })

  test('something sent: the paper is in doubt, not sent again, and the next one goes on', async () => {
    const here = office()
    const { printed, print } = notingPrinter([new Fault('line_broken', { sentBytes: true })])
    here.queue('а')
    here.queue('б')
    start(here, { print })
    await states(here).toEqual(['а unsure line_broken', 'б printed'])
    expect(printed).toEqual(['а', 'б'])
  })

  test('an error nobody foresaw counts as something sent', async () => {
    const here = office()
    const { printed, print } = notingPrinter([new TypeError('bug')])
    here.queue('а')
    start(here, { print })
    await states(here).toEqual(['а unsure line_broken'])
    expect(printed).toEqual(['а'])
  })

  test('settings that can never print fail the paper and hold up nobody', async () => {
    const here = office()
    const { print } = notingPrinter([new Fault('bad_settings')])
    here.queue('а')
    here.queue('б')
    start(here, { print })
    await states(here).toEqual(['а failed bad_settings', 'б printed'])
  })
})

describe('with a database that comes and goes', () => {
  test('a printed paper whose record is refused is recorded later and printed once', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    let refused = 0
    here.before = step => {
      if (step === 'printed') here.away = ++refused <= 4
    }
    here.queue('а')
    here.queue('б')
    start(here, { print })
    await states(here).toEqual(['а printed', 'б printed'])
    expect(refused).toBeGreaterThan(4)
    expect(printed).toEqual(['а', 'б'])
  })

  test('whoever took the printer meanwhile doubts the paper; the one who printed it settles that', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    const other = here.connect()
    here.before = step => {
      if (step === 'printed' && !here.away && here.jobs[0]?.state === 'sending') here.away = true
    }
    here.queue('а')
    start(here, { print })
    await expect.poll(() => here.away).toBe(true)
    here.away = false
    await other.own()
    await other.doubtOrphans()
    await states(here).toEqual(['а printed'])
    expect(printed).toEqual(['а'])
  })

  test.each(['own', 'doubtOrphans', 'claim'])('an error at %s is outlived', async where => {
    const here = office()
    const { printed, print } = notingPrinter()
    let refused = 0
    here.before = step => {
      here.away = step === where && ++refused <= 3
    }
    here.queue('а')
    start(here, { print })
    await states(here).toEqual(['а printed'])
    expect(printed).toEqual(['а'])
  })

  test('stopping does not wait for a database that is gone; the paper is doubted by the next program', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    here.before = step => {
      if (step === 'printed') here.away = true
    }
    here.queue('а')
    const first = start(here, { print })
    await expect.poll(() => here.away).toBe(true)
    await first.stop()
    here.before = () => undefined
    here.away = false
    start(here, { print })
    await states(here).toEqual(['а unsure'])
    expect(printed).toEqual(['а'])
  })
})

test('two programs on one printer: one prints, the other takes over when it stops', async () => {
  const here = office()
  let atOnce = 0
  let most = 0
  const printed: string[] = []
  const printer =
    (name: string): Print =>
    async paper => {
      most = Math.max(most, ++atOnce)
      await new Promise(resolve => setTimeout(resolve, 5))
      atOnce--
      printed.push(`${name} ${paper.title}`)
      return { confirmed: true }
    }
  const first = start(here, { print: printer('first') })
  await expect.poll(() => first.state().owner).toBe(true)
  const second = start(here, { print: printer('second') })
  for (const text of ['а', 'б', 'в']) here.queue(text)
  await states(here).toEqual(['а printed', 'б printed', 'в printed'])
  expect(second.state().owner).toBe(false)
  await first.stop()
  here.queue('г')
  await states(here).toEqual(['а printed', 'б printed', 'в printed', 'г printed'])
  expect(printed).toEqual(['first а', 'first б', 'first в', 'second г'])
  expect(most).toBe(1)
})

describe('two programs on one printer and a database that restarts: only who owns it now prints', () => {
  test('when the first owner had nothing to do and noticed nothing', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    const first = start(here, { print, pace: { ...pace, poll_ms: 60_000 } })
    await expect.poll(() => first.state().owner).toBe(true)
    here.restart()
    await here.connect().own()
    here.queue('а')
    await expect.poll(() => first.state().owner).toBe(false)
    expect([here.trespasses(), printed, here.states()]).toEqual([[], [], ['а queued']])
  })

  test('when the first owner was printing and its record came in time', async () => {
    const here = office()
    const { printed, print } = notingPrinter()
    const other = here.connect()
    here.queue('а')
    here.queue('б')
    const first = start(here, {
      print: async (paper, note) => {
        here.restart()
        await other.own()
        return print(paper, note)
      },
    })
    await expect.poll(() => here.states()).toEqual(['а printed', 'б queued'])
    await expect.poll(() => first.state().owner).toBe(false)
    expect([here.trespasses(), printed]).toEqual([[], ['а']])
  })
})

describe('on a real line', () => {
  const textsOn = (bytes: Uint8Array) => readPaper(bytes, roms.epson).papers.flatMap(paper => textsOf(paper))

  test('out of paper, paper back: printing resumes by itself and each paper is there once', async () => {
    const printer = emulatedPrinter({ paperOut: true })
    const { path } = await printerOnPty(printer)
    const here = office()
    here.queue('първа')
    here.queue('втора')
    const spooler = start(here, { device: deviceOf({ profile: 'epson-80', line: `serial:${path}` }) })
    await expect.poll(() => spooler.state().fault?.code).toBe('out_of_paper')
    expect(printer.paper()).toHaveLength(0)
    printer.faults.paperOut = false
    await states(here).toEqual(['първа printed', 'втора printed'])
    expect(textsOn(printer.paper())).toEqual(['първа', 'втора'])
  })

  test('a connection cut during a paper: that one is in doubt, the rest is printed on the next', async () => {
    const printer = emulatedPrinter({ unplugAt: 12 })
    const { port, stop } = await printerOnTcp(printer)
    const here = office()
    here.queue('първа')
    here.queue('втора')
    start(here, { device: deviceOf({ profile: 'epson-80', line: `tcp://127.0.0.1:${port}` }) })
    await states(here).toEqual(['първа unsure line_broken', 'втора printed'])
    await running.at(-1)?.stop()
    await stop()
  })
})
