import { describe, expect, test } from 'vitest'
import type { Answer, Device } from '../../printers/device.ts'
import { Fault, type FaultCode } from '../../printers/fault.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import { type Office, office } from './memory-queue.ts'
import { paperSaying } from './papers.ts'
import { atRest, start, states } from './spooling.ts'
import { pace } from './spooling-pace.ts'

/** A printer that says how it does, prints only when it is well, and may be asked what became of a paper. */
function tellingPrinter() {
  const it = {
    fault: null as FaultCode | null,
    warnings: [] as PrinterWarning[],
    printed: [] as string[],
    looks: 0,
    /** What the next papers end with. */
    script: [] as (Fault | null)[],
  }
  const device: Device = {
    async health() {
      it.looks++
      return { fault: it.fault && new Fault(it.fault), warnings: it.warnings }
    },
    async print(paper) {
      const [fault = it.fault && new Fault(it.fault)] = it.script.splice(0, 1)
      if (!fault || fault.sentBytes) it.printed.push(paper.title)
      if (fault) throw fault
      return { confirmed: true }
    },
  }
  return { it, device }
}

const claims = (here: Office) => {
  const seen: string[] = []
  here.before = step => void seen.push(step)
  return () => seen.filter(step => step === 'claim').length
}

describe('while the printer says that it cannot', () => {
  test('papers wait in their order and nothing is written; they come out once it can', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    it.fault = 'out_of_paper'
    const spooler = start(here, { device })
    await expect.poll(() => spooler.state().fault?.code).toBe('out_of_paper')
    const claimed = claims(here)
    here.queue('а')
    here.queue('б')
    const looks = it.looks
    await expect.poll(() => it.looks).toBeGreaterThan(looks + 3)
    expect([claimed(), here.jobs.map(job => job.attempts)]).toEqual([0, [0, 0]])
    it.fault = null
    await states(here).toEqual(['а printed', 'б printed'])
    expect([it.printed, here.jobs.map(job => job.attempts)]).toEqual([
      ['а', 'б'],
      [1, 1],
    ])
    await expect.poll(() => spooler.state()).toEqual({ ...atRest, owner: true })
  })

  test('the report that ends its day goes before the receipts that wait for it', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    it.fault = 'day_not_closed'
    here.queue('бон')
    const spooler = start(here, { device })
    await expect.poll(() => spooler.state().fault?.code).toBe('day_not_closed')
    it.script.push(null)
    here.before = step => {
      if (step === 'printed') it.fault = null
    }
    const fiscal = { task: 'z_report' } as const
    here.queue('Z', { paper: { ...paperSaying('Z'), kind: 'fiscal-report', fiscal } })
    await states(here).toEqual(['бон printed', 'Z printed'])
    expect([it.printed, here.jobs[0]?.attempts]).toEqual([['Z', 'бон'], 1])
  })
})

test('a device that says only when it is sent a receipt that its day is over prints the report first too', async () => {
  const here = office()
  const { it, device } = tellingPrinter()
  it.script = [new Fault('day_not_closed'), null]
  here.queue('бон')
  const spooler = start(here, { device, pace: { ...pace, again_ms: 50, most_ms: 50 } })
  await expect.poll(() => spooler.state().fault?.code).toBe('day_not_closed')
  const fiscal = { task: 'z_report' } as const
  here.queue('Z', { paper: { ...paperSaying('Z'), kind: 'fiscal-report', fiscal } })
  await states(here).toEqual(['бон printed', 'Z printed'])
  expect(it.printed).toEqual(['Z', 'бон'])
})

