import { encode } from 'uqr'

/** Rows of modules, true where one is dark, without the light border of four that must stand around. */
export type QrMatrix = readonly (readonly boolean[])[]

/** Light modules that a phone needs on every side. */
export const QR_QUIET = 4

/**
 * The QR code of a text, written as UTF-8 where it has other letters than ASCII. Paper is scratched and fades, so a seventh
 * of it may be lost (M); a screen is clean (L, smaller). Null where the text is empty or too long for any code.
 */
export function qrOf(text: string, { isClean = false } = {}): QrMatrix | null {
  const bytes = new TextEncoder().encode(text).length
  if (bytes === 0 || bytes > (isClean ? MOST_BYTES.L : MOST_BYTES.M)) return null
  return encode(text, { ecc: isClean ? 'L' : 'M', border: 0 }).data
}

/** Of the largest code, version 40 (ISO/IEC 18004, table 7). */
const MOST_BYTES = { L: 2953, M: 2331 }
