import type { DossierTexts } from '../../locales/bg/dossier.ts'
import { dayOf, showDay } from '../../rules/dates.ts'
import type { Lang } from '../../rules/languages.ts'
import { showEuro } from '../../rules/money.ts'
import type { Dossier } from './show-dossier.ts'

export type DossierSection = { title: string; lines: string[] }

/**
 * What there is of somebody, under headings, the latest first; what is empty is left out. Ids of merged
 * records are for those who type commands.
 */
export function dossierSections(
  { merged, documents, requests, bills, payments }: Dossier,
  texts: DossierTexts,
  lang: Lang,
  withIds = false,
): DossierSection[] {
  const day = (on: Temporal.PlainDate) => showDay(on, lang)
  const sections: DossierSection[] = [
    {
      title: texts.records,
      lines: merged.map(
        one =>
          `${[one.name, one.identifier ?? one.identifierMasked, one.address].filter(Boolean).join(', ')} (${one.reason})${withIds ? ` ${one.id}` : ''}`,
      ),
    },
    {
      title: texts.requests,
      lines: requests.map(one => {
        const end = one.outcome ? texts.outcomes[one.outcome] : one.dueOn && texts.dueOn(day(one.dueOn))
        return [one.number, day(one.day), one.service, end].filter(Boolean).join('  ')
      }),
    },
    {
      title: texts.documents,
      lines: documents.map(one =>
        [texts.directions[one.direction], one.number, day(one.day), texts.roles[one.role], one.subject].join(
          '  ',
        ),
      ),
    },
    {
      title: texts.bills,
      lines: bills.map(one =>
        [one.number, showEuro(one.amount, lang), texts.billStates[one.state], one.name].join('  '),
      ),
    },
    {
      title: texts.payments,
      lines: (payments ?? []).map(one =>
        [one.receipt, showEuro(one.amount, lang), day(dayOf(one.at))].join('  '),
      ),
    },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}
