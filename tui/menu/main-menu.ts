import { openTillHere } from '../../office/tills/lookup.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { MovementKind } from '../../rules/till-report.ts'
import { bookEntries } from '../books/book-entries.ts'
import type { AtDesk } from '../door.ts'
import { kiosksAtOpening, kiosksScreen } from '../kiosks/kiosks-screen.tsx'
import { partiesAtOpening, partiesScreen } from '../parties/parties-screen.tsx'
import { printerAtOpening, printerScreen } from '../printer/printer-screen.tsx'
import { setUpAtOpening, setUpScreen } from '../printer/set-up-screen.tsx'
import { satisfactionAtOpening, satisfactionScreen } from '../satisfaction/satisfaction-screen.tsx'
import { type Change, leaveBy, type Opened, type Outcome, open, push } from '../screen.ts'
import { structureAtOpening, structureScreen } from '../structure/structure-screen.tsx'
import { closeTillScreen, countAtOpening } from '../tills/close-till-screen.tsx'
import { moveCashScreen, movementAtOpening } from '../tills/move-cash-screen.tsx'
import { openTillScreen, tillAtOpening } from '../tills/open-till-screen.tsx'
import { xReportAtOpening, xReportScreen } from '../tills/x-report-screen.tsx'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from './menu-screen.tsx'

/** What the menu needs to know of the screen that it is opened from. */
export type MenuPlace<S> = {
  hasTill: boolean
  /** Why the till cannot be closed or left now. */
  whyBusy: Refusal | null
  /** Entries of that screen alone, after the common ones. */
  own: readonly MenuEntry<S>[]
  /** The same, after all others. */
  last?: readonly MenuEntry<S>[]
}

/** F10 on every first screen: everything that has no key of its own. */
export const pushMainMenu = <S, R>(desk: AtDesk, place: MenuPlace<S>): Outcome<S, R> =>
  pushMenu(desk.door.texts.screens.menu.title, () => mainEntries(desk, place), desk)

function pushMenu<S, R>(title: string, entries: () => MenuEntry<S>[], desk: AtDesk): Outcome<S, R> {
  const returned = (s: S, how: Change<S>) => how(s)
  return push(menuScreen(title, entries, desk), menuAtOpening(entries), returned)
}

/** One line for each screen; what a post may not do is shown, and says so when it is chosen. */
export function mainEntries<S>(desk: AtDesk, place: MenuPlace<S>): MenuEntry<S>[] {
  const { menu: texts } = desk.door.texts.screens
  return [
    group(texts.till, () => tillEntries(desk, place), desk),
    group(desk.door.texts.screens.books.menu, () => bookEntries(desk), desk),
    ...place.own,
    {
      label: desk.session.town.training ? texts.work : texts.training,
      refusal: place.whyBusy,
      run: () => leaveBy(desk.leaveForOther),
    },
    partiesEntry<S>(desk),
    group(texts.printers, () => printerEntries(desk), desk),
    ...(place.last ?? []),
    structureEntry<S>(desk),
  ]
}

/** The register of people, who works where, and what citizens answered on which devices. */
export const peopleEntries = <S>(desk: AtDesk): MenuEntry<S>[] => [
  partiesEntry(desk),
  structureEntry(desk),
  satisfactionEntry(desk),
  kiosksEntry(desk),
]

const partiesEntry = <S>(desk: AtDesk): MenuEntry<S> => ({
  label: desk.door.texts.screens.menu.parties,
  refusal: may(desk, 'parties.see'),
  run: () => goTo(open(partiesScreen(desk), partiesAtOpening())),
})

/** The devices that stand in the halls. */
export const kiosksEntry = <S>(desk: AtDesk): MenuEntry<S> => ({
  label: desk.door.texts.screens.kiosks.menu,
  refusal: may(desk, 'kiosks.see'),
  run: () => goTo(open(kiosksScreen(desk), kiosksAtOpening())),
})

/** What citizens answered in the halls. */
export const satisfactionEntry = <S>(desk: AtDesk): MenuEntry<S> => ({
  label: desk.door.texts.screens.satisfaction.title,
  refusal: may(desk, 'satisfaction.see'),
  run: () => goTo(open(satisfactionScreen(desk), satisfactionAtOpening())),
})

const structureEntry = <S>(desk: AtDesk): MenuEntry<S> => ({
  label: desk.door.texts.screens.structure.menu,
  refusal: may(desk, 'departments.see'),
  run: () => goTo(open(structureScreen(desk), structureAtOpening())),
})

function tillEntries<S>(desk: AtDesk, { hasTill, whyBusy }: MenuPlace<S>): MenuEntry<S>[] {
  const { menu: texts } = desk.door.texts.screens
  const noTill = hasTill ? null : refusal('till.not_open', {})
  const movements: [MovementKind, string][] = [
    ['pay_in', texts.payIn],
    ['pay_out', texts.payOut],
    ['no_sale', texts.noSale],
  ]
  return [
    {
      label: texts.openTill,
      refusal: may(desk, 'tills.open') ?? whyBusy ?? (hasTill ? refusal('till.already_open', {}) : null),
      run: () => goTo(tillAtOpening(desk).then(state => open(openTillScreen(desk), state))),
    },
    ...movements.map(
      ([kind, label]): MenuEntry<S> => ({
        label,
        refusal: may(desk, 'tills.move_cash') ?? noTill,
        run: () => goTo(movementAtOpening(desk, kind).then(state => open(moveCashScreen(desk), state))),
      }),
    ),
    {
      label: texts.x,
      refusal: may(desk, 'tills.see') ?? noTill,
      run: () => goTo(ownX(desk)),
    },
    {
      label: texts.closeTill,
      refusal: may(desk, 'tills.close') ?? noTill ?? whyBusy,
      run: () => goTo(countAtOpening(desk).then(state => open(closeTillScreen(desk), state))),
    },
  ]
}

function printerEntries<S>(desk: AtDesk): MenuEntry<S>[] {
  const { menu: texts } = desk.door.texts.screens
  return [
    {
      label: texts.printerState,
      refusal: may(desk, 'print.run') ?? (desk.session.desk ? null : refusal('desk.needed', {})),
      run: () => goTo(printerAtOpening(desk).then(state => open(printerScreen(desk), state))),
    },
    {
      label: texts.printerSetUp,
      refusal: may(desk, 'printers.set'),
      run: () => goTo(setUpAtOpening(desk).then(state => open(setUpScreen(desk), state))),
    },
  ]
}

async function ownX(desk: AtDesk): Promise<Opened> {
  const till = await openTillHere(desk.session.ctx())
  return open(xReportScreen(desk), xReportAtOpening(till.id, till.desk))
}

const may = (desk: AtDesk, act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)

/** Several entries behind one, in a menu of their own. */
export const group = <S>(label: string, entries: () => MenuEntry<S>[], desk: AtDesk): MenuEntry<S> => ({
  label,
  run: () => goTo(open(menuScreen(label, entries, desk), menuAtOpening(entries))),
})
