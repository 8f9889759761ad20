import { whyNotMay } from '../../rules/authority.ts'
import type { AtDesk } from '../door.ts'
import { goTo, type MenuEntry } from '../menu/menu-screen.tsx'
import { open } from '../screen.ts'
import { cashBookAtOpening, cashBookScreen } from './cash-book-screen.tsx'
import { depositsAtOpening, depositsScreen } from './deposits-screen.tsx'
import { terminalsAtOpening, terminalsScreen } from './terminals-screen.tsx'

/** What the menu leads to of the books. */
export function bookEntries<S>(desk: AtDesk): MenuEntry<S>[] {
  const { books: texts } = desk.door.texts.screens
  const refusal = whyNotMay(desk.session.who.post, 'books.see')
  return [
    {
      label: texts.cashBook.title,
      refusal,
      run: () => goTo(open(cashBookScreen(desk), cashBookAtOpening())),
    },
    {
      label: texts.deposits.title,
      refusal,
      run: () => goTo(open(depositsScreen(desk), depositsAtOpening())),
    },
    {
      label: texts.terminals.title,
      refusal,
      run: () => goTo(open(terminalsScreen(desk), terminalsAtOpening())),
    },
  ]
}
