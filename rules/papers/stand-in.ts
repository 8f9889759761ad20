import type { Paper } from './paper.ts'

/** A paper as it comes out of another printer than its own: it says first whose it is, and opens no drawer there. */
export const standInPaper = (paper: Paper, whose: string): Paper => ({
  ...paper,
  blocks: [
    { text: whose, align: 'center', bold: true },
    ...paper.blocks.filter(block => !('drawer' in block)),
  ],
})
