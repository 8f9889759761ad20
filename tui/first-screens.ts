import type { Post } from '../rules/authority.ts'
import { boardAtOpening, boardScreen } from './board/board-screen.tsx'
import { deskScreen } from './desk/desk-screen.tsx'
import { emptyDesk } from './desk/desk-state.ts'
import type { AtDesk } from './door.ts'
import { registryAtOpening } from './registry/entry-state.ts'
import { registryScreen } from './registry/registry-screen.tsx'
import { type Opened, open } from './screen.ts'

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
  officer: null,
  head: board,
  admin: board,
  auditor: board,
}
