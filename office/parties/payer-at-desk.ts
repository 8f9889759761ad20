import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { bills } from '../../db/schema/bills.ts'
import { parties } from '../../db/schema/parties.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import { type FoundBill, openBillsWhere } from '../bills/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { hasDigits, oneWith, type PartyRow, partiesWhere, rowOf } from './lookup.ts'

const PayerAtDesk = z.union([z.object({ partyId: idInput }), z.object({ identifier: z.string().max(40) })])
export type PayerAtDesk = z.input<typeof PayerAtDesk>

export type PayerFound = { party: PartyRow; bills: FoundBill[] }

/**
 * Who stands at the desk and what they still owe, the oldest bill first, in one round trip; null where nobody has the number.
 * Where a ЕГН and a ЛНЧ have the same digits it is whoever has the ЕГН; of merged records it is the one
 * that stays, with the bills of all. Refuses a number whose check digit is wrong.
 */
export async function payerAtDesk(ctx: Ctx, raw: PayerAtDesk): Promise<PayerFound | null> {
  authorise(ctx, 'parties.see')
  authorise(ctx, 'bills.see')
  const ids = oneWith(whoIs(ctx, parseInput(PayerAtDesk, raw)))
  const [found, owed] = await Promise.all([
    partiesWhere(ctx.db, ctx, sql`${parties.id} in ${ids}`, MOST_OF_ONE),
    openBillsWhere(ctx.db, sql`${bills.payerId} in ${ids}`),
  ])
  const stay = found.filter(party => party.mergedInto === null)
  const party = stay.find(one => one.identifierKind === 'egn') ?? stay[0]
  if (!party) return null
  const theirs = new Set(
    found.filter(one => one.id === party.id || one.mergedInto?.id === party.id).map(one => one.id),
  )
  return { party: rowOf(party), bills: owed.filter(bill => bill.payer && theirs.has(bill.payer.id)) }
}

/** Records of one person or two whose numbers have the same digits. */
const MOST_OF_ONE = 100

function whoIs(ctx: Ctx, who: z.output<typeof PayerAtDesk>): SQL {
  if ('partyId' in who) return eq(parties.id, who.partyId)
  const read = readIdentifier(who.identifier)
  if (!read) throw refusal('identifier.wrong', { text: who.identifier })
  return hasDigits(ctx, read.digits)
}
