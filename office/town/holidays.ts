import { referenceData } from '../../db/reference-data.ts'
import { type CalendarDay, DAY_KINDS } from '../../rules/holidays.ts'

type Column = 'date' | 'name_bg' | 'name_en' | 'kind' | 'basis' | 'source_url'

/** The days off that are shipped: the years whose lists were published or worked out, each day with its source. */
export const shippedDays = (): (CalendarDay & { source: string })[] =>
  referenceData<Column>('holidays.csv').map(row => {
    const kind = DAY_KINDS.find(known => known === row.kind.toLowerCase())
    if (!kind) throw new Error(`holidays.csv holds a kind of day that is none: ${row.kind}`)
    return {
      day: Temporal.PlainDate.from(row.date),
      isWorking: kind === 'worked',
      name: { bg: row.name_bg, en: row.name_en },
      kind,
      basis: row.basis,
      source: row.source_url,
    }
  })
