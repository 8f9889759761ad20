import { Text } from 'ink'
import type { ReactNode } from 'react'
import { type Tone, toneProps } from '../theme.ts'

/** One line of text in a tone, cut at the edge and never wrapped; a Line inside a Line is a toned piece of it. */
export const Line = ({ tone = 'plain', children }: { tone?: Tone; children?: ReactNode }): ReactNode => (
  <Text wrap="truncate-end" {...toneProps(tone)}>
    {children}
  </Text>
)
