import type { PaperPicture } from '../../../rules/papers/lines.ts'
import { Fault } from '../../fault.ts'
import type { Command } from './exchange.ts'

type Drawing = { mostQr: number; draw: (kind: 'code128' | 'qr', data: string) => Command }

/** Printable ASCII: what Code 128 and the QR codes of these devices hold. */
const PLAIN = /^[\x20-\x7e]+$/

/** The command that draws a picture; refused here where the device would refuse it. */
export function drawnWith(picture: PaperPicture, { mostQr, draw }: Drawing): Command {
  if ('code128' in picture && PLAIN.test(picture.code128)) return draw('code128', picture.code128)
  if ('qr' in picture && PLAIN.test(picture.qr) && picture.qr.length <= mostQr) return draw('qr', picture.qr)
  throw new Fault('refused', { detail: '54h' })
}
