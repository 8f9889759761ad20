import { refusal } from '../rules/refusal.ts'
import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

/** The number of a place as it was typed; what is no number is wrong usage, one that no place can have is refused. */
export function kioskNumber(text: string, door: Door): number {
  if (!/^\d{1,9}$/.test(text))
    throw new WrongUsage(door.lang, usage => usage.notBetween('<n>', text, 1, 9999))
  const number = Number(text)
  if (number < 1 || number > 9999) throw refusal('kiosk.unknown', { number })
  return number
}
