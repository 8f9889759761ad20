import { inflateRawSync } from 'node:zlib'

/** A cell as a spreadsheet keeps it: its value, and the number of its format where it has one. */
export type SheetCell = { text: string; isNumber: boolean; format: string | null }
export type Sheet = { name: string; rows: SheetCell[][]; frozenRows: number }

/** Opens the bytes of an .xlsx file and reads back what its sheets hold. */
export function readXlsx(bytes: Buffer): Sheet[] {
  const parts = unzipped(bytes)
  const part = (path: string) => parts.get(path) ?? ''
  const strings = each(part('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, si = '']) => plain(si))
  const custom = new Map(
    each(part('xl/styles.xml'), /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id, code = '']) => [
      id,
      unescaped(code),
    ]),
  )
  const styles = each(part('xl/styles.xml').split('<cellXfs')[1] ?? '', /<xf ([^>]*)>/g)
  const formats = styles.map(
    ([, about = '']) => custom.get(/numFmtId="(\d+)"/.exec(about)?.[1] ?? '') ?? null,
  )
  return each(part('xl/workbook.xml'), /<sheet [^>]*?name="([^"]*)"/g).map(([, name = ''], at) => {
    const xml = part(`xl/worksheets/sheet${at + 1}.xml`)
    return {
      name: unescaped(name),
      frozenRows: Number(/ySplit="(\d+)"/.exec(xml)?.[1] ?? 0),
      rows: each(xml, /<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs).map(([, row = '']) =>
        each(row, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs).map(([, about = '', inside = '']) => {
          const value = plain(inside)
          const isShared = about.includes('t="s"')
          const style = Number(/ s="(\d+)"/.exec(` ${about}`)?.[1] ?? 0)
          return {
            text: isShared ? (strings[Number(value)] ?? '') : value,
            isNumber:
              value !== '' &&
              ((!about.includes(' t="') && !about.startsWith('t="')) || about.includes('t="n"')),
            format: formats[style] ?? null,
          }
        }),
      ),
    }
  })
}

const each = (text: string, pattern: RegExp): RegExpExecArray[] =>
  [...text.matchAll(pattern)] as RegExpExecArray[]

const plain = (xml: string): string => unescaped(xml.replace(/<[^>]*>/g, ''))

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The files of a zip by its central directory. */
function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [size, nameLength, extra, comment, from] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ]
    const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
    const content = bytes.subarray(start, start + size)
    const isPacked = bytes.readUInt16LE(at + 10) === 8
    files.set(
      bytes.toString('utf8', at + 46, at + 46 + nameLength),
      (isPacked ? inflateRawSync(content) : content).toString('utf8'),
    )
    at += 46 + nameLength + extra + comment
  }
  return files
}
