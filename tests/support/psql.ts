import postgres from 'postgres'
import { databaseError } from '../../db/open.ts'
import { staffRole } from '../../db/roles.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import type { TestTown } from './town.ts'

/** A line of somebody who opens the database with psql and the own password, on a machine of the town: its day is theirs. */
export function lineAs(town: TestTown, login: string, database = town.place.database): postgres.Sql {
  const { host, port } = town.place
  return postgres({
    host,
    path: `${host}/.s.PGSQL.${port}`,
    port,
    database: town.place.database,
    username: staffRole(database, login),
    password: DEMO_PASSWORD,
    max: 1,
    fetch_types: false,
    connection: { TimeZone: 'Europe/Sofia' },
    onnotice: () => undefined,
  })
}

/** `done`, or the SQLSTATE of the refusal. A transaction that was not refused is undone. */
export function outcome(line: postgres.Sql, ...statements: string[]): Promise<string> {
  const undo = new Error('undo')
  const work = line.begin(async sql => {
    for (const statement of statements) await sql.unsafe(statement)
    await sql`set constraints all immediate`
    throw undo
  })
  return work.catch((error: unknown) =>
    error === undo ? 'done' : (databaseError(error)?.code ?? String(error)),
  )
}
