import { type Refusal, refusal } from './refusal.ts'

/** What the town may say of its devices, and within which bounds: minutes, presses, seconds. */
export const RULE_BOUNDS = {
  silentMinutes: [2, 1_440],
  negatives: [1, 1_000],
  negativeMinutes: [1, 1_440],
  thanks: [1, 30],
  followUp: [3, 60],
  heartbeat: [10, 600],
} as const

/** Why these digits are no PIN, or null: whoever waits at the device must not guess it. */
export function whyNotPin(pin: string): Refusal | null {
  const isGood = /^\d{4,8}$/.test(pin) && !/^(\d)\1+$/.test(pin) && !isRow(pin)
  return isGood ? null : refusal('kiosk.pin_weak', {})
}

const isRow = (pin: string): boolean =>
  '0123456789'.includes(pin) || '9876543210'.includes(pin) || '1234567890'.includes(pin)
