import { randomUUIDv7 } from 'node:crypto'
import { type ListRequests, listRequests, type RequestRow } from '../../office/requests/list-requests.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { missingOf, requestSlip } from '../../office/requests/request-slip.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { CHANNELS, DELIVERIES } from '../../rules/cards/card.ts'
import { showDay } from '../../rules/dates.ts'
import { amountOf } from '../amounts.ts'
import { serviceWritten } from '../basket.ts'
import { declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { momentTyped } from '../documents.ts'
import type { Door } from '../door.ts'
import { chosen } from '../one-of.ts'
import { answerTable } from '../output/answer.ts'
import { showPaper } from '../output/show-paper.ts'
import { partyMeant } from '../parties.ts'
import { readNumber } from '../read-number.ts'
import { answerRegistered, answerRequest } from '../request-shown.ts'
import { requestMeant } from '../requests.ts'
import { withSession } from '../town.ts'
import { requestWorkCommands } from './request-work.ts'

const WHICH = ['open', 'overdue', 'ready', 'ended', 'all'] as const

export const requestsCommands = () => [
  ...requestWorkCommands(),
  declare(
    'requests register',
    (given, door) => withSession(door, 'requests.register', session => register(session, given, door)),
    { required: ['applicant'], repeated: ['brought', 'missing', 'not-needed'] },
  ),
  declare('requests list', (given, door) =>
    withSession(door, 'requests.see', session => list(session, given, door)),
  ),
  declare('requests show', (given, door) =>
    withSession(door, 'requests.see', async session =>
      answerRequest(door, await requestMeant(session, given.arg('number'))),
    ),
  ),
  declare('requests slip', (given, door) =>
    withSession(door, 'requests.see', async session => {
      const shown = await requestMeant(session, given.arg('number'))
      const paper = requestSlip(session.ctx(), {
        ...shown,
        dueOn: shown.firstDue,
        missing: missingOf(shown.items),
      })
      await showPaper(door, session, paper, paper, given.text('pdf'))
    }),
  ),
]

async function register(session: Session, given: Given<'requests register'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { service, speed, quantity, amount } = serviceWritten(given.arg('service'), await listServices(ctx))
  const applicant = await partyMeant(session, given.text('applicant') ?? '')
  const agent = given.text('representative')
  const received = given.text('received')
  const asked = given.text('amount') ?? amount
  const item = (state: 'brought' | 'missing' | 'not_needed', option: 'brought' | 'missing' | 'not-needed') =>
    given.list(option).map(code => ({ code, state }))
  answerRegistered(
    door,
    await registerRequest(session.ctx(), {
      id: given.text('id') ?? randomUUIDv7(),
      serviceId: service.id,
      speed,
      quantity,
      applicantId: applicant.id,
      representative:
        agent === undefined
          ? null
          : { partyId: (await partyMeant(session, agent)).id, ground: given.text('ground') ?? '' },
      channel: chosen(given.text('channel'), CHANNELS, '--channel', door) ?? 'desk',
      receivedAt: received === undefined ? null : momentTyped(received, session),
      items: [
        ...item('brought', 'brought'),
        ...item('missing', 'missing'),
        ...item('not_needed', 'not-needed'),
      ],
      delivery: chosen(given.text('delivery'), DELIVERIES, '--delivery', door) ?? 'desk',
      deliverTo: given.text('deliver-to'),
      amount: asked === undefined ? null : amountOf(asked),
      subject: given.text('subject'),
      sheets: given.has('sheets') ? readNumber(given.text('sheets'), 0, 0, 9999, '--sheets', door) : null,
      attachments: given.has('attachments')
        ? readNumber(given.text('attachments'), 0, 0, 9999, '--attachments', door)
        : null,
      foreignNumber: given.text('foreign-number'),
      print: !given.has('without-slip'),
    }),
  )
}

async function list(session: Session, given: Given<'requests list'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const applicant = given.text('applicant')
  const due = given.text('due')
  const asked: ListRequests = {
    which: chosen(given.text('which'), WHICH, '--which', door) ?? 'open',
    service: given.text('service') ?? null,
    department: given.text('department') ?? null,
    applicantId: applicant === undefined ? null : (await partyMeant(session, applicant)).id,
    dueBy: due === undefined ? null : dayTyped(due, ctx.today),
    limit: 1000,
  }
  const rows = await listRequests(session.ctx(), asked)
  if (rows.length === 0 && !door.options.json) return door.say(door.words.requests.none)
  listed(rows, door, given.has('csv'))
}

function listed(rows: readonly RequestRow[], door: Door, csv: boolean): void {
  const { columns } = door.words.requests
  const forPrograms = door.options.json || csv
  const { lang, texts } = door
  const day = (on: Temporal.PlainDate | null) => on && (forPrograms ? on.toString() : showDay(on, lang))
  answerTable(
    door,
    {
      name: 'requests',
      title: '',
      subtitle: [],
      columns: [
        { key: 'number', title: columns.number, kind: 'text' },
        { key: 'day', title: columns.day, kind: 'text', spare: true },
        { key: 'code', title: columns.code, kind: 'text' },
        { key: 'service', title: columns.service, kind: 'text' },
        { key: 'applicant', title: columns.applicant, kind: 'text' },
        { key: 'department', title: columns.department, kind: 'text', spare: true },
        { key: 'standing', title: columns.standing, kind: 'text' },
        { key: 'due', title: columns.due, kind: 'text' },
        { key: 'owed', title: columns.owed, kind: 'text', spare: true },
      ],
      rows: rows.map(row => ({
        number: row.number,
        day: day(row.day),
        code: row.service.code,
        service: row.service.name[lang],
        applicant: row.applicant,
        department: forPrograms ? row.department.code : row.department.name[lang],
        standing: forPrograms ? row.standing : texts.requests.standings[row.standing],
        due: day(row.dueOn ?? row.endedOn),
        owed: forPrograms ? String(row.isOwed) : row.isOwed ? columns.owes : '',
      })),
      totals: null,
    },
    csv,
  )
}
