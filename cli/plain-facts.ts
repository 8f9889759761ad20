/** Facts as JSON has them: names as `snake_case`, days and moments as text; amounts stay whole cents. */
export function plainFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [snake(key), plain(value)]))
}

const snake = (key: string): string => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString()
  if (value instanceof Temporal.PlainTime) return value.toString()
  return value !== null && typeof value === 'object' ? plainFacts(value as Record<string, unknown>) : value
}
