import { sql } from 'drizzle-orm'
import { closeCase } from '../../office/cases/close-case.ts'
import { linkCases } from '../../office/cases/link-cases.ts'
import { reopenCase } from '../../office/cases/reopen-case.ts'
import { restrictCase } from '../../office/cases/restrict-case.ts'
import { shareCase } from '../../office/cases/share-case.ts'
import type { Ctx } from '../../office/context.ts'
import { reviewTask } from '../../office/control/review-task.ts'
import { annulDocument } from '../../office/documents/annul-document.ts'
import { attachFile } from '../../office/documents/attach-file.ts'
import { correctDocument } from '../../office/documents/correct-document.ts'
import { registerDocument } from '../../office/documents/register-document.ts'
import { handPaper } from '../../office/handovers/hand-paper.ts'
import { takePaper } from '../../office/handovers/take-paper.ts'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { extendRequest } from '../../office/requests/extend-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import type { RequestFound } from '../../office/requests/lookup.ts'
import { mendIrregularity } from '../../office/requests/mend-irregularity.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { tellIrregularity } from '../../office/requests/tell-irregularity.ts'
import { setSubstitution } from '../../office/staff/set-substitution.ts'
import { delegateTask } from '../../office/tasks/delegate-task.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { giveOpinion } from '../../office/tasks/give-opinion.ts'
import { giveTask } from '../../office/tasks/give-task.ts'
import { returnTask } from '../../office/tasks/return-task.ts'
import { takeTask } from '../../office/tasks/take-task.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import type { Verdict } from '../../rules/reviews.ts'
import type { Opinion } from '../../rules/tasks.ts'
import type { Answer, Speed } from './acts.ts'

type Id = string

/** Somebody of the staff, or a whole department. */
export type Target = { staffId: Id } | { departmentId: Id }
export type Lateness = { lateReason: LateReason | null; lateNote: string | null }

/** What somebody does with documents, requests, tasks, papers and cases, with all that a door would send. */
export type RegistryAct =
  | {
      act: 'documents.register'
      documentId: Id
      direction: 'incoming' | 'outgoing' | 'internal'
      kind: { id: Id; letters: string }
      channel: 'desk' | 'post' | null
      subject: string
      partyId: Id | null
      caseId: Id | null
      slip: boolean
    }
  | { act: 'documents.correct'; correctionId: Id; documentId: Id; subject: string; reason: string }
  | { act: 'documents.annul'; correctionId: Id; documentId: Id; reason: string }
  | { act: 'documents.attach'; documentId: Id; path: string; name: string; sha256: string }
  | {
      act: 'requests.register'
      id: Id
      serviceId: Id
      speed: Speed
      applicantId: Id
      channel: 'desk' | 'email'
      receivedAt: string | null
      delivery: 'desk' | 'email'
      missing: string | null
    }
  | { act: 'requests.suspend'; id: Id; requestId: Id; reason: string }
  | { act: 'requests.resume'; id: Id; requestId: Id; reason: string }
  | {
      act: 'requests.extend'
      id: Id
      requestId: Id
      amount: number
      article: string
      reason: string
      documentId: Id
    }
  | { act: 'requests.irregular'; id: Id; requestId: Id; what: string; documentId: Id }
  | { act: 'requests.mend'; id: Id; requestId: Id; what: string }
  | ({ act: 'requests.complete'; requestId: Id; documentId: Id; exemption: string | null } & Lateness)
  | ({ act: 'requests.refuse'; requestId: Id; documentId: Id; reason: string } & Lateness)
  | { act: 'requests.hand_out'; requestId: Id; takenBy: string; identity: string | null }
  | {
      act: 'tasks.give'
      kind: 'resolution' | 'opinion'
      taskId: Id
      caseId: Id | null
      parentId: Id | null
      what: string
      dueOn: string
      to: Target
    }
  | ({
      act: 'tasks.end'
      taskId: Id
      outcome: 'done' | 'not_done' | 'cancelled'
      result: string
      next: string | null
    } & Lateness)
  | { act: 'tasks.take'; taskId: Id; moveId: Id }
  | { act: 'tasks.delegate'; taskId: Id; moveId: Id; to: Target }
  | { act: 'tasks.return'; taskId: Id; moveId: Id; reason: string }
  | ({
      act: 'opinions.give'
      id: Id
      documentId: Id
      taskId: Id | null
      value: Opinion
      note: string | null
    } & Lateness)
  | { act: 'control.review'; id: Id; taskId: Id; week: string; verdict: Verdict; note: string | null }
  | { act: 'papers.hand'; id: Id; documentId: Id; to: Target }
  | { act: 'papers.take'; handoverId: Id; documentId: Id }
  | { act: 'cases.restrict'; caseId: Id; reason: string; staffIds: Id[] }
  | { act: 'cases.share'; caseId: Id; to: Target }
  | { act: 'cases.link'; caseId: Id; otherId: Id; note: string | null }
  | { act: 'cases.close'; id: Id; caseId: Id }
  | { act: 'cases.reopen'; caseId: Id; reason: string }
  | { act: 'cases.look' }
  | { act: 'staff.substitute'; id: Id; absentId: Id; absent: string; substitute: string; day: string }

