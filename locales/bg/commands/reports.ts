import { command, type InOtherWords } from '../command-text.ts'

export const reportsCommands = {
  'reports cash': command({
    does: 'Показва приетите суми за период',
    more: 'Ден се пише като 2026-11-22, 22.11.2026, днес или вчера; месец като 2026-11, 11.2026, този или миналия. Без период е днес. Касиерът вижда своите каси.',
    options: {
      day: ['[ден]', 'един ден'],
      month: ['[месец]', 'един месец'],
      from: ['<ден>', 'първи ден'],
      to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
      by: [
        '<разрез>',
        'service, department, desk, cashier, tender или payment-code (по подразбиране service)',
      ],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe reports cash --day', 'днес по услуги'],
      ['gishe reports cash --month миналия --by payment-code --csv', 'за счетоводството'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'за друга програма'],
    ],
  }),
}

export type ReportsCommands = InOtherWords<typeof reportsCommands>
