import { expect, test } from 'vitest'
import { papers } from '../../locales/bg/papers.ts'
import { duplicateOf } from '../../rules/papers/duplicate.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { paperOfTown } from '../../rules/papers/practice.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import { reversalPaper } from '../../rules/papers/reversal.ts'
import { testPage } from '../../rules/papers/test-page.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import { voucherPaper } from '../../rules/papers/voucher.ts'
import { xReportPaper } from '../../rules/papers/x-report.ts'
import { cashOut, longReceipt, reversedReceipt, shortReceipt, testPageFacts } from './paper-facts.ts'
import { busyTill, xReport } from './till-facts.ts'

const real = longReceipt.town
const town = { ...real, training: true }
const { heading } = papers
const marks = (paper: Paper) =>
  paper.blocks.flatMap((block, at) => ('text' in block && block.text === heading.training ? [at] : []))
const opensDrawer = (paper: Paper) => paper.blocks.some(block => 'drawer' in block)

const receipt = receiptPaper({ ...longReceipt, town }, papers, 'bg')
const copy = { copy: 1, who: 'Мария Петрова', at: '22.11.2026 15:00' }
const PAPERS: [string, Paper][] = [
  ['a receipt', receipt],
  ['its duplicate', duplicateOf(receipt, copy, papers.duplicate)],
  ['a closing', tillClosingPaper({ ...busyTill, town }, papers, 'bg')],
  ['an X report', xReportPaper({ ...xReport, town }, papers, 'bg')],
  ['a reversal', reversalPaper({ ...reversedReceipt, town }, papers, 'bg')],
  ['a voucher', voucherPaper({ ...cashOut, town }, papers, 'bg')],
  ['one that nobody marked', receiptPaper(shortReceipt, papers, 'bg')],
]

test.each(PAPERS)(
  '%s of a practice session says so at its top and its bottom, and opens no drawer',
  (_, p) => {
    const paper = paperOfTown(p, town, heading)
    expect(marks(paper)).toHaveLength(2)
    expect(opensDrawer(paper)).toBe(false)
  },
)

test('a test page is of the printer, and papers of the town are as they were', () => {
  const page = testPage(testPageFacts, papers, 'bg')
  expect(paperOfTown(page, town, heading)).toBe(page)
  const paper = receiptPaper(shortReceipt, papers, 'bg')
  expect(opensDrawer(paper)).toBe(true)
  expect(paperOfTown(paper, real, heading)).toBe(paper)
})
