import type { Paper } from './paper.ts'

/** The same paper, which leaves the cash drawer shut. */
export const withoutDrawer = (paper: Paper): Paper => ({
  ...paper,
  blocks: paper.blocks.filter(block => !('drawer' in block)),
})
