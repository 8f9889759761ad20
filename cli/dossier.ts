import { dossierSections } from '../office/parties/dossier-sections.ts'
import type { Dossier } from '../office/parties/show-dossier.ts'
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
export function dossierText(dossier: Dossier, door: Door): string {
  const { party } = dossier
  const texts = door.texts.dossier
  const who = [party.name, party.identifier ?? party.identifierMasked, party.address]
    .filter(Boolean)
    .join(', ')
  const told = dossierSections(dossier, texts, door.lang, true).map(({ title, lines }) =>
    [`${title}:`, ...lines.map(line => `  ${line}`)].join('\n'),
  )
  return [who, ...(told.length > 0 ? told : [texts.empty])].join('\n\n')
}
