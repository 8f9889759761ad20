import { command, type InOtherWords } from '../command-text.ts'

const PERIOD = {
  day: ['[ден]', 'един ден'],
  week: ['[ден]', 'седмицата (от понеделник), в която е денят'],
  month: ['[месец]', 'един месец'],
  quarter: ['[тримесечие]', 'едно тримесечие'],
  year: ['[година]', 'една година'],
  from: ['<ден>', 'първи ден'],
  to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
} as const

const OUTPUT = {
  csv: ['', 'CSV (RFC 4180, UTF-8)'],
  pdf: ['<файл>', 'записва PDF (A4)'],
  print: ['', 'печата на принтера на касата'],
} as const

const HOW_PERIOD =
  'Ден се пише като 2026-11-22, 22.11.2026, днес или вчера; месец като 2026-11, 11.2026, този или миналия; тримесечие като 2026-4 или 4.2026; година като 2026. Без период е днес. Касиерът вижда своите каси.'
const BY = 'service, department, desk, cashier, tender, payment-code, kind, hour, day или month'
const TENDER = ['<начин>', 'само парите, дошли така: cash, card или bank'] as const

export const reportsCommands = {
  'reports cash': command({
    does: 'Показва приетите суми за период',
    more: `Сторното се изважда в деня, в който е направено, от касата, която е върнала парите. ${HOW_PERIOD} Период, който още тече, се сравнява до днес.`,
    options: {
      ...PERIOD,
      by: ['<разрез>', `${BY} (по подразбиране service)`],
      tender: TENDER,
      compare: [
        '[с кое]',
        'до сумите и тези за last-year (същия период миналата година) или previous (предишния)',
      ],
      ...OUTPUT,
    },
    examples: [
      ['gishe reports cash --day', 'днес по услуги'],
      ['gishe reports cash --month миналия --by payment-code --tender cash --csv', 'за счетоводството'],
      ['gishe reports cash --year --by department --compare --pdf god.pdf', 'спрямо миналата година'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'за друга програма'],
    ],
  }),
  'reports payments': command({
    does: 'Показва плащанията, от които е съставен ред на отчета',
    more: `Без --key и --name са всички плащания за периода. ${HOW_PERIOD}`,
    options: {
      ...PERIOD,
      by: ['<разрез>', `${BY} (по подразбиране service)`],
      key: ['<код>', 'кодът на реда: услуга, отдел, каса, потребител, час, ден'],
      name: ['<име>', 'името на реда, който няма код'],
      tender: TENDER,
      ...OUTPUT,
    },
    examples: [
      ['gishe reports payments --day', 'всички днес'],
      ['gishe reports payments --month --by service --key 2076', 'за една услуга'],
    ],
  }),
  'reports times': command({
    does: 'Показва колко време отнема едно плащане',
    more: `От първия клавиш до плащането, само където касата го е измерила: половината клиенти са обслужени по-бързо от медианата. ${HOW_PERIOD}`,
    options: { ...PERIOD, by: ['<разрез>', 'cashier, desk или hour (по подразбиране cashier)'], ...OUTPUT },
    examples: [['gishe reports times --month --by hour', 'кога опашката е бавна']],
  }),
  'reports reversals': command({
    does: 'Показва сторнираните плащания',
    more: `Номер, квитанция, сума, причина, кой е сторнирал и кой е потвърдил. ${HOW_PERIOD}`,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports reversals --month', 'този месец']],
  }),
  'reports differences': command({
    does: 'Показва недостизите и излишъците при приключване',
    more: HOW_PERIOD,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports differences --quarter', 'това тримесечие']],
  }),
  'reports overrides': command({
    does: 'Показва плащанията на променена цена',
    more: `С причината и кой се е съгласил; сторнираните също. ${HOW_PERIOD}`,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports overrides --year 2026', 'за годината']],
  }),
}

export type ReportsCommands = InOtherWords<typeof reportsCommands>
