import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, test } from 'vitest'
import type { Clock } from '../../kiosk/clock.ts'
import { isRunning, runAlone } from '../../kiosk/home.ts'
import { type Outbox, openOutbox, type ToPress } from '../../kiosk/outbox.ts'

const PROGRAM = join(import.meta.dirname, '../support/outbox-program.ts')
const root = mkdtempSync(join(tmpdir(), 'gishe-outbox-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const newFolder = () => join(root, String(++folders))

const DAY_MS = 24 * 3_600_000
const press = (more: Partial<ToPress> = {}): ToPress => ({
  askId: '0199aaaa-0000-7000-8000-000000000000',
  face: 2,
  origin: 'keys',
  mark: null,
  box: null,
  ...more,
})
const closedPress = (outbox: Outbox, more?: Partial<ToPress>): number => {
  const seq = outbox.press(press(more))
  outbox.close(seq)
  return seq
}
const waitingIn = (outbox: Outbox) => outbox.waiting(100).map(({ seq }) => seq)

/** A clock that stands still until it is moved. */
const stillClock = (bootId = 'first'): Clock & { wall: number; running: number } => {
  const clock = {
    wall: Date.parse('2026-11-23T09:00:00Z'),
    running: 5_000,
    bootId,
    wallMs: () => clock.wall,
    runningMs: () => clock.running,
  }
  return clock
}

describe('the outbox of a device', () => {
  test('a press in its follow-up holds back itself and all after it; cut off, it goes out as it is', () => {
    const folder = newFolder()
    const outbox = openOutbox(folder)
    closedPress(outbox)
    const open = outbox.press(press({ face: 1 }))
    closedPress(outbox, { mark: 'repeat' })
    expect(waitingIn(outbox)).toEqual([1])
    outbox.giveReason(open, 'waiting')
    outbox.close(open)
    outbox.giveReason(open, 'too_late')
    expect(outbox.waiting(9)).toMatchObject([
      { seq: 1, reason: null },
      { seq: 2, face: 1, reason: 'waiting' },
      { seq: 3, mark: 'repeat' },
    ])
    const cut = outbox.press(press())
    outbox.giveReason(cut, 'attitude')
    outbox.end()
    const again = openOutbox(folder)
    expect(again.waiting(9).at(-1)).toMatchObject({ seq: 4, reason: 'attitude' })
    expect(again.deviceId).toBe(openOutbox(folder, { beside: true }).deviceId)
  })

  test('a program beside the running one leaves its open press open', () => {
    const folder = newFolder()
    const outbox = openOutbox(folder)
    const open = outbox.press(press())
    const beside = openOutbox(folder, { beside: true })
    expect(beside.waiting(9)).toEqual([])
    expect(beside.depth()).toBe(1)
    outbox.giveReason(open, 'waiting')
    outbox.close(open)
    expect(beside.waiting(9)).toMatchObject([{ reason: 'waiting' }])
  })

  test('what was sent is kept for 30 days, and sent again when the hub has lost it; no number comes twice', () => {
    const clock = stillClock()
    const outbox = openOutbox(newFolder(), { clock })
    for (let one = 0; one < 5; one++) closedPress(outbox)
    outbox.sent(3)
    expect([waitingIn(outbox), outbox.depth(), outbox.lastSentSeq()]).toEqual([[4, 5], 2, 3])
    outbox.sendAgainAbove(1)
    expect([waitingIn(outbox), outbox.lastSentSeq()]).toEqual([[2, 3, 4, 5], 1])
    outbox.sent(5)
    clock.wall += 29 * DAY_MS
    outbox.tidy()
    outbox.sendAgainAbove(4)
    expect(waitingIn(outbox)).toEqual([5])
    outbox.sent(5)
    clock.wall += 31 * DAY_MS
    outbox.tidy()
    outbox.sendAgainAbove(0)
    expect([waitingIn(outbox), outbox.lastSentSeq(), outbox.lastSeq()]).toEqual([[], 0, 5])
    expect(closedPress(outbox)).toBe(6)
  })

  test('one that the hub does not take is put aside and lets the others pass, until the program begins anew', () => {
    const folder = newFolder()
    const outbox = openOutbox(folder)
    for (let one = 0; one < 3; one++) closedPress(outbox)
    outbox.putAside(2)
    outbox.sent(3)
    expect([waitingIn(outbox), outbox.depth(), outbox.aside(), outbox.lastSentSeq()]).toEqual([[], 1, 1, 3])
    outbox.end()
    expect(waitingIn(openOutbox(folder))).toEqual([2])
  })

  test('how long ago is told by the running clock of this start of the machine alone', () => {
    const folder = newFolder()
    const clock = stillClock()
    const outbox = openOutbox(folder, { clock })
    closedPress(outbox)
    clock.wall -= 365 * DAY_MS
    clock.running += 4_000
    closedPress(outbox, { mark: 'repeat' })
    expect(outbox.recent(5_000)).toEqual([
      { pressedMs: 9_000, mark: 'repeat' },
      { pressedMs: 5_000, mark: null },
    ])
    expect(outbox.recent(3_000)).toHaveLength(1)
    expect(openOutbox(folder, { clock: stillClock('second') }).recent(60_000)).toEqual([])
  })

  test('words that a bad disk gives back bent are as good as none: the device asks anew and goes on', () => {
    const folder = newFolder()
    const outbox = openOutbox(folder)
    closedPress(outbox)
    for (const name of ['key', 'configuration'] as const) outbox.keepFact(name, '{"id":"\u0000')
    outbox.end()
    const again = openOutbox(folder)
    expect([again.key(), again.configuration(), waitingIn(again)]).toEqual([null, null, [1]])
  })

  test('the last number of a box is kept with its press', () => {
    const folder = newFolder()
    const clock = stillClock()
    const outbox = openOutbox(folder, { clock })
    expect(outbox.boxSeen(7)).toBeNull()
    outbox.press(press({ origin: 'box', box: { id: 7, seq: 41 } }))
    outbox.press(press({ origin: 'box', box: { id: 7, seq: 42 } }))
    outbox.end()
    clock.running += 2_000
    expect(openOutbox(folder, { clock }).boxSeen(7)).toEqual({ seq: 42, ageMs: 2_000 })
    expect(openOutbox(folder, { clock: stillClock('second') }).boxSeen(7)).toEqual({ seq: 42, ageMs: null })
  })

  test('made another device, it keeps what waits, and what was sent stays the old one’s', () => {
    const outbox = openOutbox(newFolder())
    for (let one = 0; one < 4; one++) closedPress(outbox)
    outbox.sent(2)
    const before = outbox.deviceId
    outbox.becomeAnother()
    expect(outbox.deviceId).not.toBe(before)
    outbox.sendAgainAbove(0)
    expect(waitingIn(outbox)).toEqual([3, 4])
  })

  test('nobody else reads it', () => {
    const folder = newFolder()
    closedPress(openOutbox(folder))
    const modes = readdirSync(folder).map(name => (statSync(join(folder, name)).mode & 0o077) === 0)
    expect(modes.length).toBeGreaterThan(1)
    expect(modes).not.toContain(false)
  })

  test('killed at any moment, every press that was answered is there', async () => {
    const folder = newFolder()
    const answered: number[] = []
    for (const most of [1, 40, 150]) {
      const program = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = once(program, 'close')
      const before = answered.length
      createInterface({ input: program.stdout }).on('line', line => {
        answered.push(Number(line))
        if (answered.length === before + most) program.kill('SIGKILL')
      })
      await ended
    }
    const kept = openOutbox(folder)
      .waiting(100_000)
      .map(({ seq }) => seq)
    expect(answered.length).toBeGreaterThanOrEqual(191)
    expect(kept).toEqual(kept.map((_, at) => at + 1))
    expect(kept).toEqual(expect.arrayContaining(answered))
  })

  test('a full disk is told, loses nothing that was answered, and is well again when there is room', () => {
    const folder = newFolder()
    mkdirSync(folder)
    const small = `mount -t tmpfs -o size=800k none '${folder}' && exec '${process.execPath}' '${PROGRAM}' '${folder}' full`
    const { thanked, faults, kept, mode } = JSON.parse(
      execFileSync('unshare', ['-Urm', 'sh', '-c', small], { encoding: 'utf8' }),
    )
    expect(faults).toEqual(['disk_full', 'disk_full', 'disk_full'])
    expect(thanked.length).toBeGreaterThan(10)
    expect(kept).toEqual(expect.arrayContaining(thanked))
    expect(kept.length).toBeLessThanOrEqual(thanked.length + 1)
    expect(mode).toBe('600')
  })

  test('the device runs once in its folder', () => {
    const folder = newFolder()
    const release = runAlone(folder)
    expect(isRunning(folder)).toBe(true)
    expect(() => runAlone(folder)).toThrow(expect.objectContaining({ code: 'kiosk.runs_already' }))
    release()
    expect(isRunning(folder)).toBe(false)
  })

  test('a folder that is no folder is a fault of the disk, not a bug', () => {
    expect(() => openOutbox('/dev/null/kiosk')).toThrow(expect.objectContaining({ code: 'disk_fault' }))
  })
})
