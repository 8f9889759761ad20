import type { Act } from '../acts.ts'
import { again, type Books, type Expected, logged, no, paper, type Who } from './books.ts'

type Copy = Extract<Act, { act: 'print.copy' }>
type Resolve = Extract<Act, { act: 'print.resolve' }>

/** Papers that people hold, copied at any desk. */
const GIVEN_TO_PEOPLE = ['receipt', 'reversal']

export function expectCopy(books: Books, who: Who, { id, of }: Copy): Expected {
  const { kind, subjectId, isPrinted, desk } = of
  if (!isPrinted) return no('job.still_owed')
  const earlier = books.copied.get(id)
  if (earlier) return again(earlier)
  const isCashier = books.posts.get(who.login) === 'cashier'
  if (isCashier && desk !== who.desk && !GIVEN_TO_PEOPLE.includes(kind)) return no('job.of_other_desk')
  const key = `${kind} ${subjectId}`
  const copy = (books.copies.get(key) ?? 0) + 1
  return {
    done: { copy },
    write: () => {
      books.copies.set(key, copy)
      books.copied.set(id, { copy })
      return { papers: paper(who.desk, kind, subjectId, copy), logbook: logged(who, 'print.copy', subjectId) }
    },
  }
}

/**
 * A person looked at the printer; its program may have known better meanwhile. Said again after a lost answer it is told the
 * state of the paper, so its line in the logbook is not foreseen.
 */
export const expectResolved = ({ cameOut }: Resolve): Expected => ({
  done: { state: cameOut ? 'printed' : 'queued' },
  write: () => ({}),
  or: 'job.not_unsure',
})
