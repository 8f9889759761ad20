import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { documentKinds } from '../../db/schema/registers.ts'
import { cards } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { departments } from '../../db/schema/town.ts'
import type { Card } from '../../rules/cards/card.ts'
import type { Known } from '../../rules/cards/check-card.ts'
import { DEADLINE_RULE_IDS } from '../../rules/deadline-rules.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { offeredServices } from '../services/lookup.ts'
import type { Tx } from '../transaction.ts'

/** A card of a service and which version of it. */
export type CardVersion = { id: string; version: number; card: Card; importedAt: Temporal.Instant }

const VERSION = { id: cards.id, version: cards.version, card: cards.card, importedAt: cards.importedAt }
const versionOf = (row: { card: Record<string, unknown> } & Omit<CardVersion, 'card'>): CardVersion => ({
  ...row,
  card: row.card as unknown as Card,
})

/** The card in force of each of these services, by the service's id. */
export async function cardsInForce(
  db: Ctx['db'] | Tx,
  serviceIds: readonly string[],
): Promise<Map<string, CardVersion>> {
  if (serviceIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([cards.serviceId], { serviceId: cards.serviceId, ...VERSION })
    .from(cards)
    .where(inArray(cards.serviceId, [...serviceIds]))
    .orderBy(asc(cards.serviceId), desc(cards.version))
  return new Map(rows.map(({ serviceId, ...row }) => [serviceId, versionOf(row)]))
}

/** All versions of the card of a service, the one in force first; refuses an unknown service. */
export async function versionsOf(db: Ctx['db'] | Tx, code: string): Promise<CardVersion[]> {
  const [service] = await db.select({ id: services.id }).from(services).where(eq(services.code, code.trim()))
  if (!service) throw refusal('service.unknown', { code })
  const rows = await db
    .select(VERSION)
    .from(cards)
    .where(eq(cards.serviceId, service.id))
    .orderBy(desc(cards.version))
  return rows.map(versionOf)
}

export type UnitNames = ReadonlyMap<string, { bg: string; en: string }>

/** The departments that are not closed, by code. */
export async function unitNames(db: Ctx['db'] | Tx): Promise<UnitNames> {
  const units = await db
    .select({ code: departments.code, bg: departments.nameBg, en: departments.nameEn })
    .from(departments)
    .where(isNull(departments.closedAt))
  return new Map(units.map(({ code, bg, en }) => [code, { bg, en }]))
}

/** What a card may name in this town. */
export async function knownInTown(tx: Tx, today: Temporal.PlainDate): Promise<Known> {
  const [offered, units, kinds] = await Promise.all([
    offeredServices(tx, today, null),
    unitNames(tx),
    tx.select({ code: documentKinds.code }).from(documentKinds).where(eq(documentKinds.offered, true)),
  ])
  return {
    services: offered,
    units: [...units.keys()],
    // A town that keeps no kinds yet has nothing to look them up in.
    kinds: kinds.length > 0 ? kinds.map(({ code }) => code) : null,
    rules: DEADLINE_RULE_IDS,
  }
}

/** One row for each service with a card: the version in force. */
export const listedCards = (db: Ctx['db'] | Tx) =>
  db
    .select({
      code: services.code,
      nameBg: services.nameBg,
      nameEn: services.nameEn,
      version: sql<number>`max(${cards.version})`.mapWith(Number),
      phases: sql<number>`(array_agg(jsonb_array_length(${cards.card} -> 'phases') order by ${cards.version} desc))[1]`,
      importedAt: sql<string>`max(${cards.importedAt})`.mapWith(cards.importedAt),
    })
    .from(cards)
    .innerJoin(services, and(eq(services.id, cards.serviceId)))
    .groupBy(services.id)
    .orderBy(sql`length(${services.code})`, asc(services.code))