describe('while nothing is owed', () => {
  test('faults and warnings are seen as they come and go, and others are told each once', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    const spooler = start(here, { device })
    await expect.poll(() => here.told).toEqual(['well'])
    it.warnings = ['paper_near_end']
    await expect.poll(() => spooler.state().warnings).toEqual(['paper_near_end'])
    it.fault = 'cover_open'
    await expect.poll(() => spooler.state().fault?.code).toBe('cover_open')
    it.fault = null
    it.warnings = []
    await expect.poll(() => spooler.state()).toEqual({ ...atRest, owner: true })
    const looks = it.looks
    await expect.poll(() => it.looks).toBeGreaterThan(looks + 3)
    expect(here.told).toEqual(['well', 'well paper_near_end', 'cover_open paper_near_end', 'well'])
  })

  test('that somebody prints here is told again and again, also while a paper takes long', async () => {
    const here = office()
    const { device } = tellingPrinter()
    const finish = Promise.withResolvers<void>()
    here.queue('дълъг')
    const print = async () => {
      await finish.promise
      return { confirmed: true }
    }
    const spooler = start(here, { device: { ...device, print }, pace: { ...pace, tell_ms: 10 } })
    await expect.poll(() => spooler.state().printing).toBe('дълъг')
    const before = here.told.length
    await expect.poll(() => here.told.length).toBeGreaterThan(before + 2)
    finish.resolve()
    await states(here).toEqual(['дълъг printed'])
  })

  test('a device that cannot tell is left alone', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    const claimed = claims(here)
    start(here, { device: { ...device, isMute: true } })
    await expect.poll(claimed).toBeGreaterThan(3)
    expect(it.looks).toBe(0)
  })

  test('looking costs no more than asking whose the printer is, a turn and whether something waits', async () => {
    const here = office()
    const { device } = tellingPrinter()
    const steps: string[] = []
    start(here, { device })
    await expect.poll(() => here.told).toEqual(['well'])
    here.before = step => void steps.push(step)
    await expect.poll(() => steps.length).toBeGreaterThan(8)
    const first = steps.indexOf('own')
    expect(steps.slice(first, first + 5)).toEqual(['own', 'takeTurn', 'claim', 'endTurn', 'own'])
  })
})

describe('a paper that is tried in vain', () => {
  test('is given up after twenty times, and the next one is tried', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    it.script = Array.from({ length: 20 }, () => new Fault('timeout'))
    here.queue('а')
    here.queue('б')
    start(here, { device, pace: { ...pace, most_ms: 5, unwell_ms: 5 } })
    await states(here).toEqual(['а failed timeout', 'б printed'])
    expect([here.jobs[0]?.attempts, it.printed]).toEqual([20, ['б']])
  })

  test('is tried anew as often when a person wants it', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    it.script = [new Fault('timeout')]
    here.queue('а', { attempts: 20 })
    start(here, { device })
    await states(here).toEqual(['а printed'])
    expect(it.printed).toEqual(['а'])
  })

  test('and waited too long does not come out any more', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    here.queue('вчера', { isLate: true })
    here.queue('днес')
    start(here, { device })
    await states(here).toEqual(['вчера failed too_late', 'днес printed'])
    expect(it.printed).toEqual(['днес'])
  })
})

