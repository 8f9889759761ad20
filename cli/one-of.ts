import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

/** One of the known words typed after an option, null where it was not given; another one is wrong usage. */
export function chosen<Word extends string>(
  text: string | undefined,
  known: readonly Word[],
  option: string,
  door: Door,
): Word | null {
  if (text === undefined) return null
  const found = known.find(word => word === text.trim().toLowerCase().replaceAll('-', '_'))
  if (!found) throw new WrongUsage(door.lang, usage => usage.notOneOf(option, text, known))
  return found
}
