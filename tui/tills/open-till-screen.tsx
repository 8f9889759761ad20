import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { leftAtDesk } from '../../office/books/voucher.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { readAmount } from '../../rules/amounts.ts'
import { type Cents, cents, showEuro, ZERO } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import { BigNumber } from '../parts/big-number.tsx'
import { EntryField } from '../parts/entry-field.tsx'
import { wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { back, type Screen } from '../screen.ts'

/** `left` is what the last closing at this desk left in the drawer. */
type State = { entry: EntryLine; tillId: string; left: Cents }

/** What should lie in the drawer, before anybody counts it. */
export async function tillAtOpening(desk: AtDesk): Promise<State> {
  const { session } = desk
  const left = session.desk ? await leftAtDesk(session.ctx().db, session.desk.id) : ZERO
  return { entry: entryLine(), tillId: randomUUIDv7(), left }
}

/** Opens the till with what lies in the drawer: Enter alone accepts what was left there; another sum is told apart. */
export function openTillScreen(desk: AtDesk): Screen<State> {
  const { openTill: texts } = desk.door.texts.screens
  return {
    title: () => texts.title(desk.session.desk?.number ?? 0),
    keys: s => {
      const typed = floatOf(s)
      return [
        {
          key: 'enter',
          label: texts.open,
          refusal: typed instanceof Refusal ? typed : null,
          run: async now => {
            const openingFloat = floatOf(now)
            if (openingFloat instanceof Refusal) throw openingFloat
            const till = await openTill(desk.session.ctx(), { tillId: now.tillId, openingFloat })
            await desk.session.holds.take('till', till.id)
            return back()
          },
        },
      ]
    },
    type: (s, key) => ({ ...s, entry: typeInto(s.entry, key, 20) }),
    help: () => texts.help,
    View: ({ state, size }) => <OpenView state={state} columns={size.columns} desk={desk} />,
  }
}

const floatOf = ({ entry, left }: State): Cents | Refusal =>
  entry.value.trim() === '' ? left : readAmount(entry.value)

function OpenView({ state, columns, desk }: { state: State; columns: number; desk: AtDesk }): ReactNode {
  const { openTill: texts } = desk.door.texts.screens
  const euro = (amount: Cents) => showEuro(amount, desk.door.lang)
  const typed = floatOf(state)
  const difference = typed instanceof Refusal ? ZERO : cents(typed - state.left)
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      {texts
        .explain(euro(state.left))
        .flatMap(line => wrapped(line, columns - 4))
        .map(row => (
          <Line key={row}>{row}</Line>
        ))}
      <Line> </Line>
      <Line>
        <Line tone="title">{`${texts.float} `}</Line>
        <EntryField line={state.entry} width={30} hint={euro(state.left)} />
      </Line>
      <Line> </Line>
      {!(typed instanceof Refusal) && <BigNumber text={euro(typed)} />}
      <Line> </Line>
      <Line tone="warning">
        {difference === 0n
          ? ' '
          : difference > 0n
            ? texts.more(euro(difference))
            : texts.less(euro(cents(-difference)))}
      </Line>
    </Box>
  )
}
