/** What may be done with a table, or with some of its columns. */
export type Privilege =
  | 'select'
  | 'insert'
  | 'delete'
  | `select(${string})`
  | `insert(${string})`
  | `update(${string})`

/** By table. */
export type Grants = Record<string, Privilege[]>

/** What all of these allow. */
export const together = (...parts: Grants[]): Grants => {
  const all: Grants = {}
  for (const part of parts)
    for (const [table, privileges] of Object.entries(part))
      all[table] = [...(all[table] ?? []), ...privileges]
  return all
}
