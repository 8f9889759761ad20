import { extractText, getDocumentProxy } from 'unpdf'

export type ReadPdf = { pages: string[]; title: string; sizes: { width: number; height: number }[] }

/** What another program reads in a PDF: the text of each page, the title, the size of each page in points. */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const { text } = await extractText(pdf, { mergePages: false })
  const { info } = await pdf.getMetadata()
  const sizes = await Promise.all(
    text.map(async (_, at) => {
      const [, , width = 0, height = 0] = (await pdf.getPage(at + 1)).view
      return { width, height }
    }),
  )
  return { pages: text, title: String((info as { Title?: unknown }).Title), sizes }
}
