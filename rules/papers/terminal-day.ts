import { showDay, showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, cents, showEuro, sumCents } from '../money.ts'
import { type TerminalDay, terminalExpected, terminalState } from '../terminals.ts'
import type { TerminalTexts } from './book-texts.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/** The card terminals of one day: what the receipts say beside what each terminal's end of day says, and who matched it. */
export function terminalDayPaper(
  terminals: readonly TerminalDay[],
  day: Temporal.PlainDate,
  town: PaperTown,
  texts: PaperTexts,
  lang: Lang,
): Paper {
  const words = texts.books.terminals
  const shown = showDay(day, lang)
  return {
    kind: 'terminal-day',
    title: `${words.title} ${shown}`,
    blocks: [
      ...heading(town, texts.heading, lang),
      { feed: 1 },
      { text: words.title, align: 'center', bold: true },
      { text: words.day(shown), align: 'center', bold: true },
      { feed: 1 },
      { rule: '-' },
      ...terminals.flatMap(one => terminalBlocks(one, words, lang)),
      ...(terminals.length === 0 ? [{ text: words.noTurnover }, { rule: '-' as const }] : []),
      { left: words.total, right: showEuro(sumCents(terminals.map(terminalExpected)), lang), bold: true },
      { feed: 2 },
      { left: words.made, right: '..................' },
      { feed: 2 },
      { left: words.checked, right: '..................' },
      ...demoBanner(town, texts.heading),
    ],
  }
}

function terminalBlocks(day: TerminalDay, texts: TerminalTexts, lang: Lang): Block[] {
  const euro = (amount: Cents) => showEuro(amount, lang)
  return [
    { text: texts.terminal(day.terminal), bold: true },
    { left: texts.paid(day.payments), right: euro(day.paid) },
    ...(day.reversals > 0
      ? [{ left: texts.reversed(day.reversals), right: euro(cents(-day.returned)) }]
      : []),
    { left: texts.expected, right: euro(terminalExpected(day)) },
    ...reportBlocks(day, texts, lang),
    { rule: '-' },
  ]
}

function reportBlocks(day: TerminalDay, texts: TerminalTexts, lang: Lang): Block[] {
  const { report } = day
  if (!report) return terminalState(day) === 'idle' ? [] : [{ text: texts.notReported, bold: true }]
  const difference = cents(report.stated - terminalExpected(day))
  return [
    { left: texts.stated, right: showEuro(report.stated, lang) },
    {
      left: difference === 0n ? texts.noDifference : texts.difference,
      right: showEuro(difference, lang),
      bold: true,
    },
    ...(report.reason ? [{ text: texts.reason(report.reason) }] : []),
    { text: texts.by(report.who, showMoment(report.at, lang)) },
    ...(terminalState(day) === 'changed' ? [{ text: texts.changed, bold: true }] : []),
  ]
}
