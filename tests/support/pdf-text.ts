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

const DOTS_PER_POINT = 3
const FILL = 22
const [MOVE, LINE] = [0, 1]

/** The filled shapes of a page as a printer of 216 dpi puts them on paper, every one a rectangle. */
export async function picturesIn(file: Buffer, pageNumber: number): Promise<boolean[][]> {
  const page = await (await getDocumentProxy(new Uint8Array(file))).getPage(pageNumber)
  const [, , width = 0, height = 0] = page.view
  const row = () => new Array<boolean>(Math.ceil(width * DOTS_PER_POINT)).fill(false)
  const dots = Array.from({ length: Math.ceil(height * DOTS_PER_POINT) }, row)
  const { argsArray } = await page.getOperatorList()
  for (const args of argsArray) if (args?.[0] === FILL) for (const box of boxesIn(args[1][0])) ink(dots, box)
  return dots
}

type Box = { left: number; top: number; right: number; bottom: number }

/** A path is a row of numbers: 0 x y goes to the first corner, 1 x y draws a side to the next, 4 closes. */
function* boxesIn(path: Record<number, number>): Generator<Box> {
  const numbers = Object.values(path)
  let corners: [x: number, y: number][] = []
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at]
    if (step === MOVE || step === LINE) {
      if (step === MOVE) corners = []
      corners.push([numbers[at + 1] ?? 0, numbers[at + 2] ?? 0])
      at += 3
    } else {
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
      yield { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
      at += 1
    }
  }
}

function ink(dots: boolean[][], { left, top, right, bottom }: Box): void {
  const first = (at: number) => Math.round(at * DOTS_PER_POINT)
  for (let y = first(top); y < first(bottom); y++) dots[y]?.fill(true, first(left), first(right))
}
