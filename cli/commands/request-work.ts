import { randomUUIDv7 } from 'node:crypto'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { extendRequest } from '../../office/requests/extend-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import { markDelivered } from '../../office/requests/mark-delivered.ts'
import { mendIrregularity } from '../../office/requests/mend-irregularity.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { tellIrregularity } from '../../office/requests/tell-irregularity.ts'
import { terminateRequest } from '../../office/requests/terminate-request.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { DELIVERIES } from '../../rules/cards/card.ts'
import { LATE_REASONS } from '../../rules/late-reasons.ts'
import { declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { documentMeant } from '../documents.ts'
import type { Door } from '../door.ts'
import { chosen } from '../one-of.ts'
import { readNumber } from '../read-number.ts'
import { answerStanding } from '../request-shown.ts'
import { requestMeant } from '../requests.ts'
import { withSession } from '../town.ts'

/** What is told of a request while it is under way, and how it ends. */
export const requestWorkCommands = () => [...stopping(), ...ending()]

const stopping = () => [
  declare(
    'requests irregular',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const notice = await actTyped(session, given, randomUUIDv7())
        const told = { id: idTyped(given), requestId, what: given.text('what') ?? '', notice }
        answerStanding(door, await tellIrregularity(session.ctx(), told))
      }),
    { required: ['what'] },
  ),
  declare('requests delivered', (given, door) =>
    withSession(door, 'requests.hand_out', async session => {
      const { id: requestId } = await requestMeant(session, given.arg('number'))
      const deliveredOn = dayTyped(given.text('on') ?? 'today', session.ctx().today)
      const told = { id: idTyped(given), requestId, deliveredOn, proof: given.text('proof') ?? '' }
      const { request, mendBy } = await markDelivered(session.ctx(), told)
      answerStanding(door, request, { mendBy })
    }),
  ),
  declare(
    'requests mend',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const number = given.text('document')
        const documentId = number === undefined ? null : (await documentMeant(session, number)).id
        const told = { id: idTyped(given), requestId, what: given.text('what') ?? '', documentId }
        answerStanding(door, await mendIrregularity(session.ctx(), told))
      }),
    { required: ['what'] },
  ),
  declare(
    'requests suspend',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const act = given.has('document') ? await actTyped(session, given, randomUUIDv7()) : null
        const told = { id: idTyped(given), requestId, reason: given.text('reason') ?? '', act }
        answerStanding(door, await suspendRequest(session.ctx(), told))
      }),
    { required: ['reason'] },
  ),
  declare(
    'requests resume',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const told = { id: idTyped(given), requestId, reason: given.text('reason') ?? '' }
        answerStanding(door, await resumeRequest(session.ctx(), told))
      }),
    { required: ['reason'] },
  ),
  declare('requests extend', (given, door) => extend(given, door), { required: ['days', 'reason'] }),
]

const extend = (given: Given<'requests extend'>, door: Door): Promise<void> =>
  withSession(door, 'requests.decide', async session => {
    const { id: requestId } = await requestMeant(session, given.arg('number'))
    const article = given.text('article')
    const told = {
      id: idTyped(given),
      requestId,
      amount: readNumber(given.text('days'), 0, 1, 365, '--days', door),
      reason: given.text('reason') ?? '',
      notice: await actTyped(session, given, randomUUIDv7()),
      ...(article === undefined ? {} : { article }),
    }
    answerStanding(door, await extendRequest(session.ctx(), told))
  })

const ending = () => [
  declare('requests complete', (given, door) =>
    withSession(door, 'requests.decide', async session => {
      const { id: requestId } = await requestMeant(session, given.arg('number'))
      const act = await actTyped(session, given, idTyped(given))
      const exemption = given.text('exempt')
      const told = { requestId, act, exemption, ...latenessTyped(given, door) }
      answerStanding(door, await completeRequest(session.ctx(), told))
    }),
  ),
  declare(
    'requests refuse',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const act = await actTyped(session, given, idTyped(given))
        const told = { requestId, act, reason: given.text('reason') ?? '', ...latenessTyped(given, door) }
        answerStanding(door, await refuseRequest(session.ctx(), told))
      }),
    { required: ['reason'] },
  ),
  declare(
    'requests terminate',
    (given, door) =>
      withSession(door, 'requests.decide', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const [reason, isWithdrawn] = [given.text('reason') ?? '', given.has('withdrawn')]
        // Whoever takes a request back is not told so by a document of the office.
        const isSilent = isWithdrawn && !given.has('document')
        const act = isSilent ? null : await actTyped(session, given, idTyped(given))
        const told = { requestId, act, reason, isWithdrawn, ...latenessTyped(given, door) }
        answerStanding(door, await terminateRequest(session.ctx(), told))
      }),
    { required: ['reason'] },
  ),
  declare(
    'requests hand-out',
    (given, door) =>
      withSession(door, 'requests.hand_out', async session => {
        const { id: requestId } = await requestMeant(session, given.arg('number'))
        const done = await handOut(session.ctx(), {
          requestId,
          way: chosen(given.text('way'), DELIVERIES, '--way', door),
          takenBy: given.text('to') ?? '',
          identity: given.text('identity'),
          reference: given.text('reference'),
        })
        answerStanding(door, done.request, { takenBy: done.handOut.takenBy, handedAt: done.handOut.handedAt })
      }),
    { required: ['to'] },
  ),
]

type Typed<Name extends string> = { text: (name: Name) => string | undefined }

/** What makes sending a command again harmless. */
const idTyped = (given: Typed<'id'>): string => given.text('id') ?? randomUUIDv7()

/** The document by which it is done: one of the case by its number, else a new one. */
async function actTyped(session: Session, given: Typed<'document' | 'kind' | 'subject'>, id: string) {
  const number = given.text('document')
  const documentId = number === undefined ? id : (await documentMeant(session, number)).id
  return { documentId, kind: given.text('kind'), subject: given.text('subject') }
}

function latenessTyped(given: Typed<'late-reason' | 'late-note'>, door: Door) {
  return {
    lateReason: chosen(given.text('late-reason'), LATE_REASONS, '--late-reason', door),
    lateNote: given.text('late-note'),
  }
}
