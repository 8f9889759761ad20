import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpSchema } from '../../db/dump.ts'
import { testTown } from '../support/town.ts'

test('db/schema.sql shows the schema as the migrations make it (npm run schema rewrites it)', async () => {
  const town = await testTown('18')
  const kept = readFileSync(join(import.meta.dirname, '../../db/schema.sql'), 'utf8')
  expect(await dumpSchema(town.sql, town.place.database)).toBe(kept)
  await town.close()
})
