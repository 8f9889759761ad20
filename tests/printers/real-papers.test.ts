import { expect, test } from 'vitest'
import { papers as bg } from '../../locales/bg/papers.ts'
import { escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { type PrintedLine, readPaper, roms } from '../../printers/emulators/escpos-paper.ts'
import type { EscposProfile } from '../../printers/profile.ts'
import { profileNamed } from '../../printers/profiles.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { longReceipt, slip } from '../rules/paper-facts.ts'

const papers = { receipt: receiptPaper(longReceipt, bg, 'bg'), slip: slipPaper(slip, bg, 'bg') }

const standing = {
  'escpos-80': roms.clone,
  'escpos-58': { ...roms.clone, dots: 384 },
  'epson-58': { ...roms.epson, dots: 420 },
}

const CASES = Object.keys(papers).flatMap(paper =>
  Object.keys(standing).map(profile => [paper, profile] as const),
)

test.each(CASES)('a real %s as it comes out of %s', async (paper, name) => {
  const profile = profileNamed(name) as EscposProfile
  const bytes = escposBytes(papers[paper as keyof typeof papers], profile)
  const read = readPaper(bytes, standing[name as keyof typeof standing])
  expect(read.unknown).toEqual([])
  const lines = read.papers.flatMap(({ lines }) => lines)
  for (const { text, width, picture } of lines)
    if (!picture) expect([...text].length * width).toBeLessThanOrEqual(profile.columns)
  await expect(`${lines.map(drawn).join('\n')}\n`).toMatchFileSnapshot(`golden/${paper}-on-${name}.txt`)
})

/** Large letters stand as far apart as they do on paper. */
const drawn = ({ text, width }: PrintedLine): string => (width === 2 ? [...text].join(' ') : text)
