/** Chance that can be repeated: the same seed gives the same numbers. */
export type Chance = {
  /** A whole number from `least` to `most`, both possible. */
  between: (least: number, most: number) => number
  oneOf: <T>(choices: readonly T[]) => T
  /** True so many times in a hundred. */
  percent: (often: number) => boolean
  shuffled: <T>(things: readonly T[]) => T[]
}

/** The generator is mulberry32: 32 bits of state, good enough to pick moments and baskets. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    oneOf: <T>(choices: readonly T[]) => choices[between(0, choices.length - 1)] as T,
    percent: often => next() * 100 < often,
    shuffled: things => {
      const order = things.map(thing => ({ thing, place: next() }))
      return order.sort((a, b) => a.place - b.place).map(({ thing }) => thing)
    },
  }
}
