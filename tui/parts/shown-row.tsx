import { Text } from 'ink'
import type { ReactNode } from 'react'
import { isCodeRow } from '../../rules/papers/shown.ts'
import { Line } from './line.tsx'

/**
 * One row of a paper as `shownOf` gives it. A code is light on dark under every theme: else no camera reads it. With NO_COLOR
 * set it has the colours of the terminal, which most cameras read either way.
 */
export function ShownRow({ children: row }: { children: string }): ReactNode {
  if (!isCodeRow(row)) return <Line>{row === '' ? ' ' : row}</Line>
  const code = row.trimStart()
  const colours = process.env['NO_COLOR'] ? {} : { color: 'whiteBright', backgroundColor: 'black' }
  return (
    <Line>
      {' '.repeat(row.length - code.length)}
      <Text {...colours}>{code}</Text>
    </Line>
  )
}
