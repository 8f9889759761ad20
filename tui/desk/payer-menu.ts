import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type MenuEntry, type MenuState, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { back, type Change, type Outcome, push } from '../screen.ts'
import { askName, askPaidBy, withoutPayer } from './desk-payer.ts'
import { ask, type DeskState } from './desk-state.ts'

/** What can be done about the payer. */
export const pushPayerMenu = (s: DeskState, desk: AtDesk): Outcome<DeskState> =>
  push(
    menuScreen(desk.door.texts.screens.payer.title, () => entriesOf(s, desk), desk),
    menuAtOpening(() => entriesOf(s, desk)),
    (below: DeskState, how: Change<DeskState>) => how(below),
  )

function entriesOf(s: DeskState, desk: AtDesk): MenuEntry<DeskState>[] {
  const { payer: texts } = desk.door.texts.screens
  const nobody = s.payer ? null : refusal('desk.no_payer', {})
  const then = (label: string, how: Change<DeskState>, why = null as MenuEntry<DeskState>['refusal']) => ({
    label,
    refusal: why ?? null,
    run: () => back<MenuState, Change<DeskState>>(how),
  })
  return [
    then(texts.other, now => ask(now, 'service')),
    then(texts.paidBy, askPaidBy, nobody),
    then(texts.nameless, now => askName(now, null)),
    then(texts.remove, withoutPayer, nobody),
  ]
}
