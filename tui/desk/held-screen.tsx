import { dropBasket } from '../../office/baskets/drop-basket.ts'
import { type HeldBasket, listHeld } from '../../office/baskets/list-held.ts'
import { type RecalledBasket, recallBasket } from '../../office/baskets/recall-basket.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { back, change, type KeyLine, type Screen } from '../screen.ts'

/** `dropping`: the basket that the next Del drops. */
type State = { held: HeldBasket[]; cursor: number; dropping: string | null }

/** The baskets that were laid aside at this desk. */
export const heldAtOpening = async (desk: AtDesk): Promise<State> => ({
  held: await listHeld(desk.session.ctx()),
  cursor: 0,
  dropping: null,
})

/** Enter brings a basket back to the desk; Del, pressed twice, drops one that nobody comes back for. */
export function heldScreen(desk: AtDesk): Screen<State, RecalledBasket> {
  const { held: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.held.length), dropping: null }),
    help: () => texts.help,
    View: ({ state, size }) => {
      const row = (basket: HeldBasket, width: number) =>
        fitRow(COLUMNS, cellsOf(basket, desk), Math.min(width, size.columns - 4))
      return (
        <>
          <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
          <List
            rows={state.held}
            cursor={state.cursor}
            width={size.columns}
            height={size.rows - 1}
            row={row}
            empty={texts.empty}
          />
        </>
      )
    },
  }
}

const COLUMNS: Column[] = [{ width: 10 }, { width: 'rest' }, { width: 6, align: 'right' }, { width: 18 }]

const cellsOf = ({ heldAt, label, lines, cashier }: HeldBasket, desk: AtDesk): string[] => [
  isToday(heldAt, desk) ? showTime(heldAt) : showDay(dayOf(heldAt), desk.door.lang),
  label,
  String(lines),
  cashier,
]

const isToday = (moment: Temporal.Instant, desk: AtDesk): boolean =>
  dayOf(moment).equals(desk.session.ctx().today)

function keysOf(s: State, desk: AtDesk): KeyLine<State, RecalledBasket>[] {
  const { held: texts } = desk.door.texts.screens
  const chosen = s.held[s.cursor]
  const none = chosen ? null : refusal('basket.none', {})
  return [
    {
      key: 'enter',
      label: texts.recall,
      refusal: none,
      run: async () => {
        if (!chosen) return undefined
        const recalled = await recallBasket(desk.session.ctx(), { id: chosen.id })
        const told = back<State, RecalledBasket>(recalled)
        if (recalled.lost === 0) return told
        return { ...told, notice: { tone: 'refused' as const, text: texts.lost(recalled.lost) } }
      },
    },
    {
      key: 'delete',
      label: texts.drop,
      refusal: none,
      run: () => (chosen && s.dropping === chosen.id ? drop(chosen, desk) : askDrop(chosen, desk)),
    },
  ]
}

const askDrop = (chosen: HeldBasket | undefined, desk: AtDesk) => ({
  ...change<State, RecalledBasket>(s => ({ ...s, dropping: chosen?.id ?? null })),
  notice: { tone: 'refused' as const, text: desk.door.texts.screens.held.dropAgain(chosen?.label ?? '') },
})

async function drop(chosen: HeldBasket, desk: AtDesk) {
  await dropBasket(desk.session.ctx(), { id: chosen.id, why: 'dropped' })
  const held = await listHeld(desk.session.ctx())
  return change<State, RecalledBasket>(
    s => ({ held, cursor: Math.max(0, Math.min(s.cursor, held.length - 1)), dropping: null }),
    desk.door.texts.screens.held.dropped(chosen.label),
  )
}
