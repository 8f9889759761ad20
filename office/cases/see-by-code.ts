import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type NextStep, nextStepOf } from '../../rules/case-status.ts'
import { readAccessCode } from '../../rules/documents.ts'
import { refusal } from '../../rules/refusal.ts'
import { type Outcome, type RequestEventKind, type Standing, standingOf } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

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

/** As the database gives it (`status_of_case`); days are text. */
type Row = {
  case_id: string
  number: string
  uri: string
  day: string
  kind_bg: string
  kind_en: string
  department_bg: string | null
  department_en: string | null
  is_closed: boolean
  told: RequestEventKind[]
  outcome: Outcome | null
  due_on: string | null
  is_owed: boolean
  is_handed_out: boolean
  stages: string[]
}

/**
 * How a matter stands, by its number and the access code of the slip, also for those who do not see the case; no personal data.
 * Refuses a number and a code that do not belong together, without saying which of them is wrong. The look is in the logbook.
 */
export async function seeByCode(ctx: Ctx, raw: SeeByCode): Promise<CaseStatus> {
  authorise(ctx, 'cases.see')
  const { number, code } = parseInput(SeeByCode, raw)
  return inTransaction(ctx, async tx => {
    const [row] = await tx.execute<Row>(sql`select * from status_of_case(${number}, ${readAccessCode(code)})`)
    if (!row) throw refusal('case.code_wrong', {})
    await writeLogbook(tx, ctx, 'cases.see', {
      subjectId: row.case_id,
      facts: { did: 'status', case: row.number },
    })
    return statusOf(row, ctx)
  })
}

function statusOf(row: Row, { lang }: Ctx): CaseStatus {
  const [kind, department] =
    lang === 'bg' ? [row.kind_bg, row.department_bg] : [row.kind_en, row.department_en]
  const known = standingOf(row.told, row.outcome)
  const standing = row.is_closed && known === 'under_way' ? 'closed' : known
  return {
    number: row.number,
    uri: row.uri,
    kind,
    department,
    registeredOn: Temporal.PlainDate.from(row.day),
    standing,
    stage: row.stages,
    dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
    nextStep: nextStepOf(standing, row.is_handed_out, row.is_owed),
  }
}
