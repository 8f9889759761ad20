import type { AtDesk } from '../door.ts'
import type { Screen } from '../screen.ts'
import { keysAtDesk } from './desk-keys.ts'
import { keepWatch, lookAround, seek } from './desk-operations.ts'
import { typeAtDesk, withSeen } from './desk-search.ts'
import { type DeskState, isIdle } from './desk-state.ts'
import { DeskView } from './desk-view.tsx'

/** Longer than from key to key of a fast typist, shorter than one waits for an answer. */
const REST_MS = 200
const WATCH_MS = 1000

/** The cash desk: one flat screen where a payer is recognised, services and bills are put in a basket and paid. */
export function deskScreen(desk: AtDesk): Screen<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  const number = desk.session.desk?.number ?? 0
  return {
    title: s => (s.till || s.whyNoTill ? texts.title(number) : texts.titleClosed(number)),
    keys: s => keysAtDesk(s, desk),
    type: (s, key) => clocked(typeAtDesk(s, key), performance.now()),
    rest: { after_ms: REST_MS, apply: withSeen, seek: s => seek(s, desk) },
    View: ({ state, size }) => <DeskView state={state} size={size} desk={desk} />,
    help: () => texts.help,
    dirty: s => s.basket.length > 0 || s.mode === 'committing',
    shown: () => lookAround(desk),
    tick: { every_ms: WATCH_MS, run: s => keepWatch(s, desk) },
  }
}

/** A customer's time begins with their first key, also while the payment before is still on its way. */
export function clocked(s: DeskState, now_ms: number): DeskState {
  if (s.mode === 'committing')
    return s.nextBegan === null && s.entry.value !== '' ? { ...s, nextBegan: now_ms } : s
  if (isIdle(s)) return s.began === null ? s : { ...s, began: null }
  return s.began === null ? { ...s, began: now_ms } : s
}
