import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printingOfDesk } from '../../cli/desk-printing.ts'
import type { Db } from '../../db/open.ts'
import { makeTraining, trainingPlace } from '../../db/training.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { fillTraining } from '../../office/town/fill-training.ts'
import { dayOf } from '../../rules/dates.ts'
import { refused } from '../support/refused.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const OFTEN = { every_ms: 20 }
const nothing = () => undefined

describe.each(servers)('the printing of a running desk on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  const folder = mkdtempSync(join(tmpdir(), 'gishe-desk-printing-'))
  const written = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''
  const setLine = (line: string) =>
    town.sql`update printers set line = ${line} where id in (select printer_id from desks where id = ${kasa1.desk!.id})`
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    await openTillFor(kasa1)
  })
  afterAll(async () => {
    await town.close()
    rmSync(folder, { recursive: true })
  })

  test('follows the settings of its printer, and another printer of the desk', async () => {
    const printing = await printingOfDesk(kasa1, nothing, OFTEN)
    expect(printing.isPreview).toBe(true)
    await setLine(`file:${folder}/first`)
    await expect.poll(() => printing.isPreview).toBe(false)
    const first = await payOnce(kasa1)
    await expect.poll(() => written('first')).toContain(first.receiptNumber)

    await town.sql`insert into printers (id, name, profile, line)
      select gen_random_uuid(), 'нов', profile, ${`file:${folder}/second`} from printers limit 1`
    await town.sql`update desks set printer_id = (select id from printers where name = 'нов') where id = ${kasa1.desk!.id}`
    const second = await payOnce(kasa1)
    await expect.poll(() => written('second')).toContain(second.receiptNumber)
    expect(written('first')).not.toContain(second.receiptNumber)

    await setLine('preview:')
    await expect.poll(() => printing.isPreview).toBe(true)
    await printing.stop()
  })

  test('lives through a look that fails, and looks no more when it is stopped', async () => {
    let looks = 0
    let isAway = false
    const session: Session = {
      ...kasa1,
      ctx: () => {
        looks++
        if (isAway) throw new Error('the database is away')
        return kasa1.ctx()
      },
    }
    const printing = await printingOfDesk(session, nothing, OFTEN)
    isAway = true
    const before = looks
    await expect.poll(() => looks).toBeGreaterThan(before + 2)
    await setLine(`file:${folder}/third`)
    expect(printing.isPreview).toBe(true)
    isAway = false
    await expect.poll(() => printing.isPreview).toBe(false)
    await printing.stop()
    const atEnd = looks
    await new Promise(resolve => setTimeout(resolve, 10 * OFTEN.every_ms))
    expect(looks).toBe(atEnd)
  })

  test('is refused without a desk', async () => {
    await refused(printingOfDesk({ ...kasa1, desk: null }, nothing), 'desk.needed')
  })

  test('prints on the fiscal device of the desk too, and tells how it does', async () => {
    await setLine('preview:')
    await town.sql`insert into printers (id, name, profile, line)
      select gen_random_uuid(), 'фискален', 'text', ${`file:${folder}/fiscal`}`
    await town.sql`insert into fiscal_devices (printer_id, device_number, operator_password)
      select id, 'DT000001', '1' from printers where name = 'фискален'`
    const printing = await printingOfDesk(kasa1, nothing, OFTEN)
    expect(printing.fiscal).toBeNull()
    await town.sql`insert into fiscal_desks (desk_id, printer_id)
      select ${kasa1.desk!.id}, id from printers where name = 'фискален'`
    await expect.poll(() => printing.fiscal).toMatchObject({ fault: null, warnings: [], isPrinter: false })
    await town.sql`insert into print_jobs (id, printer_id, kind, title, paper) select gen_random_uuid(), id, 'test-page',
      'проба', '{"kind":"test-page","title":"проба","blocks":[{"text":"проба"}]}' from printers where name = 'фискален'`
    await expect.poll(() => written('fiscal')).toContain('проба')
    await town.sql`delete from fiscal_desks`
    await expect.poll(() => printing.fiscal).toBeNull()
    await printing.stop()
  })

  test('opens no line that an agent prints on: it shows what the agent saw, and that none is there', async () => {
    await setLine(`file:${folder}/by-agent`)
    await town.sql`update printers set printed_by = 'agent' where id in (select printer_id from desks where id = ${kasa1.desk!.id})`
    await town.sql`delete from printer_states`
    const printing = await printingOfDesk(kasa1, nothing, OFTEN)
    expect([printing.fault(), printing.isElsewhere()]).toEqual(['no_agent', false])
    const paid = await payOnce(kasa1)
    const sees = (fault: string | null, ago: string) => town.sql`insert into printer_states as s
        (printer_id, fault, warnings, program, seen_at)
      select printer_id, ${fault}, '{paper_near_end}', 'gishe printers agent', now() - ${ago}::interval
        from desks where id = ${kasa1.desk!.id}
      on conflict (printer_id) do update set fault = excluded.fault, seen_at = excluded.seen_at`
    await sees('out_of_paper', '1 second')
    await expect.poll(() => printing.fault()).toBe('out_of_paper')
    expect(printing.warnings()).toEqual(['paper_near_end'])
    await sees(null, '1 second')
    await expect.poll(() => printing.fault()).toBeNull()
    await sees(null, '2 minutes')
    await expect.poll(() => printing.fault()).toBe('no_agent')
    expect(written('by-agent')).not.toContain(paid.receiptNumber)
    await town.sql`update printers set printed_by = 'desk'`
    await expect.poll(() => written('by-agent')).toContain(paid.receiptNumber)
    await printing.stop()
  })

  test('serves practice beside the desk: both programs print on one device, each its own papers', async () => {
    await setLine(`file:${folder}/shared`)
    const fill = (db: Db) => fillTraining(db, dayOf(Temporal.Now.instant()))
    await makeTraining(town.place, town.owner, { force: false, progress: nothing, fill })
    const practised = await signIn({
      place: trainingPlace(town.place),
      login: 'kasa2',
      password: DEMO_PASSWORD,
      desk: 1,
      lang: 'bg',
      program: 'tests',
    })
    await openTillFor(practised)
    const both = [await printingOfDesk(kasa1, nothing), await printingOfDesk(practised, nothing)]
    const taken = [
      await payOnce(kasa1),
      await payOnce(practised),
      await payOnce(kasa1),
      await payOnce(practised),
    ]
    await expect
      .poll(() => taken.every(({ receiptNumber }) => written('shared').includes(receiptNumber)), {
        timeout: 15_000,
      })
      .toBe(true)
    expect(both.map(printing => printing.isElsewhere())).toEqual([false, false])
    expect(written('shared').match(/ОБУЧЕНИЕ/g)?.length).toBeGreaterThanOrEqual(4)
    await Promise.all(both.map(printing => printing.stop()))
    await practised.close()
  })
})
