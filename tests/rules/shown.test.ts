import { expect, test } from 'vitest'
import { papers as bg } from '../../locales/bg/papers.ts'
import { isCodeRow, shownOf } from '../../rules/papers/shown.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { testPage } from '../../rules/papers/test-page.ts'
import { pictureOfScreen, readCodes } from '../support/read-codes.ts'
import { slip, testPageFacts } from './paper-facts.ts'

const page = testPage(testPageFacts, bg, 'bg')
const codeRows = (rows: string[]): string[] => rows.filter(isCodeRow)

test('a QR code on a screen of 80×24 is read by a phone', async () => {
  const rows = codeRows(shownOf(page, 42, 20))
  expect(rows.length).toBeLessThanOrEqual(20)
  expect(await readCodes(pictureOfScreen(rows))).toEqual(['QRCode Гише 0123456789'])
})

test('so is the one of a slip, on a window that has room for it', async () => {
  const rows = codeRows(shownOf(slipPaper(slip, bg, 'bg'), 48, 30))
  expect(await readCodes(pictureOfScreen(rows))).toEqual([`QRCode ${slip.check.link}`])
})

test('it gives up half of its border before it gives up being drawn', async () => {
  const [wide, narrow] = [17, 15].map(rows => codeRows(shownOf(page, 42, rows)))
  expect([wide?.length, narrow?.length]).toEqual([17, 15])
  expect(await readCodes(pictureOfScreen(narrow ?? []))).toEqual(['QRCode Гише 0123456789'])
})

test('a code that does not fit as a whole stands in words, as a barcode does', () => {
  const shown = shownOf(page, 42, 14)
  expect(codeRows(shown)).toEqual([])
  expect(shown.map(row => row.trim())).toContain('[QR: Гише 0123456789]')
  expect(shown.map(row => row.trim())).toContain('|| GISHE-012345 ||')
})
