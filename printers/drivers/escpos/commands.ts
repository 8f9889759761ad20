/** The device's vocabulary: bytes as PROTOCOL.md cites them. Pure. */
const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10
const EOT = 0x04

/** Forgets size, weight, code page and the line begun: everything is set again after it. */
export const initialise = (): Uint8Array => Uint8Array.of(ESC, 0x40)

export const cancelKanji = (): Uint8Array => Uint8Array.of(FS, 0x2e)

/** Signs of the USA set, or `#` and `$` print as letters of another country. */
export const internationalSet = (): Uint8Array => Uint8Array.of(ESC, 0x52, 0)

export const codePage = (number: number): Uint8Array => Uint8Array.of(ESC, 0x74, number)

/** Double width and height, or normal: the high half of the byte is the width, the low half the height. */
export const size = (large: boolean): Uint8Array => Uint8Array.of(GS, 0x21, large ? 0x11 : 0x00)

export const feed = (lines: number): Uint8Array => Uint8Array.of(ESC, 0x64, lines)

/** Feeds to the blade and cuts. */
export const cut = (kind: 'partial' | 'full'): Uint8Array =>
  Uint8Array.of(GS, 0x56, kind === 'full' ? 0x41 : 0x42, 0)

/** Five bytes: with the two times left out the next command would be taken for them. Units of 2 ms. */
export const drawerPulse = ({
  pin,
  on_ms,
  off_ms,
}: {
  pin: 2 | 5
  on_ms: number
  off_ms: number
}): Uint8Array => Uint8Array.of(ESC, 0x70, pin === 2 ? 0 : 1, on_ms / 2, off_ms / 2)

/** A has letters of 12 dots, B of 9. */
export const font = (name: 'A' | 'B'): Uint8Array => Uint8Array.of(ESC, 0x4d, name === 'A' ? 0 : 1)

/** DLE EOT n: answered at once, also offline or with a full buffer. */
export const askNow = (subject: 'printer' | 'offline' | 'error' | 'paper'): Uint8Array =>
  Uint8Array.of(DLE, EOT, { printer: 1, offline: 2, error: 3, paper: 4 }[subject])

/** GS r 1: answered when everything before it was printed; not at all once the printer went offline. */
export const askWhenPrinted = (): Uint8Array => Uint8Array.of(GS, 0x72, 1)

/** GS ( H fn 48: said back when everything before it was printed. Four letters or digits. */
export const processId = (id: string): Uint8Array =>
  Uint8Array.of(GS, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id, 'latin1'))

/** GS I n: who made it and what it is called; many printers keep silent. */
export const askName = (subject: 'maker' | 'model'): Uint8Array =>
  Uint8Array.of(GS, 0x49, { maker: 66, model: 67 }[subject])

/** GS a: it tells by itself when it goes offline or online, meets an error or the end of its paper. */
export const pushStatus = (on: boolean): Uint8Array => Uint8Array.of(GS, 0x61, on ? 0b0000_1110 : 0)

/** DLE ENQ 2: takes back an error of the blade and forgets what had been received. */
export const recoverByClearing = (): Uint8Array => Uint8Array.of(DLE, 0x05, 2)

/** DLE DC4 8: forgets what had been received and not printed, and a command begun. */
export const clearBuffers = (): Uint8Array => Uint8Array.of(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8)

/** Only the bits that every manual agrees on: the fixed ones differ between makes. */
export const says = {
  offline: (printer: number): boolean => (printer & 0b0000_1000) !== 0,
  coverOpen: (offline: number): boolean => (offline & 0b0000_0100) !== 0,
  feedPressed: (offline: number): boolean => (offline & 0b0000_1000) !== 0,
  error: (offline: number): boolean => (offline & 0b0100_0000) !== 0,
  cutter: (error: number): boolean => (error & 0b0000_1000) !== 0,
  unrecoverable: (error: number): boolean => (error & 0b0010_0000) !== 0,
  endsByItself: (error: number): boolean => (error & 0b0100_0000) !== 0,
  paperNearEnd: (paper: number): boolean => (paper & 0b0000_1100) !== 0,
  stoppedByPaperEnd: (offline: number): boolean => (offline & 0b0010_0000) !== 0,
  paperEnd: (paper: number): boolean => (paper & 0b0110_0000) !== 0,
  paperEndAfterPrinting: (answer: number): boolean => (answer & 0b0000_1100) !== 0,
}
