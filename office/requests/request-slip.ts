import { showAccessCode } from '../../rules/documents.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import type { ChecklistItem } from '../../rules/requests.ts'
import type { Ctx } from '../context.ts'
import { paperTexts, requestTexts } from '../papers.ts'
import type { RequestFound } from './lookup.ts'

/** What of a request its slip tells. */
export type SlipOf = Pick<
  RequestFound,
  'number' | 'uri' | 'registeredAt' | 'registeredBy' | 'channel' | 'accessCode' | 'speed'
> & {
  service: { name: Record<Lang, string> }
  applicant: { name: string }
  dueOn: Temporal.PlainDate | null
  fee: Pick<NonNullable<RequestFound['fee']>, 'number' | 'amount'> | null
  missing: readonly string[]
}

/** The confirmation of receipt of a request (чл. 70, ал. 2 НОДА), with what is to be paid and what is still to be brought. */
export function requestSlip({ town, lang }: Pick<Ctx, 'town' | 'lang'>, request: SlipOf): Paper {
  const words = requestTexts(lang)
  const speed = request.speed === 'normal' ? '' : ` (${paperTexts(lang).receipt.speed[request.speed]})`
  return slipPaper(
    {
      town,
      kind: words.kind,
      subject: `${request.service.name[lang]}${speed}`,
      number: request.number,
      uri: request.uri,
      registeredAt: request.registeredAt,
      cameBy: paperTexts(lang).slip.channels[request.channel],
      applicant: request.applicant.name,
      registeredBy: request.registeredBy,
      dueOn: request.dueOn,
      fee: request.fee,
      missing: request.missing,
      accessCode: showAccessCode(request.accessCode),
      barcode: request.uri,
      check: { at: null, link: null, phone: null },
    },
    paperTexts(lang),
    lang,
  )
}

/** What the applicant has still to bring. */
export const missingOf = (items: readonly ChecklistItem[]): string[] =>
  items.filter(({ state }) => state === 'missing').map(({ name }) => name)
