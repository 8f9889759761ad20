/**
 * First keys of the advisory locks, all in one place so that no two mean different things by one number; the second key is
 * what is locked. `till`, `printer` and `device` are held by a program, the others by a transaction.
 */
export const LOCKS = {
  till: 4710,
  printer: 4711,
  founding: 4712,
  opening: 4713,
  payer: 4714,
  closing: 4715,
  training: 4716,
  device: 4717,
  act: 4718,
} as const
