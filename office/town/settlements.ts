import { referenceData } from '../../db/reference-data.ts'
import type { settlements } from '../../db/schema/parties.ts'

type Column = 'ekatte' | 'name_bg' | 'name_en' | 'kind' | 'municipality_bg' | 'district_bg'

/** The settlements of EKATTE that are shipped: those of a few municipalities only. */
export const shippedSettlements = (): (typeof settlements.$inferInsert)[] =>
  referenceData<Column>('settlements.csv').map(row => ({
    ekatte: row.ekatte,
    nameBg: row.name_bg,
    nameEn: row.name_en,
    kind: row.kind,
    municipalityBg: row.municipality_bg,
    districtBg: row.district_bg,
  }))
