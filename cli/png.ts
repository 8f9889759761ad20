import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import type { Bitmap } from '../rules/papers/paper.ts'

/** A picture as black dots, its size in them. */
export type BlackAndWhite = Bitmap & { height: number }

/** Half of the light: darker than this is a dot. */
const DARK = 128

/** A PNG of any colours as a printer sees it: dark is a dot, what is clear is paper. Null where the file is none. */
export function bitmapIn(path: string): BlackAndWhite | null {
  const png = read(path)
  if (!png) return null
  const across = Math.ceil(png.width / 8)
  const rows = Buffer.alloc(across * png.height)
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < png.width; x++)
      if (lightAt(png, x, y) < DARK)
        rows[y * across + (x >> 3)] = (rows[y * across + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  return { width: png.width, height: png.height, rows: rows.toString('base64') }
}

function read(path: string): PNG | null {
  try {
    return PNG.sync.read(readFileSync(path))
  } catch {
    return null
  }
}

/** How light a dot is over white paper, as the eye weighs the colours. */
function lightAt(png: PNG, x: number, y: number): number {
  const at = (y * png.width + x) * 4
  const [red = 0, green = 0, blue = 0, alpha = 0] = png.data.subarray(at, at + 4)
  const light = 0.299 * red + 0.587 * green + 0.114 * blue
  return 255 - ((255 - light) * alpha) / 255
}
