import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'

type Hold = Extract<Act, { act: 'baskets.hold' }>

/** Baskets wait at the desk where they were laid aside, under the id of their payment. */
export function expectHeld(books: Books, who: Who, act: Hold): Expected {
  if (act.lines.length === 0) return no('payment.empty')
  const held = { ...act, desk: who.desk }
  if (isDeepStrictEqual(books.held.get(act.id), held)) return again({})
  return {
    done: {},
    write: () => {
      books.held.set(act.id, held)
      return { logbook: logged(who, 'baskets.hold', act.id) }
    },
  }
}

export function expectRecalled(books: Books, who: Who, { id }: { id: string }): Expected {
  const held = books.held.get(id)
  if (held?.desk !== who.desk) return no('basket.gone')
  const lost = held.lines.filter(line => 'billId' in line && books.bills.get(line.billId)?.state !== 'open')
  const payer = held.payerId === null ? null : (books.payers.get(held.payerId)?.name ?? null)
  return again({ lines: held.lines.length - lost.length, lost: lost.length, payer })
}

export function expectDropped(books: Books, who: Who, { id }: { id: string }): Expected {
  if (books.held.get(id)?.desk !== who.desk) return again({})
  return {
    done: {},
    write: () => {
      books.held.delete(id)
      return { logbook: logged(who, 'baskets.hold', id) }
    },
  }
}
