import type { Bitmap, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/** Dots down a picture that a printer keeps: four centimetres. */
export const MOST_LOGO_HEIGHT = 320

/** Brings a printer the town's sign, and shows on paper that it is kept. */
export const logoPaper = (newLogo: Bitmap, { logo }: PaperTexts): Paper => ({
  kind: 'test-page',
  title: logo.title,
  newLogo,
  blocks: [{ logo: true }, { feed: 1 }, { text: logo.kept, align: 'center' }],
})
