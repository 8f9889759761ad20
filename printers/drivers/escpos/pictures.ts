import { CODE_128_QUIET, code128Of, code128Runs } from '../../../rules/codes/code-128.ts'
import { QR_QUIET, qrOf } from '../../../rules/codes/qr.ts'
import type { PaperPicture } from '../../../rules/papers/lines.ts'
import type { Bitmap } from '../../../rules/papers/paper.ts'
import type { EscposProfile } from '../../profile.ts'
import { align, barcode, keepLogo, printLogo, qrCode } from './picture-commands.ts'
import { type Dots, joined, rasterBytes, withoutCommands } from './raster.ts'

type Roll = Pick<EscposProfile, 'dots' | 'code128' | 'qr' | 'logo'>

/** A picture in the middle of the paper; null where it would be too wide to be read, or the printer has no such thing. */
export function pictureBytes(picture: PaperPicture, roll: Roll): Uint8Array | null {
  if ('logo' in picture) return roll.logo === 'nv-graphics' ? centred(printLogo()) : null
  if ('qr' in picture) return qrBytes(picture.qr, roll)
  return code128Bytes(picture.code128, roll)
}

/** Has the printer keep a picture, which `{ logo: true }` prints from then on. */
export const logoBytes = ({ width, rows }: Bitmap): Uint8Array =>
  keepLogo(width, withoutCommands(Buffer.from(rows, 'base64')))

const centred = (bytes: Uint8Array): Uint8Array => joined([align('center'), bytes, align('left')])

/** A centimetre, which a scanner held by hand finds at the first try. */
const BAR_HEIGHT = 80
/** Dots of the narrowest bar: a quarter of a millimetre is the least that thermal paper keeps apart. */
const BAR_DOTS = { native: [3, 2], raster: [4, 2] } as const

function code128Bytes(text: string, { dots, code128 }: Roll): Uint8Array | null {
  const modules = code128Of(text)
  const runs = code128Runs(text)
  const width = modules?.length ?? 0
  const narrowest = BAR_DOTS[code128].find(bar => (width + 2 * CODE_128_QUIET) * bar <= dots)
  if (!modules || !runs || narrowest === undefined) return null
  if (code128 === 'native') {
    const bytes = barcode(runs, { bar: narrowest, height: BAR_HEIGHT })
    return bytes && centred(bytes)
  }
  const row = inTheMiddle(
    modules.flatMap(dark => Array<boolean>(narrowest / 2).fill(dark)),
    dots / 2,
  )
  return rasterBytes(Array<boolean[]>(BAR_HEIGHT / 2).fill(row), { doubled: true })
}

/** Dots of a module. Six are a code of three centimetres for an address of the web; less than three no phone reads. */
const MODULE_DOTS = { native: [6, 5, 4, 3], raster: [6, 4] } as const
/** A printer may choose a larger code for the same text than ours is. */
const MAY_BE_LARGER = 4
const MOST_BYTES = 700

function qrBytes(text: string, { dots, qr }: Roll): Uint8Array | null {
  const bytes = new TextEncoder().encode(text)
  const matrix = bytes.length <= MOST_BYTES ? qrOf(text) : null
  if (!matrix) return null
  const room = matrix.length + 2 * QR_QUIET + (qr === 'native' ? MAY_BE_LARGER : 0)
  const module = MODULE_DOTS[qr].find(size => room * size <= dots)
  if (module === undefined) return null
  return qr === 'native'
    ? centred(qrCode(bytes, module))
    : rasterBytes(enlarged(matrix, module / 2, dots / 2), { doubled: true })
}

const enlarged = (matrix: Dots, times: number, dots: number): Dots =>
  matrix.flatMap(modules => {
    const row = inTheMiddle(
      modules.flatMap(dark => Array<boolean>(times).fill(dark)),
      dots,
    )
    return Array<boolean[]>(times).fill(row)
  })

/** Some makes do not move a picture to the middle: the empty dots before it do. */
const inTheMiddle = (row: boolean[], dots: number): boolean[] => [
  ...Array<boolean>(Math.floor((dots - row.length) / 2)).fill(false),
  ...row,
]
