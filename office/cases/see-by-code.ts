import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { documents } from '../../db/schema/documents.ts'
import { openTasks, tasks } from '../../db/schema/tasks.ts'
import { type NextStep, nextStepOf } from '../../rules/case-status.ts'
import { readAccessCode } from '../../rules/documents.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Standing } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { rowsWithIds } from '../documents/lookup.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { handOutOf, requestWithId } from '../requests/lookup.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { mattersOf, requestIdsIn } from './contents.ts'
import { casesWhere } from './lookup.ts'

const SeeByCode = z.object({
  /** The number of the case or its URI. */
  number: textInput(1, 60),
  code: textInput(1, 30),
})
export type SeeByCode = z.input<typeof SeeByCode>

/** How a matter stands, for whoever brought it: nothing in it says who that was. */
export type CaseStatus = {
  number: string
  uri: string
  /** The service that is asked for, else the kind of the document. */
  kind: string
  department: string | null
  registeredOn: Temporal.PlainDate
  standing: Standing | 'closed'
  /** The phases under way. */
  stage: string[]
  /** Null stands still or has ended. */
  dueOn: Temporal.PlainDate | null
  nextStep: NextStep
}

/**
 * How a matter stands, by its number and the access code of the slip; no personal data. Refuses a number and a code that do not
 * belong together, without saying which of them is wrong. The look is in the logbook.
 */
export async function seeByCode(ctx: Ctx, raw: SeeByCode): Promise<CaseStatus> {
  authorise(ctx, 'cases.see')
  const { number, code } = parseInput(SeeByCode, raw)
  const isMeant = and(
    eq(cases.accessCode, readAccessCode(code)),
    or(eq(documents.number, number), eq(documents.uri, number)),
  )
  return inTransaction(ctx, async tx => {
    const [found] = await casesWhere(tx, isMeant, 1)
    if (!found) throw refusal('case.code_wrong', {})
    await writeLogbook(tx, ctx, 'cases.see', {
      subjectId: found.id,
      facts: { did: 'status', case: found.number },
    })
    const [[requestId], [opening], matters] = await Promise.all([
      requestIdsIn(tx, found.id),
      rowsWithIds(tx, ctx, [found.documentId]),
      mattersOf(tx, ctx, found.id),
    ])
    const standing = found.isClosed ? ('closed' as const) : ('under_way' as const)
    const status: CaseStatus = {
      number: found.number,
      uri: found.uri,
      kind: opening?.kind ?? '',
      department: matters?.department ?? null,
      registeredOn: found.day,
      standing,
      stage: [],
      dueOn: null,
      nextStep: nextStepOf(standing, false, false),
    }
    return requestId === undefined
      ? status
      : { ...status, ...(await ofRequest(tx, ctx, requestId, found.id)) }
  })
}

async function ofRequest(tx: Tx, { lang }: Ctx, requestId: string, caseId: string) {
  const [request, handOut, phases] = await Promise.all([
    requestWithId(tx, requestId),
    handOutOf(tx, requestId),
    tx
      .select({ what: tasks.what })
      .from(openTasks)
      .innerJoin(tasks, eq(tasks.id, openTasks.taskId))
      .where(and(eq(openTasks.caseId, caseId), eq(openTasks.kind, 'phase'))),
  ])
  const { standing, dueOn, department, service, fee } = request
  return {
    kind: service.name[lang],
    department: department.name[lang],
    standing,
    stage: phases.map(({ what }) => what),
    dueOn,
    nextStep: nextStepOf(standing, handOut !== null, fee?.state === 'open'),
  }
}
