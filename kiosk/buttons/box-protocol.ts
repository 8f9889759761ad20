import type { Face } from '../../rules/kiosks.ts'

/** What a line of button boxes says. Numbers are the box's own; `digit` is a face of a box that says nothing else. */
export type Word =
  | { kind: 'press'; box: number; face: Face; seq: number }
  | { kind: 'heartbeat'; box: number; millivolts: number; uptime: number }
  | { kind: 'digit'; face: Face }
  | { kind: 'garbled' }

/**
 * How far a line was read: what came since its last end; whether that began after a line end or a pause, so that nothing of its front is
 * missing; whether a box with numbers speaks on it, after which a bare digit can only be the rest of a broken line.
 */
export type Reading = { held: string; isFromStart: boolean; isNumbered: boolean }
export const OPENED: Reading = { held: '', isFromStart: false, isNumbered: false }

type Read = { reading: Reading; words: Word[] }

/** Reads on. Whatever comes, only presses are read that were sent whole; what is no line counts as garbled. */
export function readBytes(before: Reading, bytes: Uint8Array): Read {
  const pieces = (before.held + Buffer.from(bytes).toString('latin1')).split(/[\r\n]/)
  const held = pieces.pop() ?? ''
  const words: Word[] = []
  let reading = before
  for (const line of pieces) reading = endLine(reading, line, words, false)
  return held.length > MOST_HELD
    ? { reading: { ...tooLong(reading, held, words), isFromStart: false }, words }
    : { reading: { ...reading, held }, words }
}

/** Nothing came for so long that no line is still under way: a digit without a line end is a press now. */
export function readPause(before: Reading): Read {
  const words: Word[] = []
  return { reading: endLine(before, before.held, words, true), words }
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, from 0xFFFF, not reflected; of `123456789` it is 0x29B1. */
export function crcOf(text: string): number {
  let crc = 0xffff
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}

/** The checksum as a line bears it. */
export const crcText = (text: string): string => crcOf(text).toString(16).toUpperCase().padStart(4, '0')

/** Longer than several lines that lost their ends. */
const MOST_HELD = 128
/** `B9999,5,65535,FFFF` and `H9999,100000,4294967295,FFFF` are shorter. */
const LONGEST = 32

const PRESS = /B(\d{1,4}),([1-5]),(\d{1,5}),([0-9A-Fa-f]{4})/g
const HEARTBEAT = /H(\d{1,4}),(\d{1,6}),(\d{1,10}),([0-9A-Fa-f]{4})/g
const BARE_HEARTBEAT = /^H(\d{1,4}),(\d{1,6}),(\d{1,10})$/

function endLine(before: Reading, line: string, words: Word[], isPause: boolean): Reading {
  if (line === '') return { ...before, held: '', isFromStart: true }
  const whole = wholeIn(line)
  const isNumbered = before.isNumbered || whole.length > 0
  const bare = isPause ? null : bareHeartbeat(line)
  const digits = before.isFromStart && !isNumbered ? digitsOf(line, isPause) : []
  words.push(...whole.map(({ word }) => word), ...(bare ? [bare] : []), ...digits)
  const isAllRead = bare !== null || digits.length > 0 || whole.map(({ text }) => text).join('') === line
  if (!isAllRead) words.push({ kind: 'garbled' })
  return { held: '', isFromStart: true, isNumbered }
}

/** Noise without an end: what is whole in it is read, and so much is held that a line at its end is not cut. */
function tooLong(before: Reading, held: string, words: Word[]): Reading {
  const whole = wholeIn(held)
  const rest = held.slice(whole.reduce((end, one) => Math.max(end, one.at + one.text.length), 0))
  words.push(...whole.map(({ word }) => word), { kind: 'garbled' })
  return { ...before, held: rest.slice(-LONGEST), isNumbered: before.isNumbered || whole.length > 0 }
}

type Whole = { at: number; text: string; word: Word }

/** What bears its right checksum, also in a line that lost its end or its neighbour's: the checksum alone says where it is whole. */
const wholeIn = (line: string): Whole[] =>
  [...everywhere(PRESS, line, pressOf), ...everywhere(HEARTBEAT, line, heartbeatOf)].sort(
    (one, other) => one.at - other.at,
  )

/** Also where one match lies within another that is not whole. */
function everywhere(pattern: RegExp, line: string, wordOf: (parts: string[]) => Word | null): Whole[] {
  const found: Whole[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const [text, ...parts] = match
    const word = isWhole(text) ? wordOf(parts) : null
    if (word) found.push({ at: match.index, text, word })
    else pattern.lastIndex = match.index + 1
  }
  return found
}

const isWhole = (text: string): boolean => {
  const end = text.lastIndexOf(',')
  return Number.parseInt(text.slice(end + 1), 16) === crcOf(text.slice(0, end))
}

function pressOf([box, face, seq]: string[]): Word | null {
  return Number(seq) > HIGHEST_SEQ
    ? null
    : { kind: 'press', box: Number(box), face: Number(face) as Face, seq: Number(seq) }
}

const heartbeatOf = ([box, millivolts, uptime]: string[]): Word | null =>
  Number(millivolts) > 100_000
    ? null
    : { kind: 'heartbeat', box: Number(box), millivolts: Number(millivolts), uptime: Number(uptime) }

function bareHeartbeat(line: string): Word | null {
  const parts = BARE_HEARTBEAT.exec(line)
  return parts ? heartbeatOf(parts.slice(1)) : null
}

/** A line end belongs to one digit; before a pause, presses may have come together while the device was busy. */
const digitsOf = (line: string, isPause: boolean): Word[] =>
  /^[1-5]+$/.test(line) && (isPause || line.length === 1)
    ? Array.from(line, face => ({ kind: 'digit', face: Number(face) as Face }))
    : []

/** After this number a box begins at 0. */
export const HIGHEST_SEQ = 65_535
