import { z } from 'zod'
import { isMoney, MOST_PIECES } from '../rules/counting.ts'
import { cents } from '../rules/money.ts'
import { plainText } from '../rules/plain-text.ts'
import { refusal } from '../rules/refusal.ts'

/** Reads what a door hands in; what does not fit is refused with every problem named. */
export function parseInput<S extends z.ZodType>(shape: S, raw: unknown): z.infer<S> {
  const read = shape.safeParse(raw)
  if (read.success) return read.data
  throw refusal('input.invalid', {
    problems: read.error.issues.map(i => `${i.path.join('.') || '?'}: ${i.message}`).join('; '),
  })
}

export const idInput = z.uuid()

/** A legal day, an instant: as the program has them, never as text. */
export const dayInput = z.instanceof(Temporal.PlainDate)
export const instantInput = z.instanceof(Temporal.Instant)

export const centsInput = z.bigint().transform(value => cents(value))

/** Text for the record: control characters gone, ends trimmed. */
export const textInput = (least: number, most: number) =>
  z
    .string()
    .transform(text => plainText(text).trim())
    .pipe(z.string().min(least).max(most))

/** A line that may be left empty: then it is null. */
export const lineInput = (most: number) =>
  textInput(0, most)
    .nullish()
    .transform(text => text || null)

/** How many of each note and coin, by its value in cents. */
export const moneyInput = z
  .record(z.string(), z.int().min(0).max(MOST_PIECES))
  .refine(isMoney, 'no euro notes and coins')
