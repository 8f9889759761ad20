import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { bills, billWithdrawals, openBills } from '../../db/schema/bills.ts'
import { documentParties, documents } from '../../db/schema/documents.ts'
import { parties, partyMerges } from '../../db/schema/parties.ts'
import { payments, receipts } from '../../db/schema/payments.ts'
import { documentKinds } from '../../db/schema/registers.ts'
import { openRequests, requestEndings, requests } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { desks } from '../../db/schema/town.ts'
import { may } from '../../rules/authority.ts'
import type { Cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { oneWith, type Party, partiesWhere, partyWithId } from './lookup.ts'

const ShowDossier = z.object({ partyId: idInput, limit: z.int().min(1).max(1000).default(200) })

/** A document that somebody sent, got or asks in, the latest first. */
export type DossierDocument = {
  id: string
  caseId: string
  number: string
  day: Temporal.PlainDate
  direction: 'incoming' | 'outgoing' | 'internal'
  kind: string
  role: 'sender' | 'recipient' | 'applicant' | 'representative'
  subject: string
}

export type DossierRequest = {
  id: string
  number: string
  service: string
  day: Temporal.PlainDate
  dueOn: Temporal.PlainDate | null
  /** Null while it is open. */
  outcome: 'completed' | 'refused' | 'terminated' | 'withdrawn' | null
}

export type DossierBill = {
  number: string
  name: string
  amount: Cents
  issuedAt: Temporal.Instant
  state: 'open' | 'paid' | 'withdrawn'
}

export type DossierPayment = { receipt: string; amount: Cents; at: Temporal.Instant }

/** All that the office has of somebody, merged records included, as far as whoever asks may see it. */
export type Dossier = {
  party: Party
  /** The records that lead to this one. */
  merged: (Pick<Party, 'id' | 'name' | 'identifier' | 'identifierMasked' | 'address'> & {
    reason: string
    mergedAt: Temporal.Instant
  })[]
  documents: DossierDocument[]
  requests: DossierRequest[]
  bills: DossierBill[]
  /** Null where the post sees no payments. */
  payments: DossierPayment[] | null
}

/** The dossier of somebody; of a merged record that of the one it leads to. Every look is in the logbook. */
export async function showDossier(ctx: Ctx, raw: z.input<typeof ShowDossier>): Promise<Dossier> {
  authorise(ctx, 'parties.dossier')
  const { partyId, limit } = parseInput(ShowDossier, raw)
  return inTransaction(ctx, async tx => {
    const asked = await partyWithId(tx, ctx, partyId)
    const party = asked.mergedInto ? await partyWithId(tx, ctx, asked.mergedInto.id) : asked
    const theirs = oneWith(eq(parties.id, party.id))
    const [merged, documentRows, requestRows, billRows, paymentRows] = await Promise.all([
      mergedInto(tx, ctx, party.id),
      documentsOf(tx, ctx, theirs, limit),
      requestsOf(tx, ctx, theirs, limit),
      billsOf(tx, theirs, limit),
      may(ctx.who.post, 'receipts.see') ? paymentsOf(tx, theirs, limit) : null,
      writeLogbook(tx, ctx, 'parties.dossier', { subjectId: party.id, facts: {} }),
    ])
    return {
      party,
      merged,
      documents: documentRows,
      requests: requestRows,
      bills: billRows,
      payments: paymentRows,
    }
  })
}

async function mergedInto(tx: Tx, ctx: Ctx, intoId: string): Promise<Dossier['merged']> {
  const leading = sql`${parties.id} in ${oneWith(eq(parties.id, intoId))} and ${parties.id} <> ${intoId}`
  const [rows, records] = await Promise.all([
    partiesWhere(tx, ctx, leading, 100),
    tx
      .selectDistinctOn([partyMerges.partyId], {
        partyId: partyMerges.partyId,
        reason: partyMerges.reason,
        mergedAt: partyMerges.mergedAt,
      })
      .from(partyMerges)
      .where(sql`${partyMerges.partyId} in ${oneWith(eq(parties.id, intoId))}`)
      .orderBy(partyMerges.partyId, desc(partyMerges.mergedAt)),
  ])
  return rows.flatMap(({ id, name, identifier, identifierMasked, address }) =>
    records
      .filter(record => record.partyId === id)
      .map(({ reason, mergedAt }) => ({
        id,
        name,
        identifier,
        identifierMasked,
        address,
        reason,
        mergedAt,
      })),
  )
}

const documentsOf = (tx: Tx, ctx: Ctx, theirs: SQL, limit: number): Promise<DossierDocument[]> =>
  tx
    .select({
      id: documents.id,
      caseId: documents.caseId,
      number: documents.number,
      day: documents.day,
      direction: documents.direction,
      kind: ctx.lang === 'bg' ? documentKinds.nameBg : documentKinds.nameEn,
      role: documentParties.role,
      subject: documents.subject,
    })
    .from(documentParties)
    .innerJoin(documents, eq(documents.id, documentParties.documentId))
    .innerJoin(documentKinds, eq(documentKinds.id, documents.kindId))
    .where(sql`${documentParties.partyId} in ${theirs}`)
    .orderBy(desc(documents.day), desc(documents.registeredAt))
    .limit(limit)
    .execute()

const requestsOf = (tx: Tx, ctx: Ctx, theirs: SQL, limit: number): Promise<DossierRequest[]> =>
  tx
    .select({
      id: documents.id,
      number: documents.number,
      service: ctx.lang === 'bg' ? services.nameBg : services.nameEn,
      day: documents.day,
      dueOn: sql`coalesce(${openRequests.dueOn}, ${requestEndings.dueOn})`.mapWith(openRequests.dueOn),
      outcome: requestEndings.outcome,
    })
    .from(documentParties)
    .innerJoin(documents, eq(documents.id, documentParties.documentId))
    .innerJoin(requests, eq(requests.documentId, documents.id))
    .innerJoin(services, eq(services.id, requests.serviceId))
    .leftJoin(openRequests, eq(openRequests.requestId, requests.documentId))
    .leftJoin(requestEndings, eq(requestEndings.requestId, requests.documentId))
    .where(and(sql`${documentParties.partyId} in ${theirs}`, eq(documentParties.role, 'applicant')))
    .orderBy(desc(documents.day), desc(documents.registeredAt))
    .limit(limit)
    .execute()

async function billsOf(tx: Tx, theirs: SQL, limit: number): Promise<DossierBill[]> {
  const rows = await tx
    .select({
      number: bills.number,
      name: bills.name,
      amount: bills.amountCents,
      issuedAt: bills.issuedAt,
      open: openBills.billId,
      withdrawn: billWithdrawals.billId,
    })
    .from(bills)
    .leftJoin(openBills, eq(openBills.billId, bills.id))
    .leftJoin(billWithdrawals, eq(billWithdrawals.billId, bills.id))
    .where(sql`${bills.payerId} in ${theirs}`)
    .orderBy(desc(bills.issuedAt), desc(bills.number))
    .limit(limit)
  return rows.map(({ open, withdrawn, ...bill }) => ({
    ...bill,
    state: open ? 'open' : withdrawn ? 'withdrawn' : 'paid',
  }))
}

async function paymentsOf(tx: Tx, theirs: SQL, limit: number): Promise<DossierPayment[]> {
  const rows = await tx
    .select({
      desk: desks.number,
      year: receipts.year,
      number: receipts.number,
      amount: payments.totalCents,
      at: payments.takenAt,
    })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(desks, eq(desks.id, receipts.deskId))
    .where(sql`${payments.payerId} in ${theirs}`)
    .orderBy(desc(payments.takenAt))
    .limit(limit)
  return rows.map(({ desk, year, number, amount, at }) => ({
    receipt: receiptNumber(desk, year, number),
    amount,
    at,
  }))
}
