/** Paper in a printing mechanism: what was printed, and how much is left. */
export type Roll = {
  lines: string[]
  /** Lines until the paper ends; null when nobody counts. */
  left: number | null
  isOut: boolean
}

export const newRoll = (): Roll => ({ lines: [], left: null, isOut: false })

/** Prints all of these lines or none: a command that meets the end of the paper is cancelled. Whether it did. */
export function feed(roll: Roll, lines: readonly string[]): boolean {
  if (roll.isOut) return false
  if (roll.left !== null && lines.length > roll.left) {
    roll.isOut = true
    roll.left = null
    return false
  }
  if (roll.left !== null) roll.left -= lines.length
  roll.lines.push(...lines)
  return true
}
