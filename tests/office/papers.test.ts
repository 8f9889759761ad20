import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { showCase } from '../../office/cases/show-case.ts'
import { type HandPaper, handPaper } from '../../office/handovers/hand-paper.ts'
import { listPapers } from '../../office/handovers/list-papers.ts'
import { takePaper } from '../../office/handovers/take-paper.ts'
import { whereIsPaper } from '../../office/handovers/where-is-paper.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { countInbox } from '../../office/tasks/count-inbox.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

describe.each(newest)('papers from hand to hand on PostgreSQL %s', version => {
  let town: RegistryTown
  let delo: Session
  let kada1: Session
  let kada2: Session
  let dana1: Session
  beforeAll(async () => {
    town = await registryTown(version)
    ;[delo, kada1, kada2, dana1] = (await Promise.all(
      ['delo', 'kada1', 'kada2', 'dana1'].map(login => town.signIn(login, null)),
    )) as [Session, Session, Session, Session]
  })
  afterAll(() => town.close())

  const person = (login: string) => ({ staffId: town.staff(login) })
  const seed = () => town.seedDocument({ department: 'kad1' })
  const hand = (documentId: string, to: HandPaper['to'], by = delo) =>
    handPaper(by.ctx(), { id: randomUUIDv7(), documentId, to })
  const where = async (documentId: string, by = delo) => (await whereIsPaper(by.ctx(), { documentId })).line
  const toTake = async (by: Session) => (await listPapers(by.ctx(), {})).map(one => one.documentNumber)

  test('a paper is with whoever registered it, then on the way, then in the hands of who took it', async () => {
    const { documentId, number } = await seed()
    expect(await where(documentId)).toMatch(/^при Елена Димитрова, където е регистриран \d\d\.\d\d\.\d{4}/)
    const asked = { id: randomUUIDv7(), documentId, to: person('kada1'), note: 'с приложенията' }
    const given = await handPaper(delo.ctx(), asked)
    expect(await handPaper(delo.ctx(), asked)).toEqual(given)
    expect(given.handovers).toHaveLength(1)
    expect(await where(documentId)).toMatch(
      /^предаден от Елена Димитрова на Румяна Велева .*, още не е приет$/,
    )
    expect(await toTake(kada1)).toContain(number)
    expect((await listPapers(delo.ctx(), { box: 'given' })).map(({ id }) => id)).toContain(asked.id)
    expect((await countInbox(kada1.ctx())).papers).toBe(1)
    await refused(takePaper(dana1.ctx(), { handoverId: asked.id }), 'paper.unknown')
    await refused(takePaper(kada2.ctx(), { handoverId: asked.id }), 'paper.not_for_you')
    const taken = await takePaper(kada1.ctx(), { handoverId: asked.id })
    expect(await takePaper(kada1.ctx(), { handoverId: asked.id })).toEqual(taken)
    expect(await where(documentId)).toMatch(/^при Румяна Велева от /)
    expect((await listPapers(kada1.ctx(), { box: 'held' })).map(({ id }) => id)).toContain(asked.id)
    expect(await toTake(kada1)).not.toContain(number)
  })

  test('only whoever has a paper hands it over, and never twice at once', async () => {
    const { documentId } = await seed()
    await refused(hand(documentId, person('kada2'), kada1), 'paper.not_with_you')
    await refused(hand(documentId, person('delo')), 'paper.held_already')
    await refused(hand(documentId, person('kasa1')), 'staff.not_working')
    await refused(hand(randomUUIDv7(), person('kada1')), 'document.unknown')
    const both = await Promise.allSettled([
      hand(documentId, person('kada1')),
      hand(documentId, person('kada2')),
    ])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({ code: 'paper.on_the_way' })
  })

  test('a paper for a department is taken by one of its people, who then sees the case; of two the second is told', async () => {
    const { documentId, caseId } = await seed()
    await refused(showCase(dana1.ctx(), { caseId }), 'case.unknown')
    const { handovers } = await hand(documentId, { departmentId: town.departments.dan2 })
    await showCase(dana1.ctx(), { caseId })
    await takePaper(dana1.ctx(), { handoverId: handovers[0]!.id })
    const other = await seed()
    const shared = await hand(other.documentId, { departmentId: town.departments.kad1 })
    const both = await Promise.allSettled(
      [kada1, kada2].map(by => takePaper(by.ctx(), { handoverId: shared.handovers[0]!.id })),
    )
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({ code: 'paper.taken' })
    // A colleague of the department passes it on.
    await hand(other.documentId, person('dana1'), kada2)
  })

  test('out of the house goes a paper to somebody identified, with a day of return; it comes back to a clerk', async () => {
    const { documentId, number } = await seed()
    const lend = (more: object = {}) =>
      hand(documentId, {
        outside: {
          name: 'адв. Петров',
          identity: 'карта № 1234',
          backBy: town.today.add({ days: 3 }),
          ...more,
        },
      })
    await refused(lend({ identity: '' }), 'paper.borrower_needed')
    await refused(lend({ backBy: town.today.subtract({ days: 1 }) }), 'paper.back_in_the_past')
    const { handovers } = await lend()
    expect(await where(documentId)).toMatch(
      /^извън общината: адв\. Петров \(карта № 1234\), даден от Елена Димитрова/,
    )
    expect((await listPapers(delo.ctx(), { box: 'outside' })).map(one => one.documentNumber)).toContain(
      number,
    )
    await refused(hand(documentId, person('kada1')), 'paper.outside')
    await takePaper(delo.ctx(), { handoverId: handovers[0]!.id })
    expect(await where(documentId)).toMatch(/^при Елена Димитрова от /)
    await town.sql`insert into handovers (id, document_id, giver_id, given_at, outside_name, back_by)
      values (${randomUUIDv7()}, ${documentId}, ${town.staff('delo')}, now(), 'НОИ', ${town.today.subtract({ days: 1 }).toString()})`
    expect(await where(documentId)).toMatch(/ – закъснява$/)
  })
})
