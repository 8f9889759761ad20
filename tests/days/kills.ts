import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './seeded.ts'
import { eventually, kill9Backend, type TownAtWork } from './town-at-work.ts'

export const VICTIMS = ['till', 'spooler', 'postmaster', 'backend'] as const
export type Victim = (typeof VICTIMS)[number]
export type Kills = Record<Victim, number>

/** At random in the flow of `payments` each kind of victim dies as often as planned. */
export async function killAtRandom(
  town: TownAtWork,
  plan: Kills,
  payments: number,
  chance: Chance,
): Promise<void> {
  const victims = chance.shuffled(VICTIMS.flatMap(victim => Array<Victim>(plan[victim]).fill(victim)))
  const moments = victims.map(() => chance.between(0, payments - 1)).sort((a, b) => a - b)
  for (const [at, victim] of victims.entries()) {
    await eventually(town, async () => town.taken() >= moments[at]!)
    await eventually(town, () => killOne(town, victim, chance))
    if (victim === 'postmaster' || victim === 'backend') town.died[victim]++
    if (victim === 'postmaster') await town.startDatabase()
  }
}

const LONG_ENOUGH_MS = 1_000

/** Half of the kills come any time, half a breath after something has begun that must not be cut in two. */
async function killOne(town: TownAtWork, victim: Victim, chance: Chance): Promise<boolean> {
  const desk = chance.oneOf(town.desks)
  const begun = {
    till: () => desk.till.says('intent'),
    spooler: () => desk.printer.stirs(),
    postmaster: () => chance.oneOf([() => desk.till.says('intent'), () => desk.printer.stirs()])(),
    backend: () => desk.till.says('intent'),
  }
  if (chance.oneOf([true, false])) await Promise.race([begun[victim](), pause(LONG_ENOUGH_MS)])
  else await pause(chance.between(0, 200))
  await pause(chance.between(0, 30))
  switch (victim) {
    case 'till':
      return desk.till.kill9()
    case 'spooler':
      return chance.oneOf(desk.spoolers).kill9()
    case 'postmaster':
      return town.kill9Postmaster()
    case 'backend':
      return kill9Backend(town, chance)
  }
}
