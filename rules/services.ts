import type { Lang } from './languages.ts'
import type { Cents } from './money.ts'

/** Speeds of a service in the order they are offered: обикновена, бърза, експресна. */
export const SPEEDS = ['normal', 'fast', 'express'] as const
export type Speed = (typeof SPEEDS)[number]

/** How the fee comes about: a fixed sum, a sum per counted unit, or an amount the cashier types (tariff, percentage, unpublished). */
export const PRICINGS = ['fixed', 'per_unit', 'open'] as const
export type Pricing = (typeof PRICINGS)[number]

export type Term = { amount: number; unit: 'working_days' | 'calendar_days' | 'days' | 'hours' }

/** `cents` is null where the amount is typed; for `open` pricing a number is a first suggestion. */
export type Fee = { cents: Cents | null; term: Term | null }

export type Service = {
  id: string
  /** The number in the Register of Administrative Services (1–4 digits) or the town's own (from 10001). */
  code: string
  name: Record<Lang, string>
  department: { id: string; code: string; name: Record<Lang, string> }
  pricing: Pricing
  /** What a unit is, which tiers exist, which tariff decides. */
  note: string | null
  paymentCode: string | null
  /** Whether its payer must be named. */
  needsPayer: boolean
  /** Of a revenue that needs a fiscal receipt today (1 is А); null for all others. */
  taxGroup: number | null
  fees: Partial<Record<Speed, Fee>>
}

const folded = (text: string): string =>
  text
    .toLocaleLowerCase('bg')
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Finds services for what was typed: an exact or leading code first, then names in which every typed word begins a word,
 * then names that contain every typed piece. Case is ignored. At most `limit`, in that order, codes ascending.
 */
export function findServices(
  services: readonly Service[],
  typed: string,
  lang: Lang,
  limit: number,
): Service[] {
  const pieces = folded(typed).split(' ').filter(Boolean)
  if (pieces.length === 0) return []
  const ranked: { service: Service; rank: number }[] = []
  for (const service of services) {
    const rank = rankOf(service, pieces, lang)
    if (rank !== null) ranked.push({ service, rank })
  }
  ranked.sort((a, b) => a.rank - b.rank || Number(a.service.code) - Number(b.service.code))
  return ranked.slice(0, limit).map(found => found.service)
}

function rankOf(service: Service, pieces: string[], lang: Lang): number | null {
  const typed = pieces.join('')
  if (/^\d+$/.test(typed)) {
    if (service.code === typed) return 0
    if (service.code.startsWith(typed)) return 1
  }
  const name = ` ${folded(service.name[lang])}`
  if (pieces.every(piece => name.includes(` ${piece}`))) return 2
  if (pieces.every(piece => name.includes(piece))) return 3
  const other = ` ${folded(service.name[lang === 'bg' ? 'en' : 'bg'])}`
  return pieces.every(piece => other.includes(piece)) ? 4 : null
}

export const serviceWithCode = (services: readonly Service[], code: string): Service | null =>
  services.find(service => service.code === code.trim()) ?? null

/** The speeds this service is offered at, in the order of SPEEDS. */
export const speedsOf = (service: Service): Speed[] => SPEEDS.filter(speed => service.fees[speed])

/** True where the fee of this speed is zero: such a service is done for free and never passes the cash desk. */
export const isFree = (service: Service, speed: Speed): boolean => service.fees[speed]?.cents === 0n
