import type { Paper } from './paper.ts'
import { withoutDrawer } from './without-drawer.ts'

/** A paper as it comes out of another printer than its own: it says first whose it is, and opens no drawer there. */
export function standInPaper(paper: Paper, whose: string): Paper {
  const { blocks } = withoutDrawer(paper)
  return { ...paper, blocks: [{ text: whose, align: 'center', bold: true }, ...blocks] }
}
