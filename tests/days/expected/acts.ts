import type { Act } from '../acts.ts'
import type { RegistryAct } from '../registry-acts.ts'
import { expectDropped, expectHeld, expectRecalled } from './baskets.ts'
import { expectBill, expectWithdrawal } from './bills.ts'
import { again, type Books, deskOf, type Expected, type Who } from './books.ts'
import {
  expectClosed,
  expectHanded,
  expectLinked,
  expectLook,
  expectReopened,
  expectRestricted,
  expectShared,
  expectSubstitute,
  expectTaken,
} from './cases.ts'
import { expectDeposit, expectTerminal } from './deposits.ts'
import { expectAnnulment, expectCorrection, expectDocument, expectFile } from './documents.ts'
import { expectMovement, expectReport, expectReportPrinted } from './drawer.ts'
import { expectExtension } from './extensions.ts'
import { expectOpinion } from './opinions.ts'
import { expectCopy, expectResolved } from './papers.ts'
import { expectPayment } from './payments.ts'
import { expectEnd, expectHandedOut } from './request-endings.ts'
import { expectEvent, expectRequest } from './requests.ts'
import { expectReversal } from './reversals.ts'
import { expectReview } from './reviews.ts'
import { expectGiven, expectMove, expectTaskEnd } from './tasks.ts'
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
    default:
      return expectedInRegistry(books, who, act)
  }
}

function expectedInRegistry(books: Books, who: Who, act: RegistryAct): Expected {
  switch (act.act) {
    case 'documents.register':
      return expectDocument(books, who, act)
    case 'documents.correct':
      return expectCorrection(books, who, act)
    case 'documents.annul':
      return expectAnnulment(books, who, act)
    case 'documents.attach':
      return expectFile(books, who, act)
    case 'requests.register':
      return expectRequest(books, who, act)
    case 'requests.complete':
    case 'requests.refuse':
      return expectEnd(books, who, act)
    case 'requests.hand_out':
      return expectHandedOut(books, who, act)
    case 'requests.extend':
      return expectExtension(books, who, act)
    case 'requests.suspend':
    case 'requests.resume':
    case 'requests.irregular':
    case 'requests.mend':
      return expectEvent(books, who, act)
    case 'papers.hand':
      return expectHanded(books, who, act)
    case 'papers.take':
      return expectTaken(books, who, act)
    default:
      return expectedOfWork(books, who, act)
  }
}

type WorkSubject = 'tasks' | 'opinions' | 'control' | 'cases' | 'staff'
type WorkAct = Extract<RegistryAct, { act: `${WorkSubject}.${string}` }>

function expectedOfWork(books: Books, who: Who, act: WorkAct): Expected {
  switch (act.act) {
    case 'tasks.give':
      return expectGiven(books, who, act)
    case 'tasks.end':
      return expectTaskEnd(books, who, act)
    case 'tasks.take':
    case 'tasks.delegate':
    case 'tasks.return':
      return expectMove(books, who, act)
    case 'opinions.give':
      return expectOpinion(books, who, act)
    case 'control.review':
      return expectReview(books, who, act)
    case 'cases.link':
      return expectLinked(books, who, act)
    case 'cases.restrict':
      return expectRestricted(books, who, act)
    case 'cases.share':
      return expectShared(books, who, act)
    case 'cases.close':
      return expectClosed(books, who, act)
    case 'cases.reopen':
      return expectReopened(books, who, act)
    case 'cases.look':
      return expectLook(books, who)
    case 'staff.substitute':
      return expectSubstitute(books, who, act)
  }
}
