import type { Dossier } from '../office/parties/show-dossier.ts'
import { dayOf, showDay } from '../rules/dates.ts'
import { showEuro } from '../rules/money.ts'
import type { Door } from './door.ts'

/** A dossier for programs: amounts are whole cents, days and moments ISO. */
export const dossierJson = ({ party, merged, documents, requests, bills, payments }: Dossier) => ({
  id: party.id,
  name: party.name,
  identifier: party.identifier ?? party.identifierMasked,
  address: party.address,
  merged: merged.map(({ id, name, identifier, identifierMasked, address, reason, mergedAt }) => ({
    id,
    name,
    identifier: identifier ?? identifierMasked,
    address,
    reason,
    merged_at: mergedAt.toString(),
  })),
  documents: documents.map(({ caseId, day, ...document }) => ({
    ...document,
    case_id: caseId,
    day: day.toString(),
  })),
  requests: requests.map(({ day, dueOn, ...request }) => ({
    ...request,
    day: day.toString(),
    due_on: dueOn?.toString() ?? null,
  })),
  bills: bills.map(({ amount, issuedAt, ...bill }) => ({
    ...bill,
    amount_cents: amount,
    issued_at: issuedAt.toString(),
  })),
  payments:
    payments?.map(({ amount, at, receipt }) => ({ receipt, amount_cents: amount, at: at.toString() })) ??
    null,
})

/** The same for people: who, and under each heading what there is, the latest first. */
export function dossierText(
  { party, merged, documents, requests, bills, payments }: Dossier,
  door: Door,
): string {
  const { dossier: words } = door.words
  const day = (on: Temporal.PlainDate) => showDay(on, door.lang)
  const sections: [string, string[]][] = [
    [
      words.records,
      merged.map(
        one =>
          `${[one.name, one.identifier ?? one.identifierMasked, one.address].filter(Boolean).join(', ')} (${one.reason}; ${one.id})`,
      ),
    ],
    [
      words.requests,
      requests.map(one => {
        const end = one.outcome ? words.outcomes[one.outcome] : one.dueOn && words.dueOn(day(one.dueOn))
        return [one.number, day(one.day), one.service, end].filter(Boolean).join('  ')
      }),
    ],
    [
      words.documents,
      documents.map(one =>
        [words.directions[one.direction], one.number, day(one.day), words.roles[one.role], one.subject].join(
          '  ',
        ),
      ),
    ],
    [
      words.bills,
      bills.map(one =>
        [one.number, showEuro(one.amount, door.lang), words.billStates[one.state], one.name].join('  '),
      ),
    ],
    [
      words.payments,
      (payments ?? []).map(one =>
        [one.receipt, showEuro(one.amount, door.lang), day(dayOf(one.at))].join('  '),
      ),
    ],
  ]
  const shown = sections.filter(([, lines]) => lines.length > 0)
  const who = [party.name, party.identifier ?? party.identifierMasked, party.address]
    .filter(Boolean)
    .join(', ')
  const told = shown.map(([title, lines]) => [`${title}:`, ...lines.map(line => `  ${line}`)].join('\n'))
  return [who, ...(told.length > 0 ? told : [words.empty])].join('\n\n')
}
