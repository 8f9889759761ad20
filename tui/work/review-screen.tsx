import { randomUUIDv7 } from 'node:crypto'
import { textsFor } from '../../locales/texts.ts'
import {
  listForReview,
  type TaskForReview,
  type WeekForReview,
} from '../../office/control/list-for-review.ts'
import { reviewTask } from '../../office/control/review-task.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showDay } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { VERDICTS, type Verdict, weekOf, whyNotReview } from '../../rules/reviews.ts'
import type { AtDesk } from '../door.ts'
import type { Filled } from '../forms/form.ts'
import { openForm, pushForm } from '../forms/form-screen.tsx'
import { moveCursor } from '../parts/list.tsx'
import { type Change, change, type KeyLine, type Opened, type Outcome, type Screen } from '../screen.ts'
import { openCase } from './case-screen.tsx'
import { ReviewView } from './review-view.tsx'
import { formBasis } from './work-forms.ts'

/** `nextId` is of the next verdict: sent twice, given once. `week` is its Monday. */
export type ReviewState = {
  week: Temporal.PlainDate
  onlyUnreviewed: boolean
  shown: WeekForReview | null
  cursor: number
  nextId: string
}

const LIMIT = 500

/** Heads look at the week that is going on. */
export const reviewAtOpening = (today: Temporal.PlainDate): ReviewState => ({
  week: weekOf(today),
  onlyUnreviewed: false,
  shown: null,
  cursor: 0,
  nextId: randomUUIDv7(),
})

/** The weekly review: each task of the week with how it stands, and by a digit what the head finds. */
export function reviewScreen(desk: AtDesk): Screen<ReviewState> {
  const { review: texts } = desk.door.texts.screens.work
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.shown?.rows.length ?? 0) }),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    View: ({ state, size }) => <ReviewView state={state} size={size} desk={desk} />,
  }
}

async function load(s: ReviewState, desk: AtDesk): Promise<Change<ReviewState>> {
  const { week, onlyUnreviewed } = s
  const asked = { week, whose: null, onlyUnreviewed }
  const shown = await listForReview(desk.session.ctx(), asked, { after: null, limit: LIMIT })
  return now => ({ ...now, shown, cursor: Math.max(0, Math.min(now.cursor, shown.rows.length - 1)) })
}

const turn =
  (desk: AtDesk, how: (s: ReviewState) => ReviewState) =>
  async (s: ReviewState): Promise<Outcome<ReviewState>> => {
    const turned = how(s)
    const loaded = await load(turned, desk)
    return change(() => loaded({ ...turned, cursor: 0 }))
  }

function keysOf(s: ReviewState, desk: AtDesk): KeyLine<ReviewState>[] {
  const { review: texts } = desk.door.texts.screens.work
  const { today } = desk.session.ctx()
  const task = s.shown?.rows[s.cursor]
  const why =
    whyNotMay(desk.session.who.post, 'control.review') ?? (task ? null : refusal('list.nothing_chosen', {}))
  const later = s.week.add({ weeks: 1 })
  const isLast = Temporal.PlainDate.compare(later, today) > 0
  return [
    ...VERDICTS.map(
      (verdict, at): KeyLine<ReviewState> => ({
        key: `${at + 1}`,
        label: '',
        quiet: true,
        refusal: why,
        holdsTyping: verdict !== 'no_problems',
        run: now => (task ? give(now, task, verdict, desk) : undefined),
      }),
    ),
    {
      key: 'enter',
      label: texts.openCase,
      refusal: task ? null : refusal('list.nothing_chosen', {}),
      run: () => (task ? openCase(task.caseId, desk) : undefined),
    },
    {
      key: 'left',
      label: texts.earlier,
      run: turn(desk, now => ({ ...now, week: now.week.subtract({ weeks: 1 }) })),
    },
    {
      key: 'right',
      label: texts.later,
      refusal: isLast ? refusal('review.week_ahead', { week: showDay(later, desk.door.lang) }) : null,
      run: turn(desk, now => ({ ...now, week: now.week.add({ weeks: 1 }) })),
    },
    {
      key: 'f2',
      label: s.onlyUnreviewed ? texts.all : texts.onlyUnreviewed,
      run: turn(desk, now => ({ ...now, onlyUnreviewed: !now.onlyUnreviewed })),
    },
  ]
}

/** No problems is said at once; a problem is told in words first. */
async function give(
  s: ReviewState,
  task: TaskForReview,
  verdict: Verdict,
  desk: AtDesk,
): Promise<Outcome<ReviewState>> {
  const { review: texts } = desk.door.texts.screens.work
  if (verdict !== 'no_problems') return pushForm(await verdictForm(s, task, verdict, desk))
  await reviewTask(desk.session.ctx(), { id: s.nextId, taskId: task.id, week: s.week, verdict, note: null })
  const loaded = await load(s, desk)
  const step = s.onlyUnreviewed ? 0 : 1
  return change(
    now => {
      const then = loaded({ ...now, nextId: randomUUIDv7() })
      return {
        ...then,
        cursor: Math.max(0, Math.min(then.cursor + step, (then.shown?.rows.length ?? 1) - 1)),
      }
    },
    texts.reviewed(textsFor(desk.door.lang).control.verdicts[verdict]),
  )
}

async function verdictForm(
  { week }: ReviewState,
  task: TaskForReview,
  first: Verdict,
  desk: AtDesk,
): Promise<Opened> {
  const { review: texts, forms } = desk.door.texts.screens.work
  const { lang } = desk.door
  const words = textsFor(lang).control.verdicts
  const basis = await formBasis(desk)
  const said = (filled: Filled) => ({
    week,
    verdict: (filled.choice('verdict') ?? first) as Verdict,
    note: filled.optional('note'),
  })
  return openForm(
    {
      ...basis,
      title: texts.verdictTitle,
      about: [
        { label: forms.task, text: task.what, tone: 'title' },
        { label: forms.case, text: task.number },
        { label: texts.who, text: task.holder ?? task.department.name },
      ],
      fields: () => [
        { name: 'note', label: texts.note, kind: 'text', limit: 500, hint: texts.noteHint },
        {
          name: 'verdict',
          label: texts.verdict,
          kind: 'choice',
          choices: VERDICTS.map(value => ({ value, label: words[value] })),
        },
      ],
      save: texts.write,
      whyNot: filled => whyNotReview(said(filled), basis.today, lang),
      run: async filled => {
        const { verdict } = await reviewTask(desk.session.ctx(), {
          id: filled.id,
          taskId: task.id,
          ...said(filled),
        })
        return texts.reviewed(words[verdict])
      },
    },
    desk,
    { chosen: { verdict: first } },
  )
}
