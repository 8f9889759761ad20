import type { PaperPicture } from '../../../rules/papers/lines.ts'
import { Fault } from '../../fault.ts'
import type { Command } from './exchange.ts'

/** `most`: letters that the device draws. */
type Drawing = {
  most: { code128: number; qr: number }
  draw: (kind: 'code128' | 'qr', data: string) => Command
}

/** Printable ASCII, three letters at least: what Code 128 and the QR codes of these devices hold. */
const PLAIN = /^[\x20-\x7e]{3,}$/

/** The command that draws a picture; refused here where the device would refuse it. */
export function drawnWith(picture: PaperPicture, { most, draw }: Drawing): Command {
  const isDrawn = (data: string, letters: number): boolean => PLAIN.test(data) && data.length <= letters
  if ('code128' in picture && isDrawn(picture.code128, most.code128)) return draw('code128', picture.code128)
  if ('qr' in picture && isDrawn(picture.qr, most.qr)) return draw('qr', picture.qr)
  throw new Fault('refused', { detail: '54h' })
}
