import { randomUUIDv7 } from 'node:crypto'
import { and, inArray, isNull } from 'drizzle-orm'
import { departments } from '../../db/schema/town.ts'
import type { Tx } from '../transaction.ts'

type Unit = Omit<typeof departments.$inferInsert, 'id' | 'parentId'> & { code: string }

/** What a demo town has above and beside the shipped departments; none of it is shipped to a real town. */
const DEMO_UNITS: (Unit & { under: string[] })[] = [
  {
    code: 'admin',
    kind: 'directorate',
    nameBg: 'Дирекция „Административно и правно обслужване“',
    nameEn: 'Administrative and Legal Services Directorate',
    under: ['cao', 'grao', 'general', 'legal', 'elections', 'social'],
  },
  {
    code: 'ustroistvo',
    kind: 'directorate',
    nameBg: 'Дирекция „Устройство на територията и екология“',
    nameEn: 'Spatial Planning and Ecology Directorate',
    under: ['tsu', 'ecology', 'transport', 'agriculture'],
  },
  {
    code: 'finansi',
    kind: 'directorate',
    nameBg: 'Дирекция „Финанси и общинска собственост“',
    nameEn: 'Finance and Municipal Property Directorate',
    under: ['taxes', 'property', 'trade'],
  },
  {
    code: 'cao',
    kind: 'centre',
    nameBg: 'Център за административно обслужване',
    nameEn: 'Administrative service centre',
    under: [],
  },
  {
    code: 'momchilovtsi',
    kind: 'mayoralty',
    nameBg: 'Кметство с. Момчиловци',
    nameEn: 'Mayoralty of Momchilovtsi',
    ekatte: '49014',
    under: [],
  },
  {
    code: 'shirokalaka',
    kind: 'mayoralty',
    nameBg: 'Кметство с. Широка лъка',
    nameEn: 'Mayoralty of Shiroka Laka',
    ekatte: '83274',
    under: [],
  },
  {
    code: 'smilyan',
    kind: 'mayoralty',
    nameBg: 'Кметство с. Смилян',
    nameEn: 'Mayoralty of Smilyan',
    ekatte: '67547',
    under: [],
  },
]

/** Adds what the demo town lacks of its structure; departments that already stand under something stay there. */
export async function buildDemoStructure(tx: Tx): Promise<void> {
  const known = await tx.select({ code: departments.code }).from(departments)
  const missing = DEMO_UNITS.filter(unit => known.every(one => one.code !== unit.code))
  if (missing.length === 0) return
  const rows = missing.map(({ under: _, ...unit }) => ({ id: randomUUIDv7(), ...unit }))
  await tx.insert(departments).values(rows)
  for (const [at, { under }] of missing.entries())
    if (under.length > 0)
      await tx
        .update(departments)
        .set({ parentId: rows[at]?.id ?? null })
        .where(and(inArray(departments.code, under), isNull(departments.parentId)))
}
