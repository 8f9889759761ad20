import { type Act, whyNotMay } from '../../rules/authority.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { boardAtOpening, boardScreen } from '../board/board-screen.tsx'
import type { AtDesk } from '../door.ts'
import { group, mainEntries, peopleEntries } from '../menu/main-menu.ts'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { type Change, leaveBy, type Outcome, open, push } from '../screen.ts'
import { casesAtOpening, casesScreen } from './cases-screen.tsx'
import { deadlinesAtOpening, deadlinesScreen } from './deadlines-screen.tsx'
import { figuresAtOpening, figuresScreen } from './figures-screen.tsx'
import { inboxScreen } from './inbox-screen.tsx'
import { inboxAtOpening } from './inbox-state.ts'
import { papersAtOpening, papersScreen } from './papers-screen.tsx'
import { reviewAtOpening, reviewScreen } from './review-screen.tsx'

/** F10 of officers and heads: every screen of the work on cases, and behind one line those of the cash desk. */
export const pushWorkMenu = <S>(desk: AtDesk): Outcome<S> =>
  push(
    menuScreen<S>(desk.door.texts.screens.menu.title, () => entriesOf(desk), desk),
    menuAtOpening(() => entriesOf<S>(desk)),
    (s: S, how: Change<S>) => how(s),
  )

function entriesOf<S>(desk: AtDesk): MenuEntry<S>[] {
  const { menu } = desk.door.texts.screens
  const { menu: texts, figures } = desk.door.texts.screens.work
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  return [
    {
      label: texts.inbox,
      refusal: may('tasks.see'),
      run: () => goTo(open(inboxScreen(desk), inboxAtOpening())),
    },
    {
      label: texts.deadlines,
      refusal: may('control.see'),
      run: () => goTo(open(deadlinesScreen(desk), deadlinesAtOpening())),
    },
    {
      label: texts.cases,
      refusal: may('cases.see'),
      run: () => goTo(open(casesScreen(desk), casesAtOpening())),
    },
    {
      label: texts.papers,
      refusal: may('papers.hand'),
      run: () => goTo(open(papersScreen(desk), papersAtOpening())),
    },
    {
      label: texts.review,
      refusal: may('control.review'),
      run: () => goTo(open(reviewScreen(desk), reviewAtOpening(desk.session.ctx().today))),
    },
    {
      label: figures.title,
      refusal: may('reports.registry'),
      run: () => goTo(open(figuresScreen(desk), figuresAtOpening())),
    },
    group(menu.people, () => peopleEntries(desk), desk),
    {
      label: texts.cash,
      run: () =>
        goTo(
          open(
            menuScreen<S>(texts.cash, () => cashEntries(desk), desk),
            menuAtOpening(() => cashEntries(desk)),
          ),
        ),
    },
    {
      label: desk.session.town.training ? menu.work : menu.training,
      run: () => leaveBy(desk.leaveForOther),
    },
  ]
}

/** The board of the desks first, then what the cash desk has in its own menu. */
const cashEntries = <S>(desk: AtDesk): MenuEntry<S>[] => [
  {
    label: desk.door.texts.screens.board.title,
    refusal: whyNotMay(desk.session.who.post, 'board.see'),
    run: () => goTo(open(boardScreen(desk), boardAtOpening())),
  },
  ...mainEntries<S>(desk, { hasTill: false, whyBusy: null, own: [] }),
]
