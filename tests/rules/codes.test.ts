import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_128_QUIET, code128Of } from '../../rules/codes/code-128.ts'
import { QR_QUIET, qrOf } from '../../rules/codes/qr.ts'
import { framed, readCodes } from '../support/read-codes.ts'

const readBars = (text: string) => {
  const bars = code128Of(text)
  return (
    bars &&
    readCodes(
      framed(
        Array.from({ length: 30 }, () => bars),
        CODE_128_QUIET,
      ),
      2,
    )
  )
}

const readQr = (text: string, isClean: boolean) => {
  const matrix = qrOf(text, { isClean })
  return matrix && readCodes(framed(matrix, QR_QUIET), 3)
}

describe('a barcode', () => {
  test.each([
    '94-00-123',
    'RD-1',
    '1',
    '12',
    '123',
    '0001234567',
    '12345-6789012-34567',
    'ab1234567cd',
    ' ~!"#$%&\'()*+,-./:;<=>?@[]^_`{|}',
    'A 2026 B 123456 C 1234',
  ])('of «%s» is read back by a scanner', async text => {
    expect(await readBars(text)).toEqual([`Code128 ${text}`])
  })

  test('of any text that it can hold is read back', async () => {
    const letters = fc.array(fc.constantFrom(...'0123456789012345678901234567-/ AZaz~'), {
      minLength: 1,
      maxLength: 24,
    })
    await fc.assert(
      fc.asyncProperty(letters, async array => {
        expect(await readBars(array.join(''))).toEqual([`Code128 ${array.join('')}`])
      }),
      { numRuns: 60 },
    )
  })

  test('writes digits in pairs: a number of ten takes 90 modules, not 145', () => {
    expect(code128Of('0001234567')).toHaveLength(35 + 5 * 11)
    expect(code128Of('ABCDEFGHIJ')).toHaveLength(35 + 10 * 11)
  })

  test('cannot hold Cyrillic, control characters or nothing', () => {
    expect([code128Of('РД-1'), code128Of('a\nb'), code128Of('')]).toEqual([null, null, null])
  })
})

describe('a QR code', () => {
  test.each([
    'https://obshtina.bg/proverka?n=94-00-123&k=7K4M2XQ9',
    '94-00-123 7K4M-2XQ9-PT3H',
    'Проверка на преписка № 94-00-123 от 22.11.2026 г.',
    '1234567890',
  ])('of «%s» is read back by a phone, from paper and from a screen', async text => {
    expect(await readQr(text, false)).toEqual([`QRCode ${text}`])
    expect(await readQr(text, true)).toEqual([`QRCode ${text}`])
  })

  test('is still read where a corner of the paper is torn a little', async () => {
    const text = 'https://obshtina.bg/proverka?n=94-00-123'
    const matrix = (qrOf(text) ?? []).map(row => [...row])
    const size = matrix.length
    for (let y = size - 4; y < size; y++) for (let x = size - 4; x < size; x++) matrix[y]![x] = false
    expect(await readCodes(framed(matrix, QR_QUIET))).toEqual([`QRCode ${text}`])
  })

  test('cannot hold nothing, nor a book', () => {
    expect([qrOf(''), qrOf('я'.repeat(1166)), qrOf('a'.repeat(2332))]).toEqual([null, null, null])
    expect(qrOf('я'.repeat(1165))).toHaveLength(177)
  })
})
