import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { EnrolmentCode } from '../../office/kiosks/lookup.ts'
import { showMoment } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { back, type Screen, type Size } from '../screen.ts'

type State = EnrolmentCode & { number: number }

/** A one-time code, to be copied by hand; it is told once. */
export function codeScreen(desk: AtDesk): Screen<State> {
  const { kiosks: texts } = desk.door.texts.screens
  return {
    title: s => texts.codeTitle(s.number),
    keys: () => [{ key: 'enter', label: texts.done, run: () => back() }],
    type: s => s,
    help: () => texts.codeHelp,
    View: ({ state, size }) => <CodeView state={state} size={size} desk={desk} />,
  }
}

function CodeView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { kiosks: texts } = desk.door.texts.screens
  const middle = state.code.length / 2
  const halves = [state.code.slice(0, middle), state.code.slice(middle)]
  const big = `   ${halves.map(half => [...half].join(' ')).join('   —   ')}   `
  const rows: [string, 'plain' | 'accent' | 'dim'][] = [
    [`┌${'─'.repeat(big.length)}┐`, 'accent'],
    [`│${' '.repeat(big.length)}│`, 'accent'],
    [`│${big}│`, 'accent'],
    [`│${' '.repeat(big.length)}│`, 'accent'],
    [`└${'─'.repeat(big.length)}┘`, 'accent'],
    ['', 'plain'],
    [texts.codeMeans(showMoment(state.expiresAt, desk.door.lang)), 'plain'],
    ['', 'plain'],
    [texts.onDevice, 'plain'],
    [`gishe kiosk enrol --hub https://${texts.hubAddress} --code ${halves.join('-')}`, 'dim'],
  ]
  return (
    <Box flexDirection="column" paddingTop={2}>
      {rows.map(([text, tone], at) => (
        <Line key={at} tone={tone}>
          {fit(`    ${text}`, size.columns)}
        </Line>
      ))}
    </Box>
  )
}
