import { randomUUIDv7 } from 'node:crypto'
import { chooseCase } from '../../office/cases/choose-case.ts'
import { closeCase } from '../../office/cases/close-case.ts'
import { fileDocument } from '../../office/cases/file-document.ts'
import { findCases } from '../../office/cases/find-cases.ts'
import { linkCases } from '../../office/cases/link-cases.ts'
import type { CaseHead } from '../../office/cases/lookup.ts'
import { reopenCase } from '../../office/cases/reopen-case.ts'
import { restrictCase } from '../../office/cases/restrict-case.ts'
import { seeByCode } from '../../office/cases/see-by-code.ts'
import { shareCase } from '../../office/cases/share-case.ts'
import { showCase } from '../../office/cases/show-case.ts'
import { listNomenclature } from '../../office/registers/list-nomenclature.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Act } from '../../rules/authority.ts'
import { SECTIONS } from '../../rules/cases.ts'
import { showDay } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { answerCase, answerCases, answerStatus } from '../case-shown.ts'
import { colleagueMeant, targetMeant } from '../colleagues.ts'
import { type DeclaredCommand, declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { documentMeant } from '../documents.ts'
import type { Door } from '../door.ts'
import { chosen } from '../one-of.ts'
import { answer } from '../output/answer.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'

const STATES = ['open', 'closed', 'restricted'] as const

export const casesCommands = (): DeclaredCommand[] => [
  declare('cases list', (given, door) =>
    withSession(door, 'cases.see', session => list(session, given, door)),
  ),
  declare('cases show', (given, door) =>
    inCase(door, 'cases.see', given.arg('case'), async (session, { id }) =>
      answerCase(await showCase(session.ctx(), { caseId: id }), session.ctx().today, door),
    ),
  ),
  declare('cases file', (given, door) =>
    inCase(door, 'cases.file', given.arg('case'), async (session, { id }) => {
      const filed = await fileDocument(session.ctx(), {
        caseId: id,
        documentId: (await documentMeant(session, given.arg('document'))).id,
        section: chosen(given.text('section'), SECTIONS, '--section', door) ?? 'internal',
        note: given.text('note') ?? null,
      })
      const { documentNumber, caseNumber, ordinal } = filed
      const section = door.texts.cases.sections[filed.section]
      answer(door, filed, door.words.cases.filed(documentNumber, caseNumber, section, ordinal))
    }),
  ),
  declare('cases link', (given, door) =>
    inCase(door, 'cases.file', given.arg('case'), async (session, { id }) => {
      const other = await chooseCase(session.ctx(), { text: given.arg('other') })
      const linked = await linkCases(session.ctx(), {
        caseId: id,
        otherId: other.id,
        note: given.text('note') ?? null,
      })
      answer(door, linked, door.words.cases.linkedNow(linked.number, linked.otherNumber))
    }),
  ),
  declare(
    'cases share',
    (given, door) =>
      inCase(door, 'cases.file', given.arg('case'), async (session, { id }) => {
        const to = await targetMeant(session, given.text('with') ?? '')
        const shared = await shareCase(session.ctx(), { caseId: id, to })
        answer(door, shared, door.words.cases.shared(shared.number, shared.to))
      }),
    { required: ['with'] },
  ),
  declare(
    'cases restrict',
    (given, door) =>
      inCase(door, 'cases.restrict', given.arg('case'), async (session, { id }) => {
        const people = await Promise.all(given.list('with').map(text => colleagueMeant(session, text, true)))
        const restricted = await restrictCase(session.ctx(), {
          caseId: id,
          reason: given.text('reason') ?? '',
          staffIds: people.map(person => person.id),
        })
        answer(door, headJson(restricted), door.words.cases.restrictedNow(restricted.number))
      }),
    { required: ['reason'], repeated: ['with'] },
  ),
  declare('cases close', (given, door) =>
    inCase(door, 'cases.close', given.arg('case'), (session, found) => close(session, found, given, door)),
  ),
  declare(
    'cases reopen',
    (given, door) =>
      inCase(door, 'cases.close', given.arg('case'), async (session, { id }) => {
        const reopened = await reopenCase(session.ctx(), { caseId: id, reason: given.text('reason') ?? '' })
        answer(door, headJson(reopened), door.words.cases.reopenedNow(reopened.number))
      }),
    { required: ['reason'] },
  ),
  declare(
    'cases status',
    (given, door) =>
      withSession(door, 'cases.see', async session => {
        const [number, code] = [given.arg('number'), given.text('code') ?? '']
        answerStatus(await seeByCode(session.ctx(), { number, code }), door)
      }),
    { required: ['code'] },
  ),
]

/** Something done with one case, which is named by its number. */
const inCase = (
  door: Door,
  act: Act,
  text: string,
  work: (session: Session, found: CaseHead) => Promise<void>,
): Promise<void> =>
  withSession(door, act, async session => work(session, await chooseCase(session.ctx(), { text })))

const headJson = ({ id, number, uri, isClosed, isRestricted }: CaseHead) => ({
  id,
  number,
  uri,
  closed: isClosed,
  restricted: isRestricted,
})

async function close(
  session: Session,
  found: CaseHead,
  given: Given<'cases close'>,
  door: Door,
): Promise<void> {
  const index = given.text('index')
  const closed = await closeCase(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    caseId: found.id,
    nomenclatureId: index === undefined ? null : await entryCalled(session, index),
    note: given.text('note') ?? null,
  })
  const until = closed.keepUntil && showDay(closed.keepUntil, door.lang)
  answer(
    door,
    {
      case_id: closed.caseId,
      number: closed.number,
      index: closed.index,
      retention: closed.retention,
      keep_until: closed.keepUntil?.toString() ?? null,
    },
    door.words.cases.closedNow(closed.number, closed.index, closed.retention, until),
  )
}

async function entryCalled(session: Session, index: string): Promise<string> {
  const entry = (await listNomenclature(session.ctx())).find(one => one.index === index.trim())
  if (!entry) throw refusal('case.index_unknown', { text: index })
  return entry.id
}

async function list(session: Session, given: Given<'cases list'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const [unit, index, from, until, before] = [
    given.text('department'),
    given.text('index'),
    given.text('from'),
    given.text('to'),
    given.text('after'),
  ]
  const found = await findCases(ctx, {
    text: given.optionalArg('text') ?? '',
    state: chosen(given.text('state'), STATES, '--state', door),
    departmentId: unit === undefined ? null : (await colleagueMeant(session, unit)).id,
    nomenclatureId: index === undefined ? null : await entryCalled(session, index),
    from: from === undefined ? null : dayTyped(from, ctx.today),
    until: until === undefined ? null : dayTyped(until, ctx.today),
    limit: readNumber(given.text('limit'), 50, 1, 500, '--limit', door),
    before: before === undefined ? null : (await chooseCase(ctx, { text: before })).id,
  })
  answerCases(found, door, given.has('csv'))
}
