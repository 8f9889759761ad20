import type { Post } from '../rules/authority.ts'
import { boardAtOpening, boardScreen } from './board/board-screen.tsx'
import { deskScreen } from './desk/desk-screen.tsx'
import { emptyDesk } from './desk/desk-state.ts'
import type { AtDesk } from './door.ts'
import { registryAtOpening } from './registry/entry-state.ts'
import { registryScreen } from './registry/registry-screen.tsx'
import { type Opened, open } from './screen.ts'
import { deadlinesAtOpening, deadlinesScreen } from './work/deadlines-screen.tsx'
import { inboxAtOpening, inboxScreen } from './work/inbox-screen.tsx'
import { pushWorkMenu } from './work/work-menu.ts'

export type FirstScreen = {
  opens: (desk: AtDesk) => Opened
  /** Whoever works here hands out papers: the program prints on the devices of the desk. */
  prints: boolean
}

const board: FirstScreen = { opens: desk => open(boardScreen(desk), boardAtOpening()), prints: false }

/** Where each post begins its day; null where it has no screens. */
export const FIRST_SCREENS: Record<Post, FirstScreen | null> = {
  cashier: {
    opens: desk => open(deskScreen(desk), emptyDesk(desk.door.lang, desk.session.desk?.terminal)),
    prints: true,
  },
  clerk: {
    opens: desk => open(registryScreen(desk), registryAtOpening(desk.door.lang)),
    prints: true,
  },
  officer: { opens: desk => open(inboxScreen(desk, pushWorkMenu), inboxAtOpening()), prints: false },
  head: { opens: desk => open(deadlinesScreen(desk, pushWorkMenu), deadlinesAtOpening()), prints: false },
  admin: board,
  auditor: board,
  hub: null,
}
