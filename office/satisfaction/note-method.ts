import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { satisfactionMethods } from '../../db/schema/kiosks.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import {
  isMethod,
  type Method,
  type MethodNote,
  type MethodState,
  whyNotNote,
  whyNotYear,
} from '../../rules/satisfaction-methods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { methodsOf } from './lookup.ts'

const MOST_LETTERS = 4000
const words = textInput(0, MOST_LETTERS).nullish()

const NoteMethod = z.object({
  noteId: idInput,
  year: z.int(),
  /** Of чл. 24, ал. 2 НАО, 1 to 11. */
  method: z.int(),
  carriedOut: z.boolean(),
  /** How and with how many people; of what was not carried out, why not. */
  conduct: words,
  findings: words,
  /** What was decided and what was done. */
  measures: words,
})
export type NoteMethod = z.input<typeof NoteMethod>

/**
 * Notes what was done of a method in a year; the newest note holds, and of the same answer (carried out or not) it keeps the words
 * that are not said anew. Refuses an unknown method, a year ahead, and a note that leaves out what the report needs.
 */
export async function noteMethod(ctx: Ctx, raw: NoteMethod): Promise<MethodState> {
  authorise(ctx, 'satisfaction.note')
  const { noteId, year, method, ...said } = parseInput(NoteMethod, raw)
  if (!isMethod(method)) throw refusal('satisfaction.method_unknown', { method })
  refuseIf(whyNotYear(year, ctx.today))
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'satisfaction methods')
    const [[done], { methods }] = await Promise.all([
      tx
        .select({ id: satisfactionMethods.id })
        .from(satisfactionMethods)
        .where(eq(satisfactionMethods.id, noteId)),
      methodsOf(tx, year),
    ])
    if (!done) {
      const note = noteOf(said, stateOf(methods, method))
      refuseIf(whyNotNote(note))
      await tx.insert(satisfactionMethods).values({ id: noteId, year, method, ...note, notedBy: ctx.who.id })
      await writeLogbook(tx, ctx, 'satisfaction.note', {
        subjectId: noteId,
        facts: { year, method, ...note },
      })
    }
    return stateOf((await methodsOf(tx, year)).methods, method)
  })
}

function stateOf(methods: readonly MethodState[], method: Method): MethodState {
  const found = methods.find(one => one.method === method)
  if (!found) throw new RangeError(`no method ${method}`)
  return found
}

type Said = Pick<NoteMethod, 'carriedOut' | 'conduct' | 'findings' | 'measures'>

/** Words that are not said stay as they were; said empty they are gone. */
function noteOf({ carriedOut, ...said }: Said, { note }: MethodState): MethodNote {
  const earlier = note?.carriedOut === carriedOut ? note : null
  const kept = (of: 'conduct' | 'findings' | 'measures') =>
    (said[of] === undefined || said[of] === null ? earlier?.[of] : said[of]) || null
  return {
    carriedOut,
    conduct: kept('conduct'),
    findings: carriedOut ? kept('findings') : null,
    measures: carriedOut ? kept('measures') : null,
  }
}
