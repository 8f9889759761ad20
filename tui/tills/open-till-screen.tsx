import { Box } from 'ink'
import { openTill } from '../../office/tills/open-till.ts'
import { readAmount } from '../../rules/amounts.ts'
import { showEuro, ZERO } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, typeInto } from '../entry-line.ts'
import { BigNumber } from '../parts/big-number.tsx'
import { EntryField } from '../parts/entry-field.tsx'
import { Line } from '../parts/line.tsx'
import { back, type Screen } from '../screen.ts'

type State = { entry: EntryLine; tillId: string }

/** Asks what money lies in the drawer and opens the till with it; an empty line is nothing. */
export function openTillScreen(desk: AtDesk): Screen<State> {
  const { openTill: texts } = desk.door.texts.screens
  const float = (s: State) => (s.entry.value.trim() === '' ? ZERO : readAmount(s.entry.value))
  return {
    title: () => texts.title(desk.session.desk?.number ?? 0),
    keys: s => {
      const typed = float(s)
      return [
        {
          key: 'enter',
          label: texts.open,
          refusal: typed instanceof Refusal ? typed : null,
          run: async now => {
            const openingFloat = float(now)
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
    View: ({ state }) => {
      const typed = float(state)
      return (
        <Box flexDirection="column" paddingX={2} paddingTop={1}>
          <Line>{texts.explain}</Line>
          <Line> </Line>
          <Line>
            <Line tone="title">{`${texts.float} `}</Line>
            <EntryField line={state.entry} width={30} hint={texts.hint} />
          </Line>
          <Line> </Line>
          {!(typed instanceof Refusal) && <BigNumber text={showEuro(typed, desk.door.lang)} />}
        </Box>
      )
    },
  }
}
