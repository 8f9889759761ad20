import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { pinGate } from '../../kiosk/pin.ts'

const salt = Buffer.from('smolyan')
const pin = `scrypt:${salt.toString('base64url')}:${scryptSync('2580', salt, 32).toString('base64url')}`

test('after three wrong PINs none is looked at for a while, then for twice as long', async () => {
  let now = 0
  const opens = pinGate({ runningMs: () => now })
  const tries = async (...typed: string[]) => {
    const opened = []
    for (const one of typed) opened.push(await opens(one, pin))
    return opened
  }
  expect(await tries('1111', '2580', '1', '2', '2581', '2580')).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
  ])
  now = 30_000
  expect(await tries('9', '2580')).toEqual([false, false])
  now = 89_999
  expect(await tries('2580')).toEqual([false])
  now = 90_000
  expect(await tries('2580')).toEqual([true])
})

test('without a PIN of the town nothing opens', async () => {
  const opens = pinGate({ runningMs: () => 0 })
  expect(await opens('', null)).toBe(false)
  expect(await opens('2580', 'scrypt::')).toBe(false)
})
