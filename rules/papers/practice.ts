import { demoBanner, type PaperTown } from './heading.ts'
import type { Paper } from './paper.ts'
import type { HeadingTexts } from './texts.ts'
import { withoutDrawer } from './without-drawer.ts'

/**
 * A paper as it leaves the office of this town: one of a practice session opens no drawer and says «ОБУЧЕНИЕ» at its top and
 * at its bottom, whatever paper it is. A test page is of the printer, not of the town.
 */
export function paperOfTown(paper: Paper, town: PaperTown, texts: HeadingTexts): Paper {
  if (!town.training || paper.kind === 'test-page') return paper
  const { blocks } = withoutDrawer(paper)
  const isMarked = blocks.some(block => 'text' in block && block.text === texts.training)
  const banner = isMarked ? [] : demoBanner(town, texts)
  return { ...paper, blocks: [...banner, ...blocks, ...banner] }
}
