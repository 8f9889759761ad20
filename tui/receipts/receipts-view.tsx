import { Box } from 'ink'
import type { ReactNode } from 'react'
import { outcomeOf } from '../../office/print/list-jobs.ts'
import type { PaperRow } from '../../office/receipts/list-papers.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { cents, showCents, showEuro } from '../../rules/money.ts'
import { readReceiptSearch } from '../../rules/receipts.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow, widthOf, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import { ShownRow } from '../parts/shown-row.tsx'
import type { Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import {
  asksPerson,
  chosenPaper,
  isAsking,
  linesOfPaper,
  PAPER_COLUMNS,
  type ReceiptsState,
} from './receipts-state.ts'

type ViewProps = { state: ReceiptsState; size: Size; desk: AtDesk }

const RULE_COLUMNS = 3
const TOLD_ROWS = 6
/** Entry, what it means, the titles of the columns. */
const HEAD_ROWS = 3

/** What is looked for, the list and the chosen row in words at the left; the chosen paper as it is printed at the right. */
export function ReceiptsView({ state, size, desk }: ViewProps): ReactNode {
  const width = size.columns - PAPER_COLUMNS - RULE_COLUMNS
  return (
    <Box>
      <Box flexDirection="column" width={width}>
        <SearchRows state={state} width={width} desk={desk} />
        <Papers
          state={state}
          size={{ columns: width, rows: size.rows - HEAD_ROWS - TOLD_ROWS }}
          desk={desk}
        />
        <Told state={state} width={width} desk={desk} />
      </Box>
      <Box flexDirection="column" width={RULE_COLUMNS}>
        {Array.from({ length: size.rows }, (_, at) => (
          <Line key={at} tone="dim">
            {' │'}
          </Line>
        ))}
      </Box>
      <Paper state={state} rows={size.rows} />
    </Box>
  )
}

type PartProps = { state: ReceiptsState; width: number; desk: AtDesk }

const MOST_ENTRY = 46

function SearchRows({ state, width, desk }: PartProps): ReactNode {
  const { receipts: texts } = desk.door.texts.screens
  const label = ` ${texts.search} `
  return (
    <>
      <Line>
        <Line tone="title">{label}</Line>
        <EntryField
          line={state.entry}
          width={Math.min(MOST_ENTRY, width - widthOf(label))}
          isFocused={!isAsking(state)}
          hint={texts.searchHint}
        />
      </Line>
      <Line tone="dim">{fit(` ${meaningOf(state, desk)}`, width)}</Line>
    </>
  )
}

/** What the list shows, or what Enter would look for. */
function meaningOf({ entry, asked, papers, isMore }: ReceiptsState, desk: AtDesk): string {
  const { receipts: texts } = desk.door.texts.screens
  const typed = entry.value.trim()
  const isOfDesk = ['cashier', 'clerk'].includes(desk.session.who.post)
  if (typed === asked && asked === '') return isOfDesk ? texts.latest : texts.latestOfAll
  if (typed === asked) return texts.found(papers.length, isMore)
  const { today } = desk.session.ctx()
  const search = readReceiptSearch(typed, { desk: desk.session.desk?.number ?? null, today })
  if (search.by === 'day') return texts.byDay(showDay(search.day, desk.door.lang))
  if (search.by === 'amount') return texts.byAmount(showEuro(search.amount, desk.door.lang))
  return texts.by[search.by]
}

type PapersProps = { state: ReceiptsState; size: Size; desk: AtDesk }

/** Rows are as wide with the list's own bar as without it: columns stand still. */
function Papers({ state, size, desk }: PapersProps): ReactNode {
  const { receipts: texts } = desk.door.texts.screens
  const width = size.columns - 4
  const columns = columnsFor(state, width, desk)
  const row = (paper: PaperRow) =>
    fitRow(
      columns,
      columns.map(({ cell }) => CELLS[cell](paper, desk)),
      width,
    )
  const titles = fitRow(
    columns,
    columns.map(({ cell }) => (cell === 'mark' ? '' : texts.columns[cell])),
    width,
  )
  return (
    <>
      <Line tone="dim">{fit(`  ${titles}`, size.columns)}</Line>
      <List
        rows={state.papers}
        cursor={state.papers.length > 0 ? state.cursor : null}
        width={size.columns}
        height={size.rows}
        row={row}
        tone={toneOf}
        empty={state.asked === '' ? texts.none : texts.notFound}
      />
    </>
  )
}

const toneOf = ({ job, receipt }: PaperRow): Tone => {
  if (asksPerson(job)) return 'danger'
  if (job.state !== 'printed') return 'warning'
  return receipt?.reversal && job.kind === 'receipt' ? 'dim' : 'plain'
}

type Cell = 'when' | 'short' | 'whole' | 'mark' | 'payer' | 'amount' | 'state'

const LEAST_FOR_STATE = 60
const LEAST_FOR_PAYER = 44

/**
 * Numbers of this desk and year are told short; where there are others, all are told whole, and in a narrow window the payer
 * is told below only. A wide window has the state in words.
 */
function columnsFor({ papers }: ReceiptsState, width: number, desk: AtDesk): (Column & { cell: Cell })[] {
  const areAllOurs = papers.every(row => !shortNumber(row, desk).includes('-'))
  const hasPayer = areAllOurs || width >= LEAST_FOR_PAYER
  return [
    { cell: 'when', width: 5 },
    areAllOurs ? { cell: 'short', width: 6 } : { cell: 'whole', width: 13 },
    { cell: 'mark', width: areAllOurs ? 2 : 1 },
    ...(hasPayer ? [{ cell: 'payer', width: 'rest' } as const] : []),
    { cell: 'amount', width: hasPayer ? 9 : 'rest', align: 'right' },
    ...(width >= LEAST_FOR_STATE ? [{ cell: 'state', width: 12 } as const] : []),
  ]
}

const CELLS: Record<Cell, (row: PaperRow, desk: AtDesk) => string> = {
  when: (row, desk) => whenShort(row, desk),
  short: (row, desk) => shortNumber(row, desk) || fiscalMark(row, desk),
  whole: row => numberOf(row) || row.job.title,
  mark: (row, desk) => markOf(row, desk),
  payer: ({ job, receipt }) => (receipt ? (receipt.payer ?? receipt.paidBy ?? '') : job.title),
  amount: (row, desk) => amountOf(row, desk),
  state: ({ job }, desk) => desk.door.texts.screens.receipts.states[outcomeOf(job)],
}

/** A reversal's own number stands in its title; the receipt of a duplicate in that of its original. An УНП is none of them. */
const numberOf = ({ job }: PaperRow): string => /(?<![\p{L}\d-])\d+-\d{4}-\d+/u.exec(job.title)?.[0] ?? ''

/** A fiscal receipt has no number of ours; its УНП is told by its title. */
const fiscalMark = ({ job }: PaperRow, desk: AtDesk): string =>
  ['fiscal-receipt', 'fiscal-storno'].includes(job.kind) ? desk.door.texts.screens.desk.fiscalMark.trim() : ''

function shortNumber(row: PaperRow, desk: AtDesk): string {
  const [at, year, number = ''] = numberOf(row).split('-')
  const { session } = desk
  const isOurs = Number(at) === session.desk?.number && Number(year) === session.ctx().today.year
  return isOurs ? number : numberOf(row)
}

/** A sign says that the paper is not out; then Д1 is a duplicate, С a reversal or what was reversed. */
function markOf({ job, receipt }: PaperRow, desk: AtDesk): string {
  const { receipts: texts } = desk.door.texts.screens
  const isReversed = ['reversal', 'fiscal-storno'].includes(job.kind) || receipt?.reversal
  const what = job.copy > 0 ? texts.copyMark(job.copy) : isReversed ? texts.reversedMark : ''
  return job.state === 'printed' ? what : asksPerson(job) ? '?' : '…'
}

/** What went back stands with a minus. */
function amountOf({ job, receipt }: PaperRow, desk: AtDesk): string {
  if (!receipt) return ''
  return showCents(job.kind === 'reversal' ? cents(-receipt.total) : receipt.total, desk.door.lang)
}

/** The time of a paper of today, the day and month of an older one. */
function whenShort({ job, receipt }: PaperRow, desk: AtDesk): string {
  const at = job.kind === 'receipt' && job.copy === 0 && receipt ? receipt.takenAt : job.queuedAt
  const day = dayOf(at)
  return day.equals(desk.session.ctx().today) ? showTime(at) : showDay(day, 'bg').slice(0, 'дд.мм'.length)
}

function Told({ state, width, desk }: PartProps): ReactNode {
  const told = toldOf(chosenPaper(state), desk).flatMap(({ text, tone }) =>
    wrapped(text, width - 2).map(line => ({ line, tone })),
  )
  return (
    <>
      {Array.from({ length: TOLD_ROWS }, (_, at) => (
        <Line key={at} tone={told[at]?.tone ?? 'plain'}>
          {fit(` ${told[at]?.line ?? ''}`, width)}
        </Line>
      ))}
    </>
  )
}

type Saying = { text: string; tone: Tone }

/** The chosen paper in words: what is asked of a person first, then whose it is and what became of it. */
function toldOf(row: PaperRow | undefined, desk: AtDesk): Saying[] {
  if (!row) return []
  const { receipts: texts } = desk.door.texts.screens
  const { job, receipt } = row
  const code = job.fault ?? (job.state === 'queued' ? desk.printing?.fault() : null)
  const fault: Saying[] = code ? [{ text: desk.door.describePrintFault(code), tone: 'warning' }] : []
  const asked: Saying[] = asksPerson(job) ? [{ text: texts.askCameOut, tone: 'danger' }] : []
  const state: Saying = { text: `${nameOf(row, desk)}: ${texts.states[outcomeOf(job)]}`, tone: 'plain' }
  const payer = receipt?.payer ? [receipt.payer] : []
  return [
    ...asked,
    ...fault,
    ...(asked.length > 0 ? [] : [state]),
    ...payer.map(text => ({ text, tone: 'plain' as const })),
    ...reversedOf(row, desk),
  ]
}

/** The list says that it is a receipt: its number is enough. */
function nameOf(row: PaperRow, desk: AtDesk): string {
  const { receipts: texts } = desk.door.texts.screens
  const { kind, copy, title } = row.job
  if (kind !== 'receipt' && kind !== 'reversal') return title
  const number = kind === 'reversal' ? texts.reversalNumber(numberOf(row)) : `№ ${numberOf(row)}`
  return copy > 0 ? `${number} ${texts.copyMark(copy)}` : number
}

function reversedOf({ job, receipt }: PaperRow, desk: AtDesk): Saying[] {
  const { receipts: texts } = desk.door.texts.screens
  const { reversal } = receipt ?? {}
  if (!reversal) return []
  if (job.kind === 'reversal') return [{ text: texts.reverses(receipt?.number ?? ''), tone: 'plain' }]
  const at = `${showDay(dayOf(reversal.reversedAt), desk.door.lang)} ${showTime(reversal.reversedAt)}`
  return [{ text: texts.reversed(reversal.number, reversal.cashier, at), tone: 'warning' }]
}

function Paper({ state, rows }: { state: ReceiptsState; rows: number }): ReactNode {
  const paper = linesOfPaper(chosenPaper(state))
  const from = Math.min(state.scroll, Math.max(0, paper.length - (rows - 1)))
  return (
    <Box flexDirection="column" width={PAPER_COLUMNS} height={rows} overflow="hidden">
      {paper.slice(from, from + rows).map((text, at) => (
        <ShownRow key={at}>{text}</ShownRow>
      ))}
    </Box>
  )
}
