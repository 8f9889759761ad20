import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

/** A whole number typed after an option, or the preset; one beyond the bounds is wrong usage. */
export function readNumber(
  text: string | undefined,
  preset: number,
  least: number,
  most: number,
  option: string,
  door: Door,
): number {
  if (text === undefined) return preset
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new WrongUsage(door.lang, usage => usage.notBetween(option, text, least, most))
}
