import { randomUUIDv7 } from 'node:crypto'
import type { PrintJob } from '../../office/print/list-jobs.ts'
import type { PaperRow, PapersFound } from '../../office/receipts/list-papers.ts'
import type { Cents } from '../../rules/money.ts'
import { shownOf } from '../../rules/papers/shown.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** The cash in the own till that is open here, or why nothing can be given back out of it. */
export type Drawer = { held: Cents } | { why: Refusal }

export type ReceiptsState = {
  entry: EntryLine
  /** What the list answers to; '' is the latest papers of the desk. */
  asked: string
  papers: readonly PaperRow[]
  isMore: boolean
  /** How many are asked for: a page more each time. */
  limit: number
  cursor: number
  /** First row of the chosen paper that is shown. */
  scroll: number
  /** Of the next duplicate: asked for twice on a bad line, one is printed. */
  copyId: string
  drawer: Drawer
}

export const PAGE = 100
export const PAPER_COLUMNS = 42
const SCROLL_ROWS = 8
/** Of the 20 rows that a window of 80×24 has for the paper: a larger code would be seen whole at no step of scrolling. */
const CODE_ROWS = 16

export const receiptsAtOpening = (): ReceiptsState => ({
  entry: entryLine(),
  asked: '',
  papers: [],
  isMore: false,
  limit: PAGE,
  cursor: 0,
  scroll: 0,
  copyId: randomUUIDv7(),
  drawer: { why: refusal('till.not_open', {}) },
})

export const chosenPaper = (s: ReceiptsState): PaperRow | undefined => s.papers[s.cursor]

/** The paper as it is printed, line by line. */
export const linesOfPaper = (row: PaperRow | undefined): string[] =>
  row ? shownOf(row.job.paper, PAPER_COLUMNS, CODE_ROWS) : []

/** Printing was cut short, or cannot be done: a person looks at the printer and says what came out. */
export const asksPerson = (job: PrintJob | undefined): boolean =>
  job !== undefined && ['unsure', 'failed'].includes(job.state)

/** The chosen paper asks, and nothing is being looked for: then digits answer it. */
export const isAsking = (s: ReceiptsState): boolean => s.entry.value === '' && asksPerson(chosenPaper(s)?.job)

export function typeAtReceipts(s: ReceiptsState, key: Key): ReceiptsState {
  if (key.kind === 'key' && (key.name === 'pageup' || key.name === 'pagedown'))
    return { ...s, scroll: scrolled(s, key.name === 'pageup' ? -SCROLL_ROWS : SCROLL_ROWS) }
  if (key.kind === 'key' && (key.name === 'up' || key.name === 'down')) {
    const cursor = moveCursor(s.cursor, key, s.papers.length)
    return cursor === s.cursor ? s : { ...s, cursor, scroll: 0 }
  }
  return { ...s, entry: typeInto(s.entry, key, 60) }
}

const scrolled = (s: ReceiptsState, rows: number): number =>
  Math.max(0, Math.min(linesOfPaper(chosenPaper(s)).length - 1, s.scroll + rows))

/** What was looked for is found: its first row is chosen. */
export const withFound = (s: ReceiptsState, asked: string, found: PapersFound): ReceiptsState => ({
  ...s,
  ...found,
  asked,
  limit: PAGE,
  cursor: 0,
  scroll: 0,
})

/**
 * The same list a moment later. New papers come in above; the chosen one stays chosen. At first, and once it is settled,
 * the next that asks for a person is chosen; where none asks, at first the last receipt.
 */
export function withNews(s: ReceiptsState, asked: string, found: PapersFound): ReceiptsState {
  if (asked !== s.asked) return s
  const { papers } = found
  const before = chosenPaper(s)?.job
  const at = papers.findIndex(({ job }) => job.id === before?.id)
  const isSettled = asksPerson(before) && !asksPerson(papers[at]?.job)
  const asking = before === undefined || isSettled ? papers.findIndex(({ job }) => asksPerson(job)) : -1
  const receipt =
    before === undefined ? papers.findIndex(({ job }) => job.kind === 'receipt' && job.copy === 0) : -1
  const cursor = Math.max(0, asking >= 0 ? asking : at >= 0 ? at : receipt)
  return { ...s, ...found, cursor, scroll: cursor === at ? s.scroll : 0 }
}

/** Nothing is looked for any more. */
export const withoutSearch = (s: ReceiptsState): ReceiptsState => ({ ...s, entry: entryLine(), asked: '' })
