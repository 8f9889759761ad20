import type { AtDesk } from '../door.ts'
import { type KeyLine, leaveBy, type Outcome } from '../screen.ts'

/** Opens the menu over a first screen. */
export type PushMenu = <S>(desk: AtDesk) => Outcome<S>

/** What every first screen of officers and heads has: the menu, and the way out. */
export function firstKeys<S>(desk: AtDesk, pushMenu: PushMenu): KeyLine<S>[] {
  const { inbox: texts } = desk.door.texts.screens.work
  return [
    { key: 'f10', label: texts.menu, run: () => pushMenu<S>(desk) },
    { key: 'f12', label: texts.leave, run: () => leaveBy<S>(desk.leave) },
  ]
}
