import { findBills } from '../../office/bills/find-bills.ts'
import { type FoundBill, whySettled } from '../../office/bills/lookup.ts'
import { listFavourites } from '../../office/favourites/list-favourites.ts'
import { deviceAtDesk } from '../../office/fiscal/lookup.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { type PayerAtDesk, payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import { listServices } from '../../office/services/list-services.ts'
import { seeCashLimit } from '../../office/settings/see-cash-limit.ts'
import { myTill, type OpenTill } from '../../office/tills/lookup.ts'
import { isBillNumbered, readBillNumber } from '../../rules/bills.ts'
import { showTime } from '../../rules/dates.ts'
import { readEntry } from '../../rules/entry.ts'
import type { Cents } from '../../rules/money.ts'
import { readUri } from '../../rules/numbering.ts'
import { MOST_LINES, whyTooManyLines } from '../../rules/payments.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type HostApi, type Outcome } from '../screen.ts'
import { addBills } from './desk-basket.ts'
import { askName, payerTyped, withoutTyped, withPayer } from './desk-payer.ts'
import { withFinding, withSeen } from './desk-search.ts'
import { type DeskState, type Finding, type Surroundings, withSurroundings } from './desk-state.ts'

/** Loads the catalogue, the favourites and the till. */
export async function lookAround(desk: AtDesk): Promise<Outcome<DeskState>> {
  const around = await surroundingsOf(desk)
  return change(s => withSurroundings(s, around))
}

/** The same, asked for by the clerk: refuses where the till still cannot be worked with here. */
export async function lookAgain(host: HostApi<DeskState>, desk: AtDesk): Promise<void> {
  const around = await surroundingsOf(desk)
  host.change(s => withSurroundings(s, around))
  refuseIf(around.whyNoTill)
}

export async function surroundingsOf(desk: AtDesk): Promise<Surroundings & { limit: Cents | null }> {
  const ctx = desk.session.ctx()
  const { desk: here } = desk.session
  const [services, favourites, { limit }, till, fiscalDevice] = await Promise.all([
    listServices(ctx),
    here ? listFavourites(ctx) : [],
    seeCashLimit(ctx, null),
    myTill(ctx),
    here && deviceAtDesk(ctx.db, here.id),
  ])
  const whyNoTill = till && (await whyNotThisTill(desk, till))
  return { services, favourites, limit, till: whyNoTill ? null : till, whyNoTill, fiscalDevice }
}

/** A till is worked with at its own desk, and by one program: the second is told which one has it. */
export async function whyNotThisTill(desk: AtDesk, till: OpenTill): Promise<Refusal | null> {
  const { holds } = desk.session
  if (till.deskId !== desk.session.desk?.id)
    return refusal('till.open_elsewhere', { desk: till.desk, since: showTime(till.openedAt) })
  if (await holds.take('till', till.id)) return null
  const other = await holds.holder('till', till.id)
  return refusal('till.other_session', {
    where: other?.program ?? '?',
    since: other ? showTime(other.since) : '?',
  })
}

/**
 * In the background: what a lost line let go is taken again, before a second program may (if one was quicker, it has the
 * till), what the law leaves the payer to pay in cash is looked up once the payer is another, and the fiscal receipt of the
 * payment before is watched until it is out.
 */
export async function keepWatch(s: DeskState, desk: AtDesk): Promise<Change<DeskState>> {
  const payerId = s.payer?.id ?? null
  const [whyNoTill, cashLimit, lastFiscal] = await Promise.all([
    s.till && whyNotThisTill(desk, s.till),
    isLimitKnown(s) ? null : seeCashLimit(desk.session.ctx(), payerId),
    fiscalReceiptOf(s, desk),
  ])
  return now => {
    const limited = cashLimit ? { ...now, cashLimit: { ...cashLimit, payerId } } : now
    const watched = now.last === s.last ? { ...limited, lastFiscal } : limited
    return whyNoTill && now.till?.id === s.till?.id ? { ...watched, till: null, whyNoTill } : watched
  }
}

/** How the fiscal receipt of the payment before does, until it has come out. */
async function fiscalReceiptOf(
  { last, lastFiscal }: DeskState,
  desk: AtDesk,
): Promise<DeskState['lastFiscal']> {
  if (!last?.fiscal || lastFiscal?.state === 'printed') return lastFiscal
  const [job] = await listJobs(desk.session.ctx(), { named: last.fiscal.printJobId, limit: 1 })
  return job ? { state: job.state, fault: job.fault } : lastFiscal
}

const isLimitKnown = ({ cashLimit, payer }: DeskState): boolean =>
  cashLimit !== null && cashLimit.payerId === (payer?.id ?? null)

const LEAST_NAME = 3
const MOST_PARTIES = 20

