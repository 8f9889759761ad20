import { type Act, whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { group, peopleEntries } from '../menu/main-menu.ts'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { printerAtOpening, printerScreen } from '../printer/printer-screen.tsx'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { type Change, leaveBy, type Outcome, open, push } from '../screen.ts'
import { casesAtOpening, casesScreen } from '../work/cases-screen.tsx'
import { deadlinesAtOpening, deadlinesScreen } from '../work/deadlines-screen.tsx'
import { inboxScreen } from '../work/inbox-screen.tsx'
import { inboxAtOpening } from '../work/inbox-state.ts'
import { papersAtOpening, papersScreen } from '../work/papers-screen.tsx'
import { requestsAtOpening, requestsScreen } from './requests-screen.tsx'

/** F10 of a clerk: everything that has no key of its own. `whyBusy`: why the desk cannot be left now. */
export const pushRegistryMenu = <S>(whyBusy: Refusal | null, desk: AtDesk): Outcome<S> =>
  push(
    menuScreen<S>(desk.door.texts.screens.menu.title, () => entriesOf(whyBusy, desk), desk),
    menuAtOpening(() => entriesOf<S>(whyBusy, desk)),
    (s: S, how: Change<S>) => how(s),
  )

function entriesOf<S>(whyBusy: Refusal | null, desk: AtDesk): MenuEntry<S>[] {
  const { menu, registryWork } = desk.door.texts.screens
  const { menu: work } = desk.door.texts.screens.work
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  return [
    {
      label: registryWork.requests.title,
      refusal: may('requests.see'),
      run: () => goTo(open(requestsScreen(desk), requestsAtOpening())),
    },
    {
      label: work.cases,
      refusal: may('cases.see'),
      run: () => goTo(open(casesScreen(desk), casesAtOpening())),
    },
    {
      label: work.inbox,
      refusal: may('tasks.see'),
      run: () => goTo(open(inboxScreen(desk), inboxAtOpening())),
    },
    {
      label: work.deadlines,
      refusal: may('control.see'),
      run: () => goTo(open(deadlinesScreen(desk), deadlinesAtOpening())),
    },
    {
      label: work.papers,
      refusal: may('papers.hand'),
      run: () => goTo(open(papersScreen(desk), papersAtOpening())),
    },
    group(menu.people, () => peopleEntries(desk), desk),
    {
      label: registryWork.papers,
      refusal: may('print.see'),
      run: () => goTo(open(receiptsScreen(desk), receiptsAtOpening())),
    },
    {
      label: menu.printers,
      refusal: may('print.run') ?? (desk.session.desk ? null : refusal('desk.needed', {})),
      run: () => goTo(printerAtOpening(desk).then(state => open(printerScreen(desk), state))),
    },
    {
      label: desk.session.town.training ? menu.work : menu.training,
      refusal: whyBusy,
      run: () => leaveBy(desk.leaveForOther),
    },
  ]
}