describe('a paper in doubt', () => {
  const torn = new Fault('line_broken', { sentBytes: true })
  const document = { document: '124', fiscalMemory: '02345678', at: null, amountCents: 500 }
  const answering = (answer: () => Answer | Fault) => {
    const { it, device } = tellingPrinter()
    const asked: string[] = []
    const ask: Device['ask'] = async paper => {
      asked.push(`${paper.title} after ${it.printed.length}`)
      const told = answer()
      if (told instanceof Fault) throw told
      return told
    }
    return { it, asked, device: { ...device, ask } }
  }

  test('is asked about before the next one is sent, and is printed where the device has it', async () => {
    const here = office()
    const { it, asked, device } = answering(() => ({ outcome: 'printed', document }))
    it.script = [torn]
    here.queue('а')
    here.queue('б')
    start(here, { device })
    await states(here).toEqual(['а printed', 'б printed'])
    expect([asked, it.printed]).toEqual([['а after 1'], ['а', 'б']])
  })

  test('is asked about before the report that makes an end of the day', async () => {
    const here = office()
    const { it, asked, device } = answering(() => ({ outcome: 'printed' }))
    it.script = [torn, null]
    here.queue('а')
    const fiscal = { task: 'z_report' } as const
    here.queue('Z', { paper: { ...paperSaying('Z'), kind: 'fiscal-report', fiscal } })
    here.before = step => {
      if (step === 'unsure') it.fault = 'day_not_closed'
    }
    start(here, { device })
    await states(here).toEqual(['а printed', 'Z printed'])
    expect(asked).toEqual(['а after 1'])
  })

  test('goes first again where the device has nothing of it', async () => {
    const here = office()
    const { it, device } = answering(() => ({ outcome: 'not_printed' }))
    it.script = [torn]
    here.queue('а')
    here.queue('б')
    start(here, { device })
    await states(here).toEqual(['а printed', 'б printed'])
    expect(it.printed).toEqual(['а', 'а', 'б'])
  })

  test('stays for a person where the device cannot know', async () => {
    const here = office()
    const { it, device } = answering(() => ({ outcome: 'unknown', detail: 'other receipts since' }))
    it.script = [torn]
    here.queue('а')
    here.queue('б')
    start(here, { device })
    await states(here).toEqual(['а unsure line_broken', 'б printed'])
    expect(it.printed).toEqual(['а', 'б'])
  })

  test('holds up the others until a device that is away can be asked', async () => {
    const here = office()
    const { it, device } = answering(() => (it.fault ? new Fault('no_answer') : { outcome: 'printed' }))
    it.script = [torn]
    here.queue('а')
    here.before = step => {
      if (step === 'unsure') it.fault = 'no_answer'
    }
    const spooler = start(here, { device })
    await expect.poll(() => spooler.state().fault?.code).toBe('no_answer')
    here.queue('б')
    const looks = it.looks
    await expect.poll(() => it.looks).toBeGreaterThan(looks + 8)
    expect(here.states()).toEqual(['а unsure line_broken', 'б queued'])
    here.before = () => undefined
    it.fault = null
    await states(here).toEqual(['а printed', 'б printed'])
    expect(it.printed).toEqual(['а', 'б'])
  })

  test('does not hold them up for ever where the device is well and never answers', async () => {
    const here = office()
    const { it, device } = answering(() => new Fault('timeout'))
    it.script = [torn]
    here.queue('а')
    here.queue('б')
    start(here, { device })
    await states(here).toEqual(['а unsure line_broken', 'б printed'])
  })
})

describe('a printer that stands in', () => {
  test('takes over what waits once this one could not for a while; the rest comes back', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    here.standIn = { name: 'Каса 2', isWell: true }
    it.fault = 'out_of_paper'
    here.queue('а')
    const spooler = start(here, { device })
    await expect.poll(() => here.jobs[0]?.isAside).toBe(true)
    expect(spooler.state().standIn).toBe('Каса 2')
    it.fault = null
    await states(here).toEqual(['а printed'])
    expect(it.printed).toEqual(['а'])
    await expect.poll(() => spooler.state()).toEqual({ ...atRest, owner: true })
  })

  test('is not asked for a moment that passes', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    here.standIn = { name: 'Каса 2', isWell: true }
    it.fault = 'out_of_paper'
    here.queue('а')
    start(here, { device, pace: { ...pace, aside_ms: 60_000 } })
    await expect.poll(() => it.looks).toBeGreaterThan(5)
    expect(here.jobs[0]?.isAside).toBe(false)
  })

  test('takes nothing while it is not well itself', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    here.standIn = { name: 'Каса 2', isWell: false }
    it.fault = 'out_of_paper'
    here.queue('а')
    let asked = 0
    here.before = step => void (step === 'standAside' && asked++)
    const spooler = start(here, { device })
    await expect.poll(() => asked).toBeGreaterThan(2)
    expect([here.jobs[0]?.isAside, spooler.state().standIn]).toEqual([false, null])
  })

  test('keeps what a printer gave it that cannot tell whether it is well, until that one has printed', async () => {
    const here = office()
    const { it, device } = tellingPrinter()
    here.standIn = { name: 'Каса 2', isWell: true }
    it.script = Array.from({ length: 12 }, () => new Fault('no_device'))
    here.queue('а')
    let isBack = false
    here.before = step => {
      if (step === 'takeBack') isBack = true
    }
    const spooler = start(here, { device: { ...device, isMute: true } })
    await expect.poll(() => here.jobs[0]?.isAside).toBe(true)
    await expect.poll(() => spooler.state().fault).toBeNull()
    expect(isBack).toBe(false)
    it.script = []
    here.standIn.isWell = false
    here.queue('б')
    await states(here).toEqual(['а printed', 'б printed'])
    expect(it.printed).toEqual(['б', 'а'])
  })
})