/** In the background, once typing rests: what the register and the bills say of the line. Null where they have nothing to say. */
export async function seek(s: DeskState, desk: AtDesk): Promise<Change<DeskState> | null> {
  const { text, entry } = readEntry(s.entry.value)
  if (s.finding?.text === text || (s.mode !== 'service' && s.mode !== 'committing')) return null
  const ctx = desk.session.ctx()
  const found = (some: Partial<Finding>): Change<DeskState> => {
    const finding = { text, parties: [], bills: [], owner: null, ...some }
    return now => withFinding(now, finding)
  }
  switch (entry.kind) {
    case 'identifier':
      return found({ owner: await payerAtDesk(ctx, { identifier: text }) })
    case 'name':
      return text.length < LEAST_NAME
        ? null
        : found({ parties: await findParties(ctx, { text, limit: MOST_PARTIES }) })
    case 'number':
    case 'mistyped':
    case 'receipt':
    case 'bill':
      return text.length < LEAST_NAME ? null : found({ bills: await billsNumbered(text, desk) })
    default:
      return null
  }
}

/** Those that wait for their money first, then the latest: last year's of the same number has been paid. */
async function billsNumbered(text: string, desk: AtDesk): Promise<FoundBill[]> {
  const number = readBillNumber(text)
  if (!number) return []
  const bills = await findBills(desk.session.ctx(), { text })
  const isUri = readUri(text) !== null
  const isOpen = (bill: FoundBill) => Number(bill.isOpen)
  return bills
    .filter(bill => isUri || isBillNumbered(bill, number))
    .sort((a, b) => isOpen(b) - isOpen(a) || (a.number < b.number ? 1 : -1))
}

/** Somebody pays: by their number or as they were found. Nobody with that number: their name is asked for in the same line. */
export async function takePayer(s: DeskState, who: PayerAtDesk, desk: AtDesk): Promise<Outcome<DeskState>> {
  const found = await payerAtDesk(desk.session.ctx(), who)
  const { text, entry } = readEntry(s.entry.value)
  if (!found) {
    if (entry.kind !== 'identifier') throw refusal('party.unknown', { text })
    const { identifier } = entry
    return change(now => ({ ...askName(now, identifier), entry: withoutTyped(now, s.entry.value).entry }))
  }
  const owesNothing = found.bills.length === 0 && s.basket.length === 0
  const { desk: texts } = desk.door.texts.screens
  const change_ = change<DeskState>(
    now => withPayer(now, found, s.entry.value),
    owesNothing ? texts.owesNothing(found.party.name) : undefined,
  )
  const why = s.basket.length + found.bills.length > MOST_LINES ? whyTooManyLines(MOST_LINES + 1) : null
  if (!why) return change_
  return { ...change_, notice: { tone: 'refused', text: desk.door.describeRefusal(why) } }
}

/** The new payer is registered and pays; somebody who was registered with this number meanwhile is taken instead. */
export async function registerPayer(s: DeskState, desk: AtDesk): Promise<Outcome<DeskState>> {
  const ctx = desk.session.ctx()
  const typed = payerTyped(s)
  try {
    const party = await registerParty(ctx, { ...typed, another: true })
    return change(now =>
      withPayer({ ...now, mode: 'service', newPayer: null }, { party, bills: [] }, s.entry.value),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'party.registered') throw error
    const { partyId } = error.facts as { partyId: string }
    const found = await payerAtDesk(ctx, { partyId })
    if (!found) throw error
    return change(now => withPayer({ ...now, mode: 'service', newPayer: null }, found, s.entry.value))
  }
}

/** A bill by its number; one that is settled is refused with who took its money. */
export async function takeBill(s: DeskState, bill: FoundBill, desk: AtDesk): Promise<Outcome<DeskState>> {
  const ctx = desk.session.ctx()
  if (!bill.isOpen) throw await whySettled(ctx.db, ctx, bill)
  refuseIf(whyTooManyLines(s.basket.length + 1))
  if (s.basket.some(line => line.bill?.id === bill.id)) throw refusal('bill.twice', { number: bill.number })
  return change(now => withoutTyped(addBills(now, [bill]), s.entry.value))
}

/**
 * Enter for what the desk does not know by itself: a bill, else somebody of this name, listed so that the clerk chooses;
 * `otherwise` where there is neither.
 */
export async function takeTyped(
  s: DeskState,
  otherwise: () => Outcome<DeskState>,
  desk: AtDesk,
): Promise<Outcome<DeskState>> {
  const { text, entry } = readEntry(s.entry.value)
  const [bill] = await billsNumbered(text, desk)
  if (bill) return takeBill(s, bill, desk)
  if (entry.kind !== 'name') return otherwise()
  const parties = await findParties(desk.session.ctx(), { text, limit: MOST_PARTIES })
  if (parties.length === 0) return otherwise()
  const finding: Finding = { text, parties, bills: [], owner: null }
  return change(now => withSeen(withFinding(now, finding)))
}
