import { findParties } from '../office/parties/find-parties.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { dice, egnAt, fillRegister } from './people.ts'
import { benchTown } from './town.ts'

const PEOPLE = 1_000_000
const ROUNDS = 60

const KINDS: Record<string, string[]> = {
  identifier: [],
  common: ['иван', 'георги', 'мари', 'петров', 'иванов', 'дим', 'стоян'],
  two: [
    'иван петр',
    'мария ива',
    'георги димит',
    'петров иван',
    'стоян тод',
    'александър иванова',
    'слънце мария',
  ],
  rare: ['жабленс', 'карагьоз', 'щиляна', 'яница въжар', 'сърмаджи мустаф'],
  nonsense: ['жщхр', 'иванщ', 'ьъь иван', 'qwerty'],
  three: ['ива', 'бор', 'щил', 'жел', 'хад', 'кар', 'бот'],
  short: ['и', 'ив', 'ща', 'я', 'и п'],
}

/** Finding who pays among a million, as the desk does, against one row fetched by its primary key in the same run. */
export async function benchSearch(): Promise<void> {
  const town = await benchTown(1)
  try {
    await fillRegister(town.sql, PEOPLE)
    await town.analyze()
    const session = await town.session(1)
    await measure(session, await someIds(session))
    await session.close()
  } finally {
    await town.end()
  }
}

const someIds = async ({ database }: Session): Promise<string[]> =>
  (await database.sql<{ id: string }[]>`select id from parties order by id desc limit 200`).map(row => row.id)

async function measure(session: Session, ids: string[]): Promise<void> {
  const roll = dice(11)
  const floor: number[] = []
  const all: number[] = []
  for (const [kind, texts] of Object.entries(KINDS)) {
    const took: number[] = []
    for (let turn = 0; turn < ROUNDS; turn++) {
      const text = texts[turn % texts.length] ?? egnAt(Math.floor(roll() * PEOPLE))
      took.push(await timed(() => findParties(session.ctx(), { text })))
      const id = ids[turn % ids.length] ?? ''
      floor.push(await timed(() => session.database.sql`select id, name from parties where id = ${id}`))
    }
    figure(`search.payers.${kind}.p50`, median(took), 'ms')
    figure(`search.payers.${kind}.p95`, percentile(took, 0.95), 'ms')
    all.push(...took)
  }
  figure('search.payers.p95', percentile(all, 0.95), 'ms')
  figure('search.payers.floor.p50', median(floor), 'ms')
  figure('search.payers.floor.p95', percentile(floor, 0.95), 'ms')
  figure('search.payers.p95.ratio', percentile(all, 0.95) / percentile(floor, 0.95), 'x')
}
