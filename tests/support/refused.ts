import { expect } from 'vitest'
import { Refusal, type RefusalCode, type RefusalFacts } from '../../rules/refusal.ts'

/** Expects the designed "no" with this code; gives back its facts. */
export async function refused<C extends RefusalCode>(
  work: Promise<unknown>,
  code: C,
): Promise<RefusalFacts[C]> {
  const outcome = await work.then(
    () => 'done',
    (error: unknown) => error,
  )
  if (!(outcome instanceof Refusal))
    throw outcome === 'done' ? new Error(`done, not refused: ${code}`) : outcome
  expect(outcome.code).toBe(code)
  return outcome.facts as RefusalFacts[C]
}
