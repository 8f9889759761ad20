import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { isCodeRow } from '../../rules/papers/shown.ts'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } })

/** Rows of dark and light cells as a camera sees them. */
export type Picture = readonly (readonly boolean[])[]

/** What another program reads in a picture of codes, each with its kind. `scale` is how many pixels a cell has on a side. */
export async function readCodes(picture: Picture, scale = 4): Promise<string[]> {
  const width = Math.max(...picture.map(row => row.length)) * scale
  const height = picture.length * scale
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [y, row] of picture.entries())
    for (const [x, isDark] of row.entries()) if (isDark) darken(data, width, x * scale, y * scale, scale)
  const image = { data, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0]
  const found = await readBarcodes(image, { formats: ['Code128', 'QRCode'], tryInvert: false })
  return found.map(({ format, text }) => `${format} ${text}`)
}

function darken(data: Uint8ClampedArray, width: number, left: number, top: number, side: number): void {
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
}

/** With so many light cells on every side. */
export function framed(picture: Picture, border: number): boolean[][] {
  const light = (cells: number) => Array.from({ length: cells }, () => false)
  const width = (picture[0]?.length ?? 0) + 2 * border
  const above = Array.from({ length: border }, () => light(width))
  return [...above, ...picture.map(row => [...light(border), ...row, ...light(border)]), ...above]
}

/** What a phone sees of rows of a screen: in each cell two modules, light where a half block is drawn. */
export const pictureOfScreen = (rows: readonly string[]): boolean[][] =>
  rows
    .filter(isCodeRow)
    .map(row => row.trim())
    .flatMap(row => ['▀█', '▄█'].map(light => [...row].map(letter => !light.includes(letter))))
