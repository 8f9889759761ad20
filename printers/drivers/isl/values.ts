import { Fault } from '../../fault.ts'

/** Amounts and moments as these devices write them. */

/** Cents: `5.00`, or whole cents without a point, `500`; with or without a sign. */
export function centsIn(text: string | undefined): number {
  const [, sign = '', whole = '', part] = /^\s*([+-]?)(\d+)(?:\.(\d{1,2}))?\s*$/.exec(text ?? '') ?? []
  if (whole === '') throw strange(text)
  const cents = part === undefined ? Number(whole) : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return sign === '-' ? -cents : cents
}

/** A whole number, with zeros before it. */
export function numberIn(text: string | undefined): number {
  if (!/^\s*\d+\s*$/.test(text ?? '')) throw strange(text)
  return Number(text)
}

/** A moment: `22-11-26 10:15:00`, also with points, and with DST after it. */
export function momentIn(text: string | undefined): Temporal.PlainDateTime {
  const [, day, month, year, time, seconds = '00'] =
    /(\d\d)[-.](\d\d)[-.](?:20)?(\d\d) (\d\d:\d\d)(?::(\d\d))?/.exec(text ?? '') ?? []
  try {
    return Temporal.PlainDateTime.from(`20${year}-${month}-${day}T${time}:${seconds}`)
  } catch {
    throw strange(text)
  }
}

/** The device answered something that its manual does not know. Nothing tells what it did. */
const strange = (text: string | undefined): Fault =>
  new Fault('device_error', { detail: JSON.stringify(text ?? ''), sentBytes: true })

export const two = (number: number): string => String(number).padStart(2, '0')

/** `22-11-26 10:15:00` */
export const momentText = (at: Temporal.PlainDateTime): string =>
  `${two(at.day)}-${two(at.month)}-${two(at.year % 100)} ${at.toPlainTime().toString({ smallestUnit: 'second' })}`
