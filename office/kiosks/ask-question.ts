import { randomUUIDv7 } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { kioskAsks, kioskQuestions, kiosks } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'

const both = (most: number) => z.object({ bg: textInput(2, most), en: textInput(2, most) })

const AskQuestion = z
  .object({
    questionId: idInput,
    /** The numbers of the places that ask it from now on. */
    kiosks: z.array(z.int()).min(1),
    text: both(120),
    faces: z.literal([4, 5]),
    followUp: z
      .object({
        question: both(120),
        upTo: z.int().min(1).max(5),
        reasons: z
          .array(both(40).extend({ code: z.string().regex(/^[a-z0-9_]{1,30}$/) }))
          .min(1)
          .max(9)
          .refine(
            reasons => new Set(reasons.map(({ code }) => code)).size === reasons.length,
            'a code twice',
          ),
      })
      .nullable(),
    thanks: both(120).nullish(),
  })
  .refine(({ faces, followUp }) => (followUp?.upTo ?? 0) <= faces, 'upTo is above faces')
export type AskQuestion = z.input<typeof AskQuestion>

/**
 * Asks a question at these places from now on; another wording is another question, whose answers are never added to the old one's.
 * Refuses a place that is not there or is closed. Sent again with the same id it is done already.
 */
export async function askQuestion(
  ctx: Ctx,
  raw: AskQuestion,
): Promise<{ questionId: string; kiosks: number[] }> {
  authorise(ctx, 'kiosks.ask')
  const input = parseInput(AskQuestion, raw)
  return inTransaction(ctx, async tx => {
    const places = await tx
      .select({ id: kiosks.id, number: kiosks.number, closedAt: kiosks.closedAt })
      .from(kiosks)
      .where(inArray(kiosks.number, input.kiosks))
    const missing = input.kiosks.find(number => !places.some(place => place.number === number))
    if (missing !== undefined) throw refusal('kiosk.unknown', { number: missing })
    const closed = places.find(place => place.closedAt !== null)
    if (closed) throw refusal('kiosk.closed', { number: closed.number })
    const { questionId } = input
    const [made] = await insertQuestion(tx, input)
    if (made) {
      await tx
        .insert(kioskAsks)
        .values(places.map(place => ({ id: randomUUIDv7(), kioskId: place.id, questionId })))
      await writeLogbook(tx, ctx, 'kiosks.ask', {
        subjectId: questionId,
        facts: { kiosks: input.kiosks, text: input.text.bg },
      })
    }
    return { questionId, kiosks: places.map(place => place.number).sort((a, b) => a - b) }
  })
}

const insertQuestion = (
  tx: Tx,
  { questionId, text, faces, followUp, thanks }: z.output<typeof AskQuestion>,
) =>
  tx
    .insert(kioskQuestions)
    .values({
      id: questionId,
      textBg: text.bg,
      textEn: text.en,
      faces,
      followUpBg: followUp?.question.bg ?? null,
      followUpEn: followUp?.question.en ?? null,
      followUpTo: followUp?.upTo ?? null,
      reasons: followUp?.reasons ?? [],
      thanksBg: thanks?.bg ?? null,
      thanksEn: thanks?.en ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: kioskQuestions.id })
