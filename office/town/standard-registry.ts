import { randomUUIDv7 } from 'node:crypto'
import { referenceData } from '../../db/reference-data.ts'
import { documentKinds, nomenclature, registers } from '../../db/schema/registers.ts'
import { readRetention } from '../../rules/retention.ts'
import type { Tx } from '../transaction.ts'

/**
 * What a registry cannot begin without, where the town has none of it: the official register with index 1 (чл. 23–24 НОДА) and
 * those for the house, kinds of documents, and a nomenclature of cases that says of itself that it is a sample.
 */
export async function addStandardRegistry(tx: Tx): Promise<void> {
  const [known] = await tx.select({ id: registers.id }).from(registers).limit(1)
  if (known) return
  const cases = shippedNomenclature()
  const idOf = new Map(cases.map(kind => [kind.index, kind.id]))
  await tx.insert(registers).values(shippedRegisters())
  await tx.insert(nomenclature).values(cases)
  await tx.insert(documentKinds).values(shippedKinds(idOf))
}

function shippedRegisters(): (typeof registers.$inferInsert)[] {
  const rows = referenceData<'index' | 'name_bg' | 'name_en' | 'official' | 'template' | 'reply_template'>(
    'registers.csv',
  )
  return rows.map(row => ({
    id: randomUUIDv7(),
    index: Number(row.index),
    nameBg: row.name_bg,
    nameEn: row.name_en,
    isOfficial: row.official === 'yes',
    template: row.template,
    replyTemplate: row.reply_template || null,
  }))
}

function shippedNomenclature() {
  return referenceData<'index' | 'name' | 'retention' | 'source'>('nomenclature.csv').map(row => {
    const retention = readRetention(row.retention)
    if (!retention) throw new Error(`data/nomenclature.csv: ${row.retention}`)
    return { id: randomUUIDv7(), index: row.index, name: row.name, ...retention, source: row.source }
  })
}

function shippedKinds(idOf: ReadonlyMap<string, string>): (typeof documentKinds.$inferInsert)[] {
  const rows = referenceData<'code' | 'name_bg' | 'name_en' | 'letters' | 'mode' | 'nomenclature'>(
    'document_kinds.csv',
  )
  return rows.map(row => ({
    id: randomUUIDv7(),
    code: row.code,
    nameBg: row.name_bg,
    nameEn: row.name_en,
    letters: row.letters,
    mode: row.mode as 'starts' | 'continues' | 'unsolicited',
    nomenclatureId: idOf.get(row.nomenclature) ?? null,
  }))
}
