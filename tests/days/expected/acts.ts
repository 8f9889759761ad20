import type { Act } from '../acts.ts'
import type { Books, Expected, Who } from './books.ts'
import { expectPayment } from './payments.ts'
import { expectClosing, expectConfirmation, expectOpening } from './tills.ts'

/** What must come of an act in these books; nothing changes until it is written. */
export function expected(books: Books, who: Who, act: Act): Expected {
  switch (act.act) {
    case 'tills.open':
      return expectOpening(books, who, act)
    case 'payments.take':
      return expectPayment(books, who, act)
    case 'confirm':
      return expectConfirmation(books, who, act)
    case 'tills.close':
      return expectClosing(books, who, act)
  }
}
