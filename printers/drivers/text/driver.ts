import { textOf } from '../../../rules/papers/lines.ts'
import type { Paper } from '../../../rules/papers/paper.ts'
import type { TextProfile } from '../../profile.ts'

/** The paper as lines of UTF-8 with a form feed after the last: for a file, or a printer that takes text. */
export function textBytes(paper: Paper, { columns }: TextProfile): Uint8Array {
  const lines = textOf(paper, columns).split('\n')
  const texts = lines.map(line => `${line.trimEnd()}\n`)
  return new TextEncoder().encode(`${texts.join('')}\f\n`)
}
