import type { Lang } from '../rules/languages.ts'
import type { OtherTender } from '../rules/tenders.ts'
import { amountOf } from './amounts.ts'
import { WrongUsage } from './wrong-usage.ts'

/** `AMOUNT:TID:AC:RRN:LAST4`, as the slip of the card terminal says it. */
export function cardTender(text: string, lang: Lang): OtherTender {
  const [amount, terminal, authorisation, rrn, cardTail, ...more] = text.split(':').map(piece => piece.trim())
  if (!amount || !terminal || !authorisation || !rrn || !cardTail || more.length > 0)
    throw new WrongUsage(lang, usage => usage.notThus('--card', 'AMOUNT:TID:AC:RRN:LAST4', text))
  return {
    tender: 'card',
    amount: amountOf(amount),
    terminal: terminal.toUpperCase(),
    authorisation: authorisation.toUpperCase(),
    rrn,
    cardTail,
  }
}

/** `AMOUNT:REFERENCE`, the reference as the statement says it. */
export function bankTender(text: string, lang: Lang): OtherTender {
  const [, amount, reference] = /^([^:]+):(.+)$/.exec(text) ?? []
  if (!amount || !reference)
    throw new WrongUsage(lang, usage => usage.notThus('--bank', 'AMOUNT:REFERENCE', text))
  return { tender: 'bank', amount: amountOf(amount), reference: reference.trim() }
}
