import type { Party } from '../../office/parties/lookup.ts'
import { showMoment } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { fit } from '../parts/fit.ts'

const LABEL_COLUMNS = 18

/** Two records field by field, the left and the right one in columns of one width. */
export function beside(
  one: Party,
  other: Party,
  desk: AtDesk,
  columns: number,
): { label: string; text: string }[] {
  const { party: texts } = desk.door.texts.screens
  const half = Math.floor((columns - LABEL_COLUMNS - 4) / 2)
  const pair = (of: (party: Party) => string | null): string =>
    `${fit(of(one) ?? '–', half)} │ ${fit(of(other) ?? '–', half)}`
  return [
    { label: texts.name, text: pair(party => party.name) },
    { label: texts.identifier, text: pair(party => party.identifier ?? party.identifierMasked) },
    { label: texts.settlement, text: pair(party => party.settlement) },
    { label: texts.address, text: pair(party => party.street) },
    { label: texts.phone, text: pair(party => party.phone) },
    { label: texts.email, text: pair(party => party.email) },
    { label: texts.changed, text: pair(party => showMoment(party.changedAt, desk.door.lang)) },
  ]
}
