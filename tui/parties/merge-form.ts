import { textsFor } from '../../locales/texts.ts'
import { calendarOf } from '../../office/calendar/lookup.ts'
import type { DuplicatePair } from '../../office/parties/find-duplicates.ts'
import type { Party } from '../../office/parties/lookup.ts'
import { mergeParties } from '../../office/parties/merge-parties.ts'
import { showParty } from '../../office/parties/show-party.ts'
import { whyNotMerge } from '../../rules/duplicates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { beside } from './beside.ts'

const SHORTEST_REASON = 3
/** Half of the usual screen for each, beside the labels of a form. */
const BESIDE_COLUMNS = 78

/** Two records beside each other, which of them stays, and why they are one. */
export async function mergeForm(
  { one: left, other: right, likeness }: DuplicatePair,
  desk: AtDesk,
): Promise<Opened> {
  const { duplicates: texts } = desk.door.texts.screens
  const { likeness: words } = textsFor(desk.door.lang)
  const ctx = desk.session.ctx()
  const [one, other] = await Promise.all([
    showParty(ctx, { partyId: left.id }),
    showParty(ctx, { partyId: right.id }),
  ])
  const sides = (filled: Filled): { party: Party; into: Party } =>
    filled.choice('stays') === 'right' ? { party: one, into: other } : { party: other, into: one }
  const fields: Field[] = [
    {
      name: 'stays',
      label: texts.stays,
      kind: 'choice',
      choices: [
        { value: 'left', label: texts.left(one.name) },
        { value: 'right', label: texts.right(other.name) },
      ],
    },
    { name: 'reason', label: texts.reason, kind: 'text', limit: 500, hint: texts.reasonHint },
  ]
  return openForm(
    {
      title: texts.mergeTitle,
      about: [
        ...beside(one, other, desk, BESIDE_COLUMNS),
        { label: texts.why, text: likeness.reasons.map(reason => words[reason]).join(', ') },
      ],
      fields: () => fields,
      save: texts.merge,
      whyNot: filled => {
        const { party, into } = sides(filled)
        const why = whyNotMerge(party, into)
        if (why) return why
        return filled.text('reason').length < SHORTEST_REASON
          ? refusal('form.needed', { what: texts.reason })
          : null
      },
      run: async filled => {
        const { party, into } = sides(filled)
        const stays = await mergeParties(desk.session.ctx(), {
          id: filled.id,
          partyId: party.id,
          intoId: into.id,
          reason: filled.text('reason'),
          seen: { party: party.changedAt, into: into.changedAt },
        })
        return texts.merged(party.name, stays.name)
      },
      today: ctx.today,
      calendar: await calendarOf(ctx.db),
      help: texts.mergeHelp,
    },
    desk,
    { chosen: { stays: other.identifier && !one.identifier ? 'right' : 'left' } },
  )
}
