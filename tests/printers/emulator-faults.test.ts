import { describe, expect, test } from 'vitest'
import { faultPlan, parseFault, type ScriptedFault } from '../../printers/emulators/faults.ts'

const COMMANDS = ['sale', 'close', 'z']
const fault = (text: string) => parseFault(text, 'fiscal', COMMANDS)
const plain = { times: 1, value: null, text: null, where: null }

describe('a fault is read from one word', () => {
  test.each([
    ['paper-out@3', { name: 'paper-out', where: { nth: 3, command: null } }],
    ['paper-out=5s@3', { name: 'paper-out', value: 5_000, where: { nth: 3, command: null } }],
    ['nak*2@sale', { name: 'nak', times: 2, where: { nth: 1, command: 'sale' } }],
    ['syn=20s@z', { name: 'syn', value: 20_000, where: { nth: 1, command: 'z' } }],
    ['reply-lost@sale#2', { name: 'reply-lost', where: { nth: 2, command: 'sale' } }],
    ['cover-open', { name: 'cover-open' }],
    ['chunks=1', { name: 'chunks', value: 1 }],
    ['password=1234', { name: 'password', text: '1234' }],
    ['clock=-2h', { name: 'clock', value: -7_200_000 }],
    ['unplug@120', { name: 'unplug', where: { nth: 120, command: null } }],
  ])('%s', (text, expected) => expect(fault(text)).toEqual({ ...plain, ...expected }))

  test.each([
    ['fire', 'fire'],
    ['', ''],
    ['syn=long', '=long'],
    ['near-end=5', '=5'],
    ['nak@buy', '@buy'],
    ['chunks=1@7', '@7'],
    ['cutter', 'cutter'],
  ])('%s is not', (text, piece) => expect(fault(text)).toEqual({ piece }))
})

test('a fault is due at its command, so many times and no more', () => {
  const plan = faultPlan([fault('nak*2@sale#2') as ScriptedFault])
  const due = ['sale', 'close', 'sale', 'sale', 'sale'].map(command => {
    plan.arrive(command)
    return plan.due('nak') !== null
  })
  expect(due).toEqual([false, false, true, true, false])
})
