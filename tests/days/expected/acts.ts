import type { Act } from '../acts.ts'
import { expectDropped, expectHeld, expectRecalled } from './baskets.ts'
import { expectBill, expectWithdrawal } from './bills.ts'
import { again, type Books, deskOf, type Expected, type Who } from './books.ts'
import { expectDeposit, expectTerminal } from './deposits.ts'
import { expectMovement, expectReport, expectReportPrinted } from './drawer.ts'
import { expectCopy, expectResolved } from './papers.ts'
import { expectPayment } from './payments.ts'
import { expectReversal } from './reversals.ts'
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
    case 'reversals.make':
      return expectReversal(books, who, act)
    case 'tills.move_cash':
      return expectMovement(books, who, act)
    case 'tills.see':
      return expectReport(books, who, act)
    case 'tills.print_report':
      return expectReportPrinted(books, who, act)
    case 'bills.issue':
      return expectBill(books, who, act)
    case 'bills.withdraw':
      return expectWithdrawal(books, who, act)
    case 'books.deposit':
      return expectDeposit(books, who, act)
    case 'books.match_terminal':
      return expectTerminal(books, who, act)
    case 'books.see':
      return again({ closing: `${deskOf(books, act.desk).balance}` })
    case 'baskets.hold':
      return expectHeld(books, who, act)
    case 'baskets.recall':
      return expectRecalled(books, who, act)
    case 'baskets.drop':
      return expectDropped(books, who, act)
    case 'print.copy':
      return expectCopy(books, who, act)
    case 'print.resolve':
      return expectResolved(act)
  }
}
