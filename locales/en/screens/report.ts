import type { ReportTexts } from '../../bg/screens/report.ts'

export const report: ReportTexts = {
  title: 'Reports',
  reports: {
    cash: 'Money taken',
    reversals: 'Reversals',
    differences: 'Differences',
    overrides: 'Prices',
    times: 'Times',
  },
  by: 'View',
  kinds: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  compares: { none: 'Compare', 'last-year': 'Last year', previous: 'Previous' },
  tenders: { none: 'All money', cash: 'Cash', card: 'Card', bank: 'Bank' },
  earlier: 'Earlier',
  later: 'Later',
  today: 'Today',
  open: 'Open',
  print: 'Print',
  printed: title => `To be printed: ${title}`,
  payments: 'Payments',
  more: shown => `${shown} shown, more below`,
  empty: 'There is nothing in this period.',
  help: [
    'Digits choose the report, the arrows ← and → (or Tab) the view: service, department, desk, cashier…',
    'F2 changes the kind of period: day, week, month, quarter, year. PgUp and PgDn are earlier and later, 0 is today.',
    'F3 puts last year or the period before beside the sums. F4 leaves only cash, card or bank money.',
    'Enter opens the payments behind the row, then the receipt; Esc goes back. F8 prints the report.',
    'As a command: gishe reports cash --month --by department --compare',
  ],
  helpPayments: ['Enter shows the receipt, Esc goes back to the report. A reversal has a negative amount.'],
  helpPaper: ['The arrows, PgUp and PgDn move the receipt. Esc goes back.'],
}
