import type { ReactNode } from 'react'
import type { Tone } from '../theme.ts'
import { BigNumber, bigWidth } from './big-number.tsx'
import { Line } from './line.tsx'

/** An amount in large digits, or, where these do not fit the width, in ordinary ones. */
export const Amount = ({
  text,
  width,
  tone = 'amount',
}: {
  text: string
  width: number
  tone?: Tone
}): ReactNode =>
  bigWidth(text) <= width ? <BigNumber text={text} tone={tone} /> : <Line tone={tone}>{text}</Line>