export type ActOf<Name extends RegistryAct['act']> = Extract<RegistryAct, { act: Name }>

/** Does it, and tells of the answer what the books can foresee. */
export async function answerInRegistry(ctx: Ctx, act: RegistryAct): Promise<Answer> {
  if (act.act.startsWith('documents.') || act.act.startsWith('papers.'))
    return answerOfPapers(ctx, act as PapersAct)
  return act.act.startsWith('requests.')
    ? answerOfRequests(ctx, act as RequestsAct)
    : answerOfWork(ctx, act as WorkAct)
}

type PapersAct = Extract<RegistryAct, { act: `documents.${string}` | `papers.${string}` }>
type RequestsAct = Extract<RegistryAct, { act: `requests.${string}` }>
type WorkAct = Exclude<RegistryAct, PapersAct | RequestsAct>

async function answerOfPapers(ctx: Ctx, act: PapersAct): Promise<Answer> {
  switch (act.act) {
    case 'documents.register': {
      const { documentId, direction, kind, channel, subject, partyId, caseId, slip } = act
      const role = direction === 'incoming' ? 'sender' : 'recipient'
      const { number, uri } = await registerDocument(ctx, {
        documentId,
        direction,
        kindId: kind.id,
        channel,
        subject,
        parties: partyId ? [{ partyId, role }] : [],
        caseId,
        print: slip ? ['slip'] : [],
      })
      return { number, uri }
    }
    case 'documents.correct': {
      const { correctionId, documentId, subject, reason } = act
      const right = { field: 'subject' as const, value: subject }
      const { number, before, after } = await correctDocument(ctx, {
        correctionId,
        documentId,
        right,
        reason,
      })
      return { number, before, after }
    }
    case 'documents.annul':
      return annulDocument(ctx, act)
    case 'documents.attach': {
      const { ordinal, number, sha256 } = await attachFile(ctx, act)
      return { ordinal, number, sha256 }
    }
    case 'papers.hand':
      await handPaper(ctx, act)
      return {}
    case 'papers.take':
      await takePaper(ctx, act)
      return {}
  }
}

