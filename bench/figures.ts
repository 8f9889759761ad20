/** Prints one figure as `NAME VALUE UNIT`, the value with at most three decimals. */
export const figure = (name: string, value: number, unit: string): void =>
  console.log(`${name} ${Number(value.toFixed(3))} ${unit}`)

/** The value below which the share `p` of the measurements lie. */
export function percentile(measured: readonly number[], p: number): number {
  const sorted = measured.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}

export const median = (measured: readonly number[]): number => percentile(measured, 0.5)

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
