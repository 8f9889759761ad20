import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Lang } from '../../rules/languages.ts'
import { plainText } from '../../rules/plain-text.ts'

const { resolve } = createRequire(import.meta.url)
const fontFile = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)

const BODY = fontFile('DejaVuSansCondensed')
const BOLD = fontFile('DejaVuSansCondensed-Bold')

/** Points from one line of text to the next, for a size of 1. */
const LEADING = 1.3
const FOOT_SIZE = 7.5

export type Sheet = { size: 'A4' | 'A5'; landscape?: boolean }

export type PdfFacts = {
  title: string
  lang: Lang
  /** Written into the file as its time: the same data made at the same moment is the same bytes. */
  madeAt: Temporal.Instant
  sheet: Sheet
  /** What stands at the foot of each page, e.g. `стр. 1 от 3`. */
  foot: (page: number, of: number) => string
}

export type Ink = { size: number; bold?: boolean; grey?: boolean }
export type Place = 'left' | 'center' | 'right'

/** Pages that are written from top to bottom; `y` is where the next line begins, in points from the top. */
export class PdfPages {
  readonly margin: number
  readonly width: number
  y: number
  readonly #facts: PdfFacts
  readonly #pdf: PDFKit.PDFDocument
  readonly #widths = new Map<string, number>()

  constructor(facts: PdfFacts) {
    const { size, landscape = false } = facts.sheet
    this.#facts = facts
    this.#pdf = new PDFDocument({
      size,
      layout: landscape ? 'landscape' : 'portrait',
      margin: 0,
      bufferPages: true,
      font: BODY,
      lang: facts.lang,
      displayTitle: true,
      info: {
        Title: facts.title,
        Creator: 'Gishe',
        Producer: 'Gishe',
        CreationDate: new Date(facts.madeAt.epochMilliseconds),
      },
    })
    this.margin = size === 'A4' ? 42 : 30
    this.width = this.#pdf.page.width - 2 * this.margin
    this.y = this.margin
  }

  /** The lowest point a line may reach: the foot has its place below it. */
  get bottom(): number {
    return this.#pdf.page.height - this.margin - 2 * FOOT_SIZE
  }

  /** How many pages there are so far. */
  get count(): number {
    return this.#pdf.bufferedPageRange().count
  }

  static lineHeight = (ink: Ink): number => ink.size * LEADING

  hasRoom = (height: number): boolean => this.y + height <= this.bottom

  nextPage(): void {
    this.#pdf.addPage()
    this.y = this.margin
  }

  widthOf(text: string, ink: Ink): number {
    const key = `${ink.bold ? 'b' : 'n'}${text}`
    const known = this.#widths.get(key) ?? this.#use({ ...ink, size: 1 }).widthOfString(text)
    this.#widths.set(key, known)
    return known * ink.size
  }

  /** Writes one line into a room that begins `x` points from the margin; `y` stays. */
  write(text: string, ink: Ink, room: { x: number; width: number; place?: Place }, y = this.y): void {
    const free = room.place === undefined || room.place === 'left' ? 0 : room.width - this.widthOf(text, ink)
    const x = this.margin + room.x + (room.place === 'center' ? free / 2 : free)
    this.#use(ink).text(text, x, y, { lineBreak: false })
  }

  /** A line across the page at `y`. */
  rule(weight: number, grey = false): void {
    this.#pdf
      .lineWidth(weight)
      .strokeColor(grey ? '#bbbbbb' : 'black')
      .moveTo(this.margin, this.y)
      .lineTo(this.margin + this.width, this.y)
      .stroke()
  }

  /** Dark cells of `width` × `height` points in rows from `y` down, in the middle of the page; `y` stays. */
  cells(rows: readonly (readonly boolean[])[], cell: { width: number; height: number }): void {
    const left = this.margin + (this.width - (rows[0]?.length ?? 0) * cell.width) / 2
    for (const [at, row] of rows.entries())
      for (const { from, to } of runsIn(row))
        this.#pdf.rect(
          left + from * cell.width,
          this.y + at * cell.height,
          (to - from) * cell.width,
          cell.height,
        )
    this.#pdf.fill('black')
  }

  /** The text as lines no wider than `width`; a word that is wider is broken. */
  wrap(raw: string, ink: Ink, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of this.#pieces(plainText(raw), ink, width)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && this.widthOf(longer, ink) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  }

  /** Numbers the pages and gives the file. */
  async finished(): Promise<Buffer> {
    const pdf = this.#pdf
    const { count } = pdf.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      pdf.switchToPage(page)
      const room = { x: 0, width: this.width, place: 'right' as const }
      const y = pdf.page.height - this.margin - FOOT_SIZE
      this.write(this.#facts.foot(page + 1, count), { size: FOOT_SIZE, grey: true }, room, y)
    }
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    const { promise, resolve: done, reject } = Promise.withResolvers<void>()
    pdf.on('end', done).on('error', reject).end()
    await promise
    return Buffer.concat(chunks)
  }

  #use({ size, bold, grey }: Ink): PDFKit.PDFDocument {
    return this.#pdf
      .font(bold ? BOLD : BODY)
      .fontSize(size)
      .fillColor(grey ? '#555555' : 'black')
  }

  *#pieces(text: string, ink: Ink, width: number): Generator<string> {
    for (const word of text.split(/ +/).filter(Boolean)) {
      let piece = ''
      for (const letter of this.widthOf(word, ink) > width ? word : [word]) {
        if (piece !== '' && this.widthOf(piece + letter, ink) > width) {
          yield piece
          piece = ''
        }
        piece += letter
      }
      yield piece
    }
  }
}

/** Neighbours are drawn as one: seams between them would show. */
function runsIn(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [at, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (isDark && last?.to === at) last.to = at + 1
    else if (isDark) runs.push({ from: at, to: at + 1 })
  }
  return runs
}
