import { textsFor } from '../../locales/texts.ts'
import { calendarOf } from '../../office/calendar/lookup.ts'
import { type Colleague, findColleagues } from '../../office/tasks/find-colleagues.ts'
import type { TaskShown } from '../../office/tasks/show-task.ts'
import { showDay } from '../../rules/dates.ts'
import { LATE_REASONS, type LateReason } from '../../rules/late-reasons.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled, Form, Found } from '../forms/form.ts'

/** Days that are offered for a term, in working days. */
export const SUGGESTED_DAYS = [1, 3, 5, 7, 14]

/** What every form of the work on cases has: the day, the town's calendar, and whom one may mean. */
export async function formBasis(
  desk: AtDesk,
  onlyPeople = false,
): Promise<Pick<Form, 'today' | 'calendar' | 'seek' | 'help'>> {
  const ctx = desk.session.ctx()
  return {
    today: ctx.today,
    calendar: await calendarOf(ctx.db),
    seek: async text =>
      (await findColleagues(desk.session.ctx(), { text, onlyPeople })).map(colleague =>
        foundOf(colleague, desk),
      ),
    help: desk.door.texts.screens.forms.help,
  }
}

function foundOf({ id, kind, name, position, department, substitute }: Colleague, desk: AtDesk): Found {
  const { forms: texts } = desk.door.texts.screens.work
  return {
    id,
    kind,
    name,
    told: kind === 'department' ? texts.wholeUnit : [position, department].filter(Boolean).join(', '),
    note: substitute && texts.absent(substitute.name, showDay(substitute.until, desk.door.lang)),
  }
}

/** Whoever was chosen, as operations take them. */
export const targetOf = ({ id, kind }: Found): { staffId: string } | { departmentId: string } =>
  kind === 'person' ? { staffId: id } : { departmentId: id }

const LATE = { reason: 'late', note: 'lateNote' }

/** The lines about a delay: the reason by its digit, and in words where it is another one. */
export function lateFields(isLate: boolean, filled: Filled, desk: AtDesk): Field[] {
  if (!isLate && !filled.isLate) return []
  const { forms: texts } = desk.door.texts.screens.work
  const words = textsFor(desk.door.lang).lateReasons
  return [
    {
      name: LATE.reason,
      label: texts.lateReason,
      kind: 'choice',
      choices: LATE_REASONS.map(value => ({ value, label: words[value] })),
    },
    ...(filled.choice(LATE.reason) === null
      ? []
      : [{ name: LATE.note, label: texts.lateNote, kind: 'text' as const, limit: 500, isOptional: true }]),
  ]
}

/** What is said of a delay. */
export const latenessOf = (filled: Filled): { lateReason: LateReason | null; lateNote: string | null } => ({
  lateReason: filled.choice(LATE.reason) as LateReason | null,
  lateNote: filled.optional(LATE.note),
})

/** How many parts of a task are under way. */
export const openParts = ({ parts }: Pick<TaskShown, 'parts'>): number =>
  parts.filter(({ ending }) => ending === null).length
