import { type Rom, roms } from './escpos-paper.ts'

/** Places are counted in bytes that reached the paper, from the first. */
export type EscposFaults = {
  paperOut: boolean
  nearEnd: boolean
  coverOpen: boolean
  offline: boolean
  /** The blade is stuck: the next cut stops the printer until it is free and the error is taken back. */
  cutterJam: boolean
  /** The head is too hot; goes away by itself. */
  overheated: boolean
  drawerOpen: boolean
  /** Prints, but says nothing. */
  mute: boolean
  /** Takes bytes and answers, but prints none of them for now. */
  busy: boolean
  paperOutAt: number | null
  coverOpenAt: number | null
  unplugAt: number | null
  resetAt: number | null
  /** So many of the next answers to questions that wait for the paper get lost. */
  repliesLost: number
  /** Each nth byte of the host gets lost on the way. */
  losesEvery: number | null
  /** Said before each answer. */
  garbage: number[]
  /** Says each byte for itself. */
  byteByByte: boolean
}

export type EscposMake = {
  rom?: Rom
  /** Fixed bits of the answers to DLE EOT: makers differ. */
  base?: 0x12 | 0x00
  pushes?: boolean
  processId?: boolean
  clears?: boolean
  /** Said to GS I 66, 67, 68; a make that tells nothing has none. */
  identity?: { maker: string; model: string; serial: string } | null
  /** Bytes; the line holds back what does not fit. */
  buffer?: number
  /** How fast paper comes out; at once unless said. */
  bytesPerSecond?: number
  /** How long it is deaf after power comes back. */
  boot_ms?: number
  tellsPowerOn?: boolean
}

export const SOUND: EscposFaults = {
  paperOut: false,
  nearEnd: false,
  coverOpen: false,
  offline: false,
  cutterJam: false,
  overheated: false,
  drawerOpen: false,
  mute: false,
  busy: false,
  paperOutAt: null,
  coverOpenAt: null,
  unplugAt: null,
  resetAt: null,
  repliesLost: 0,
  losesEvery: null,
  garbage: [],
  byteByByte: false,
}

export const EPSON: Required<EscposMake> = {
  rom: roms.epson,
  base: 0x12,
  pushes: true,
  processId: true,
  clears: true,
  identity: { maker: 'EPSON', model: 'TM-T20II', serial: 'J3ZF012345' },
  buffer: 4_096,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  boot_ms: 1_000,
  tellsPowerOn: false,
}
