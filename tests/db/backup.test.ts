import { spawn } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupTown, type Manifest, TABLES } from '../../db/backup.ts'
import { type Login, openDatabase, type Place } from '../../db/open.ts'
import { restoreTown } from '../../db/restore.ts'
import { groupRole, staffRole } from '../../db/roles.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import { cashReport } from '../../office/reports/cash-report.ts'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { scramVerifier } from '../../office/staff/scram.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { DEMO_PASSWORD, demoTown } from '../../office/town/demo-town.ts'
import { fiscalDeviceAt, issued, needsFiscalReceipt } from '../support/fiscal-desk.ts'
import { enrolledDevice, hubOf, pressOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import {
  newDatabase,
  openTillFor,
  payOnce,
  pricedService,
  serverOf,
  servers,
  type TestTown,
  testTown,
} from '../support/town.ts'

const silent = () => undefined

describe.each(servers)('backup and restore on PostgreSQL %s', version => {
  const { place: server, owner } = serverOf(version)
  let town: TestTown
  let home: string
  let backup: string
  let manifest: Manifest
  const elsewhere = (): Place => ({ ...server, database: newDatabase() })
  const as = (place: Place, login: string, password = DEMO_PASSWORD) =>
    signIn({ place, login, password, desk: null, lang: 'bg', program: 'tests' })

  beforeAll(async () => {
    home = mkdtempSync('/tmp/gishe-backup-')
    backup = join(home, 'one')
    town = await testTown(version)
    const kasa1 = await town.signIn('kasa1', 1)
    const kasa2 = await town.signIn('kasa2', 2)
    const till = await openTillFor(kasa1)
    await payOnce(kasa1)
    await closeTill(kasa1.ctx(), { tillId: till.id, counted: 1n, reason: 'ред\tс\\табулация\nи нов ред' })
    await openTillFor(kasa2)
    const admin = await town.signIn('admin')
    await fiscalDeviceAt(town, 2)
    await needsFiscalReceipt(admin, await pricedService(kasa2.ctx(), 'normal', 4))
    for (let at = 0; at < 5; at++) {
      const { fiscal } = await payOnce(kasa2, at)
      if (fiscal) await issued(town, fiscal.printJobId)
    }
    const hub = await hubOf(town)
    const device = await enrolledDevice(admin, hub)
    const presses = [pressOf(device, 1), pressOf(device, 2, { face: 1, reason: 'waiting' })]
    await takePresses(hub.ctx(), { ...device, signedMs: 1, sentMs: Date.now(), presses })
    await hub.close()
    const gone = { login: 'bivsh', name: 'Бивш', post: 'cashier', password: 'парола-дълга' } as const
    await addStaff(admin.ctx(), { ...gone, id: crypto.randomUUID() })
    await disableStaff(admin.ctx(), 'bivsh')
    manifest = await backupTown(town.place, owner, backup, silent)
  })
  afterAll(async () => {
    await town.close()
    rmSync(home, { recursive: true, force: true })
  })

  test('every table is in it, each after those it refers to', async () => {
    const tables = await town.sql`select tablename as name from pg_tables where schemaname = 'public'`
    expect([...TABLES].sort()).toEqual(tables.map(t => t['name']).sort())
    const keys = await town.sql`select conrelid::regclass::text as child, confrelid::regclass::text as parent
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
    const order = (name: string) => [...TABLES].indexOf(name as (typeof TABLES)[number])
    for (const { child, parent } of keys as unknown as { child: string; parent: string }[])
      if (child !== parent) expect(order(child), `${child} → ${parent}`).toBeGreaterThan(order(parent))
  })

  test('it is for its owner only and says what it holds', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(backup))
      expect(statSync(join(backup, file)).mode & 0o777, file).toBe(0o600)
    expect(existsSync(`${backup}.partial`)).toBe(false)
    const rowsOf = (name: string) => manifest.tables.find(t => t.name === name)?.rows
    expect(['payments', 'kiosk_keys', 'kiosk_presses', 'kiosk_hours', 'kiosk_reasons'].map(rowsOf)).toEqual([
      6, 1, 2, 1, 1,
    ])
    expect(manifest.town).toEqual({ code: 'SML31', name: 'Смолян' })
    expect(manifest.series.map(s => [s.desk, s.series, s.last])).toEqual([
      [1, 'cash_in', 2],
      [1, 'cash_out', 2],
      [1, 'receipt', 1],
      [1, 'z', 1],
      [2, 'cash_in', 1],
      [2, 'receipt', 5],
    ])
    expect(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))).toEqual(manifest)
  })

  test('restored under another name it is the same town, row by row, and work goes on', async () => {
    const place = elsewhere()
    const restored = await restoreTown(place, owner, backup, silent)
    const copy = openDatabase(place, owner, 'tests', 1)
    for (const table of TABLES.filter(t => t !== 'staff' && t !== 'print_jobs')) {
      const all = (sql: typeof copy.sql) =>
        sql.unsafe(`select md5(string_agg(t::text, E'\\n' order by t::text)) as sum from ${table} t`)
      expect((await all(copy.sql))[0], table).toEqual((await all(town.sql))[0])
    }
    const papers = (sql: typeof copy.sql) =>
      sql`select id, ordinal, kind, subject_id, title, paper, state in ('printed', 'failed') as ended
        from print_jobs order by ordinal`
    expect(await papers(copy.sql)).toEqual(await papers(town.sql))
    const owed = (sql: typeof copy.sql) =>
      sql`select state, fault, count(*)::int from print_jobs where state not in ('printed', 'failed') group by 1, 2`
    expect(await owed(town.sql)).toMatchObject([{ state: 'queued', fault: null }])
    expect(await owed(copy.sql)).toEqual([{ state: 'unsure', fault: 'restored', count: expect.any(Number) }])
    const logins = demoTown()
      .staff.map(member => member.login)
      .toSorted()
    expect(restored.withoutPassword).toEqual(version === '18' ? [] : logins)
    if (version !== '18') {
      await refused(as(place, 'kasa2'), 'sign_in.wrong')
      for (const login of logins)
        await copy.sql`select set_staff_password(${login}, ${scramVerifier(DEMO_PASSWORD)})`
    }
    const kasa2 = await as(place, 'kasa2')
    expect((await payOnce(kasa2)).receiptNumber).toMatch(/^2-\d{4}-000006$/)
    const { fiscal } = await payOnce(kasa2, 4)
    expect(fiscal?.unp).toMatch(/^DT000600-\d{4}-0000002$/)
    await expect(kasa2.database.sql`delete from payments`).rejects.toThrow('permission denied')
    await expect(copy.sql`delete from payments`).rejects.toThrow('never changed')
    const { payments } = await cashReport(
      kasa2.ctx(),
      { from: kasa2.ctx().today, to: kasa2.ctx().today },
      'tender',
    )
    expect(payments).toBe(7)
    const [role] =
      await copy.sql`select rolcanlogin from pg_roles where rolname = ${staffRole(place.database, 'bivsh')}`
    expect(role).toEqual({ rolcanlogin: false })
    await Promise.all([kasa2.close(), copy.close()])
  })

  test('restored under the same name after a loss, everybody signs in with the password they had', async () => {
    const lost = await testTown(version)
    const folder = join(home, 'lost')
    await backupTown(lost.place, owner, folder, silent)
    await lost.close()
    const admin = openDatabase(server, owner, 'tests', 1)
    await admin.sql`drop database ${admin.sql(lost.place.database)} with (force)`
    await admin.close()
    const { withoutPassword } = await restoreTown(lost.place, owner, folder, silent)
    expect(withoutPassword).toEqual([])
    const session = await as(lost.place, 'head')
    expect(session.who.post).toBe('head')
    await session.close()
  })

  test('it is the town at one moment, whatever is paid meanwhile', async () => {
    const kasa2 = await town.signIn('kasa2', 2)
    const folder = join(home, 'moving')
    const paying: Promise<unknown>[] = []
    const made = await backupTown(town.place, owner, folder, ({ table }) => {
      if (table === 'payments' || table === 'receipts') paying.push(payOnce(kasa2))
    })
    await Promise.all(paying)
    const rows = (name: string) => made.tables.find(t => t.name === name)?.rows
    expect([rows('payments'), rows('receipts')]).toEqual([6, 6])
    await restoreTown(elsewhere(), owner, folder, silent)
  })

  test('a database with anything in it is refused and left as it was', async () => {
    await refused(restoreTown(town.place, owner, backup, silent), 'database.not_empty')
    const place = elsewhere()
    const admin = openDatabase(server, owner, 'tests', 1)
    await admin.sql`create database ${admin.sql(place.database)}`
    await admin.close()
    const strange = openDatabase(place, owner, 'tests', 1)
    await strange.sql`create table theirs as select 1 as one`
    await refused(restoreTown(place, owner, backup, silent), 'database.not_empty')
    const left = await strange.sql`select tablename as name from pg_tables where schemaname = 'public'`
    expect(left.map(t => t['name'])).toEqual(['theirs'])
    await strange.close()
  })

  test('a folder that is there is refused; what a killed backup left is replaced', async () => {
    await refused(backupTown(town.place, owner, backup, silent), 'backup.wrong')
    await killBackup(town.place, owner, join(home, 'killed'))
    expect(existsSync(join(home, 'killed'))).toBe(false)
    expect(existsSync(join(home, 'killed.partial', 'manifest.json'))).toBe(false)
    await refused(restoreTown(elsewhere(), owner, join(home, 'killed.partial'), silent), 'backup.wrong')
    await backupTown(town.place, owner, join(home, 'killed'), silent)
    expect(existsSync(join(home, 'killed.partial'))).toBe(false)
  })

  test('a folder that cannot be written is one clear fault', async () => {
    const path = join(home, 'a-file')
    writeFileSync(path, '')
    await expect(backupTown(town.place, owner, join(path, 'x'), silent)).rejects.toMatchObject({
      name: 'DatabaseFault',
      code: 'home_unwritable',
    })
  })

  const damages: Record<string, (folder: string) => void> = {
    'a file that was changed': folder => appendFileSync(join(folder, 'receipts.copy.gz'), 'x'),
    'a file that is gone': folder => rmSync(join(folder, 'logbook.copy.gz')),
    'no manifest': folder => rmSync(join(folder, 'manifest.json')),
    'half a manifest': folder => writeFileSync(join(folder, 'manifest.json'), '{"format":1,'),
    'another format': folder => edit(folder, m => ({ ...m, format: 2 as 1 })),
    'another schema': folder => edit(folder, m => ({ ...m, stamp: 'gishe 99 0' })),
    'fewer tables': folder => edit(folder, m => ({ ...m, tables: m.tables.slice(1) })),
    'fewer rows than it says': folder =>
      edit(folder, m => ({ ...m, tables: m.tables.map(t => ({ ...t, rows: t.rows + 1 })) })),
    'another number series': folder => edit(folder, m => ({ ...m, series: [] })),
  }
  // What the program finds wrong in a folder is the same whatever server it fills.
  test.runIf(version === '18').each(Object.keys(damages))(
    '%s is refused, and nothing of it stays',
    async what => {
      const folder = join(home, what.replaceAll(' ', '-'))
      await backupTown(town.place, owner, folder, silent)
      damages[what]?.(folder)
      const place = elsewhere()
      const { why } = await refused(restoreTown(place, owner, folder, silent), 'backup.wrong')
      expect(why).not.toBe('')
      await restoreTown(place, owner, backup, silent)
      const again = openDatabase(place, owner, 'tests', 1)
      const [group] =
        await again.sql`select 1 as one from pg_roles where rolname = ${groupRole(place.database, 'cashier')}`
      expect(group).toEqual({ one: 1 })
      await again.close()
    },
  )
})

function edit(folder: string, change: (manifest: Manifest) => Manifest): void {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))))
}

/** Runs a backup in a program of its own and kills it when it has come to the payments. */
function killBackup(place: Place, owner: Login, folder: string): Promise<void> {
  const program = `
    import { backupTown } from ${JSON.stringify(join(import.meta.dirname, '../../db/backup.ts'))}
    await backupTown(${JSON.stringify(place)}, ${JSON.stringify(owner)}, ${JSON.stringify(folder)}, ({ table }) => {
      if (table !== 'payments') return
      process.stdout.write('now')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.once('data', () => child.kill('SIGKILL'))
  return new Promise(resolve => child.once('exit', () => resolve()))
}
