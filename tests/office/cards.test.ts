import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCard } from '../../office/cards/import-card.ts'
import { listCards } from '../../office/cards/list-cards.ts'
import { showCard } from '../../office/cards/show-card.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const text = (code: string) =>
  readFileSync(join(import.meta.dirname, `../../data/cards/${code}.yaml`), 'utf8')

describe.each(newest)('technology cards in a town on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let delo: Session
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    delo = await town.signIn('delo')
  })
  afterAll(() => town.close())

  test('a new town has the shipped ones', async () => {
    const cards = await listCards(delo.ctx())
    expect(cards.length).toBeGreaterThanOrEqual(12)
    expect(cards.find(card => card.code === '2016')).toMatchObject({ version: 1, phases: 7 })
    const { card, versions } = await showCard(delo.ctx(), '2016')
    expect(versions).toEqual([1])
    expect(card.documents.find(document => document.code === 'death')).toMatchObject({
      exOfficio: 'own_register',
      form: null,
    })
  })

  test('the same content is no new version, another one is the next; what was stays to be seen', async () => {
    const same = await importCard(admin.ctx(), { name: '2016.yaml', text: `# бележка\n${text('2016')}` })
    expect(same).toMatchObject({ service: '2016', version: 1, isNew: false })
    const other = text('2016').replace('term: 2 working_days', 'term: 1 working_days')
    const tried = await importCard(admin.ctx(), { name: 'x', text: other, dryRun: true })
    expect(tried).toMatchObject({ version: 2, isNew: true })
    expect((await showCard(delo.ctx(), '2016')).versions).toEqual([1])
    expect(await importCard(admin.ctx(), { name: 'x', text: other })).toMatchObject({ version: 2 })
    expect((await showCard(delo.ctx(), '2016')).card.phases[1]?.term?.amount).toBe(1)
    expect((await showCard(delo.ctx(), '2016', 1)).card.phases[1]?.term?.amount).toBe(2)
    const [logged] = await town.sql`select act, facts from logbook order by id desc limit 1`
    expect(logged).toMatchObject({ act: 'cards.set', facts: { service: '2016', version: 2 } })
  })

  test('two who import the same at once make one version', async () => {
    const other = text('2037').replace('term: 1 working_days', 'term: 0 working_days')
    const both = await Promise.all([1, 2].map(() => importCard(admin.ctx(), { name: 'x', text: other })))
    expect(both.map(one => one.version)).toEqual([2, 2])
    expect(both.filter(one => one.isNew)).toHaveLength(1)
  })

  test('what will not do here is refused, with all that is wrong', async () => {
    const wrong = text('2076').replace('service: 2076', 'service: 9998')

    const facts = await refused(importCard(admin.ctx(), { name: 'w.yaml', text: wrong }), 'card.wrong')
    expect(facts).toMatchObject({
      cards: [{ card: 'w.yaml', problems: [{ path: 'service' }] }],
    })
    await refused(importCard(delo.ctx(), { name: 'x', text: text('2016') }), 'authority.denied')
    await refused(showCard(delo.ctx(), '2052'), 'card.none')
    await refused(showCard(delo.ctx(), '2016', 9), 'card.no_such_version')
    await refused(showCard(delo.ctx(), '99'), 'service.unknown')
  })
})
