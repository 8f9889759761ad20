import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupTown, type Manifest } from '../../db/backup.ts'
import { pathOf, verifiedPath } from '../../db/file-store.ts'
import { restoreTown } from '../../db/restore.ts'
import { attachFile } from '../../office/documents/attach-file.ts'
import { openFile } from '../../office/documents/open-file.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { register } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { newDatabase, serverOf, type TestTown, testTown } from '../support/town.ts'

const silent = () => undefined

describe('files in backups', () => {
  const { place: server, owner } = serverOf('18')
  let home: string
  let town: TestTown
  let documentId: string
  let manifest: Manifest
  const file = { name: 'скан.pdf', sha256: '' }
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'gishe-file-backup-'))
    process.env['GISHE_FILES'] = join(home, 'kept')
    town = await testTown('18')
    const clerk = await town.signIn('delo')
    documentId = (await register(town, clerk)).documentId
    for (const name of [file.name, 'друг.pdf']) {
      writeFileSync(join(home, name), `%PDF-1.7 ${name}`)
      const kept = await attachFile(clerk.ctx(), { documentId, path: join(home, name) })
      if (name === file.name) file.sha256 = kept.sha256
      else rmSync(pathOf(join(home, 'kept'), kept.sha256))
    }
    manifest = await backupTown(town.place, owner, join(home, 'backup'), silent)
  })
  afterAll(async () => {
    delete process.env['GISHE_FILES']
    await town.close()
    rmSync(home, { recursive: true, force: true })
  })

  test('a backup has every file that is whole, and tells which is not', () => {
    expect(manifest.files).toMatchObject({ kept: 1, lost: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
    expect(existsSync(pathOf(join(home, 'backup', 'files'), file.sha256))).toBe(true)
  })

  test('restored, they lie in the folder of files and are opened as before', async () => {
    process.env['GISHE_FILES'] = join(home, 'elsewhere')
    const place = { ...server, database: newDatabase() }
    await restoreTown(place, owner, join(home, 'backup'), silent)
    expect(await verifiedPath(join(home, 'elsewhere'), file)).toContain(join(home, 'elsewhere'))
    const input = {
      place,
      login: 'delo',
      password: DEMO_PASSWORD,
      desk: null,
      lang: 'bg',
      program: 'tests',
    } as const
    const session = await signIn(input)
    expect(await openFile(session.ctx(), { documentId, file: '1' })).toMatchObject({ name: 'скан.pdf' })
    await refused(openFile(session.ctx(), { documentId, file: '2' }), 'file.missing')
    const again = await register(town, session)
    expect(Number(again.uri.split('-')[1])).toBeGreaterThan(1)
    await session.close()
  })

  test('a backup whose files were changed is not restored', async () => {
    process.env['GISHE_FILES'] = join(home, 'nowhere')
    writeFileSync(pathOf(join(home, 'backup', 'files'), file.sha256), '%PDF-1.7 друго')
    const place = { ...server, database: newDatabase() }
    const facts = await refused(restoreTown(place, owner, join(home, 'backup'), silent), 'backup.wrong')
    expect(facts.why).toContain('damaged')
  })
})