async function answerOfRequests(ctx: Ctx, act: RequestsAct): Promise<Answer> {
  switch (act.act) {
    case 'requests.register': {
      const { receivedAt, missing } = act
      const told = await registerRequest(ctx, {
        ...act,
        receivedAt: receivedAt === null ? null : Temporal.Instant.from(receivedAt),
        items: missing === null ? [] : [{ code: missing, state: 'missing' }],
      })
      return {
        number: told.number,
        uri: told.uri,
        due: told.due.on.toString(),
        bill: told.bill?.number ?? null,
        amount: told.bill ? `${told.bill.amount}` : null,
        missing: told.missing.length,
        phases: told.phases.map(({ code, dueOn }) => `${code} ${dueOn}`).join(', '),
      }
    }
    case 'requests.suspend':
      return { number: (await suspendRequest(ctx, { ...act, act: null })).number }
    case 'requests.resume':
      return { number: (await resumeRequest(ctx, act)).number }
    case 'requests.extend':
      return { number: (await extendRequest(ctx, { ...act, notice: actCalled(act) })).number }
    case 'requests.irregular': {
      const { number } = await tellIrregularity(ctx, { ...act, notice: actCalled(act) })
      return { number }
    }
    case 'requests.mend':
      return { number: (await mendIrregularity(ctx, act)).number }
    case 'requests.complete':
      return endedAs(await completeRequest(ctx, { ...act, act: actCalled(act) }))
    case 'requests.refuse':
      return endedAs(await refuseRequest(ctx, { ...act, act: actCalled(act) }))
    case 'requests.hand_out': {
      const { handOut: done } = await handOut(ctx, { ...act, way: 'desk', reference: null })
      return { way: done.way, takenBy: done.takenBy }
    }
  }
}

/** The document of a decision as the office words it. */
const actCalled = ({ documentId }: { documentId: Id }) => ({ documentId, kind: null, subject: null })

const endedAs = ({ standing, ending }: RequestFound): Answer => ({
  standing,
  document: ending?.documentNumber ?? null,
})

async function answerOfWork(ctx: Ctx, act: WorkAct): Promise<Answer> {
  switch (act.act) {
    case 'tasks.give': {
      const { taskId, caseId, parentId, kind, what, dueOn, to } = act
      const given = await giveTask(ctx, {
        kind,
        place: parentId ? { parentId } : { caseId: caseId ?? '' },
        what,
        dueOn: Temporal.PlainDate.from(dueOn),
        to: [{ taskId, target: to }],
      })
      return { given: given.length }
    }
    case 'tasks.end': {
      const { ending } = await endTask(ctx, act)
      return { outcome: ending?.outcome ?? null, result: ending?.result ?? null }
    }
    case 'tasks.take':
      return { task: (await takeTask(ctx, act)).id }
    case 'tasks.delegate':
      return { task: (await delegateTask(ctx, { ...act, note: null })).id }
    case 'tasks.return':
      return { task: (await returnTask(ctx, act)).id }
    case 'opinions.give': {
      const { documentNumber, value } = await giveOpinion(ctx, act)
      return { number: documentNumber, value }
    }
    case 'control.review': {
      const reviewed = await reviewTask(ctx, { ...act, week: Temporal.PlainDate.from(act.week) })
      return { week: reviewed.week.toString(), status: reviewed.status, verdict: reviewed.verdict }
    }
    case 'cases.link': {
      const { number, otherNumber } = await linkCases(ctx, act)
      return { number, other: otherNumber }
    }
    case 'cases.restrict':
      return { number: (await restrictCase(ctx, act)).number }
    case 'cases.share':
      return { number: (await shareCase(ctx, act)).number }
    case 'cases.close':
      return { number: (await closeCase(ctx, { ...act, note: null })).number }
    case 'cases.reopen':
      return { number: (await reopenCase(ctx, act)).number }
    case 'cases.look':
      return { seen: await casesSeen(ctx) }
    case 'staff.substitute': {
      const { id, absent, substitute, day } = act
      const [from, until] = [Temporal.PlainDate.from(day), Temporal.PlainDate.from(day)]
      await setSubstitution(ctx, { id, absent, substitute, from, until, ground: 'болничен лист' })
      return {}
    }
  }
}

/** Every case, document, request and open task that the database lets this person read. */
async function casesSeen({ db }: Ctx): Promise<string> {
  const rows = await db.execute<{ seen: string | null }>(sql`
    select string_agg(shown, ' ' order by shown) as seen from (
      select 'c' || right(id::text, 9) as shown from cases union all
      select 'd' || right(id::text, 9) from documents union all
      select 'r' || right(request_id::text, 9) from open_requests union all
      select 't' || right(task_id::text, 9) from open_tasks) rows`)
  return rows[0]?.seen ?? ''
}
