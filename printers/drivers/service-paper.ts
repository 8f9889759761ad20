import { linesOf, type PaperLine, pictureInWords } from '../../rules/papers/lines.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'
import type { TakeNote } from '../device.ts'
import { asFault, Fault } from '../fault.ts'
import { type Patience, untilMended } from './fiscal-receipt.ts'
import type { FiscalTalk } from './fiscal-talk.ts'

/** How a fiscal device prints papers that are not fiscal: in `columns` letters a line, spelled its way. */
export type ServicePaper = { columns: number; spell: (text: string) => string }

type Printing = { paper: Paper; note: TakeNote; patience: Patience }

/** A paper that is not fiscal, as a service receipt; the drawer opens first. */
export async function printService(
  make: ServicePaper,
  talk: FiscalTalk,
  { paper, note, patience }: Printing,
): Promise<null> {
  const lines = linesOf(spelled(paper, make), make.columns, 'EUR')
  await note({ document: await talk.lastNumber() })
  if (lines.some(line => 'drawer' in line)) await talk.openDrawer().catch(unlessRefused)
  await talk.openService()
  for (const line of lines) await whenMended(talk, patience, () => writeLine(make, talk, line)).catch(touched)
  await whenMended(talk, patience, () => talk.closeService()).catch(touched)
  return null
}

const touched = (error: unknown): never => {
  throw asFault(error, true)
}

/** Not every device has a drawer, and the paper is worth more. */
function unlessRefused(error: unknown): void {
  if (!isRefused(error)) throw error
}

const isRefused = (error: unknown): boolean =>
  error instanceof Fault && error.code === 'refused' && !error.sentBytes

async function writeLine(make: ServicePaper, talk: FiscalTalk, line: PaperLine): Promise<void> {
  if ('drawer' in line) return
  if ('text' in line) return talk.write(line)
  try {
    await talk.draw(line)
  } catch (error) {
    if (!isRefused(error)) throw error
    for (const text of pictureInWords(line, make.columns))
      await talk.write({ text: make.spell(text), bold: false, large: false })
  }
}

/** Without paper a line was not printed: it is sent again when there is some. */
async function whenMended(talk: FiscalTalk, patience: Patience, send: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const fault = asFault(error)
      if (fault.sentBytes || fault.code !== 'out_of_paper') throw fault
      await untilMended(talk, patience, fault)
    }
  }
}

/**
 * A service receipt that is still open is ended: a person sees what of it is on the paper. Of one that is not, only the
 * numbers of documents can tell, where the device counts those that are no receipts.
 */
export async function serviceAfterDoubt(
  talk: FiscalTalk,
  note: Note,
): Promise<'printed' | 'not_printed' | { unknown: string }> {
  const { open } = await talk.state()
  if (open === 'service') {
    await talk.closeService()
    return { unknown: 'a part of it was printed' }
  }
  const last = await talk.lastNumber()
  const more = last - Number(note['document'])
  if (talk.countsAll && more === 0) return 'not_printed'
  return talk.countsAll && more === 1 ? 'printed' : { unknown: `${note['document']}–${last}` }
}

/** Letters of double width there are none: what is large stands bold. */
function spelled(paper: Paper, { spell }: ServicePaper): Paper {
  return {
    ...paper,
    blocks: paper.blocks.map(block => {
      if (!('text' in block || 'left' in block)) return block
      const style = { large: false, bold: block.bold === true || block.large === true }
      return 'text' in block
        ? { ...block, ...style, text: spell(block.text) }
        : { ...block, ...style, left: spell(block.left), right: spell(block.right) }
    }),
  }
}
