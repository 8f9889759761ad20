import type { Table } from './table.ts'

/** A report that is read from its beginning to its end: headings, paragraphs, lists and tables, for the website and for paper. */
export type Writing = {
  title: string
  /** Lines under the title: the town, who and when. */
  about: string[]
  parts: Part[]
}

export type Part =
  | { heading: string; level: 2 | 3 }
  /** `strong` stands out. */
  | { text: string; strong?: boolean }
  | { list: string[] }
  /** With its own title, if it has one; rows and what stands below it. */
  | { table: Table }
