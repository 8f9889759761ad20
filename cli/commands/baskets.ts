import { dropBasket } from '../../office/baskets/drop-basket.ts'
import { type HeldBasket, listHeld } from '../../office/baskets/list-held.ts'
import { showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare } from '../command.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'

export const basketsCommands = () => [
  declare('baskets list', (_, door) =>
    withSession(door, 'baskets.hold', async session => {
      const { baskets: words } = door.words
      const held = await listHeld(session.ctx())
      answerTable(door, {
        name: 'baskets',
        title: '',
        subtitle: [],
        columns: [
          { key: 'number', title: words.number, kind: 'count' },
          { key: 'held_at', title: words.heldAt, kind: 'text' },
          { key: 'label', title: words.label, kind: 'text' },
          { key: 'lines', title: words.lines, kind: 'count' },
          { key: 'cashier', title: words.cashier, kind: 'text' },
          ...(door.options.json ? [{ key: 'id', title: words.id, kind: 'text' as const }] : []),
        ],
        rows: held.map(({ id, label, heldAt, lines, cashier }, at) => ({
          number: at + 1,
          held_at: door.options.json ? heldAt.toString() : showMoment(heldAt, door.lang),
          label,
          lines,
          cashier,
          id,
        })),
        totals: null,
      })
    }),
  ),
  declare('baskets drop', (given, door) =>
    withSession(door, 'baskets.hold', async session => {
      const meant = heldAs(await listHeld(session.ctx()), given.arg('basket'))
      if (!meant || !(await dropBasket(session.ctx(), { id: meant.id, why: 'dropped' })))
        throw refusal('basket.gone', {})
      answer(door, { id: meant.id, label: meant.label }, door.words.basketDropped(meant.label))
    }),
  ),
]

/** By its row in the list, or by its id. */
const heldAs = (held: readonly HeldBasket[], text: string): HeldBasket | undefined =>
  /^\d{1,4}$/.test(text) ? held[Number(text) - 1] : held.find(basket => basket.id === text)
