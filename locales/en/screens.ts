import type { ScreenTexts } from '../bg/screens.ts'
import { board } from './screens/board.ts'
import { books } from './screens/books.ts'
import { confirming } from './screens/confirming.ts'
import { desk } from './screens/desk.ts'
import { duplicates, partyActs } from './screens/duplicates.ts'
import { favourites } from './screens/favourites.ts'
import { fiscal } from './screens/fiscal.ts'
import { forms } from './screens/forms.ts'
import { frame } from './screens/frame.ts'
import { held } from './screens/held.ts'
import { kiosks } from './screens/kiosks.ts'
import { menu } from './screens/menu.ts'
import { parties, party } from './screens/parties.ts'
import { payer, price } from './screens/payer.ts'
import { printer, printerSetUp } from './screens/printers.ts'
import { receipts, reversal } from './screens/receipts.ts'
import { registry } from './screens/registry.ts'
import { registryWork } from './screens/registry-work.ts'
import { report } from './screens/report.ts'
import { satisfaction } from './screens/satisfaction.ts'
import { signIn } from './screens/sign-in.ts'
import { structure } from './screens/structure.ts'
import { closeTill, moveCash, openTill, xReport } from './screens/tills.ts'
import { work } from './screens/work.ts'

export const screens: ScreenTexts = {
  frame,
  signIn,
  confirming,
  desk,
  openTill,
  closeTill,
  held,
  favourites,
  payer,
  price,
  moveCash,
  xReport,
  board,
  menu,
  receipts,
  reversal,
  printer,
  printerSetUp,
  parties,
  party,
  partyActs,
  duplicates,
  structure,
  kiosks,
  registry,
  registryWork,
  report,
  satisfaction,
  books,
  fiscal,
  forms,
  work,
}
