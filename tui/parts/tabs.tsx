import type { ReactNode } from 'react'
import { widthOf } from './fit.ts'
import { Line } from './line.tsx'

export type Tab = { name: string; label: string }

type TabsProps = { tabs: readonly Tab[]; chosen: string; width: number }

/** What stands beside each other on a screen, one of it chosen; the rest of the line stays empty. */
export function Tabs({ tabs, chosen, width }: TabsProps): ReactNode {
  const taken = tabs.reduce((sum, { label }) => sum + widthOf(label) + 3, 0)
  return (
    <Line>
      {tabs.map(({ name, label }, at) => (
        <Line key={name}>
          {at === 0 ? '' : ' '}
          <Line tone={name === chosen ? 'chosen' : 'dim'}>{` ${label} `}</Line>
        </Line>
      ))}
      {' '.repeat(Math.max(0, width - taken))}
    </Line>
  )
}
