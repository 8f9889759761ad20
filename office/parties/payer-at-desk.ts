import { eq, inArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { bills } from '../../db/schema/bills.ts'
import { parties } from '../../db/schema/parties.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import { type FoundBill, openBillsWhere } from '../bills/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { hasDigits, type PartyRow, partiesWhere, rowOf } from './lookup.ts'

const PayerAtDesk = z.union([z.object({ partyId: idInput }), z.object({ identifier: z.string().max(40) })])
export type PayerAtDesk = z.input<typeof PayerAtDesk>

export type PayerFound = { party: PartyRow; bills: FoundBill[] }

/**
 * Who stands at the desk and what they still owe, the oldest bill first, in one round trip; null where nobody has the number.
 * Where a ЕГН and a ЛНЧ have the same digits it is whoever has the ЕГН. Refuses a number whose check digit is wrong.
 */
export async function payerAtDesk(ctx: Ctx, raw: PayerAtDesk): Promise<PayerFound | null> {
  authorise(ctx, 'parties.see')
  authorise(ctx, 'bills.see')
  const who = whoIs(ctx, parseInput(PayerAtDesk, raw))
  const same = ctx.db.select({ id: parties.id }).from(parties).where(who)
  const [found, owed] = await Promise.all([
    partiesWhere(ctx.db, ctx, who, 2),
    openBillsWhere(ctx.db, inArray(bills.payerId, same)),
  ])
  const party = found.find(one => one.identifierKind === 'egn') ?? found[0]
  return party ? { party: rowOf(party), bills: owed.filter(bill => bill.payer?.id === party.id) } : null
}

function whoIs(ctx: Ctx, who: z.output<typeof PayerAtDesk>): SQL {
  if ('partyId' in who) return eq(parties.id, who.partyId)
  const read = readIdentifier(who.identifier)
  if (!read) throw refusal('identifier.wrong', { text: who.identifier })
  return hasDigits(ctx, read.digits)
}
