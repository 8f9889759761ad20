import type { Progress } from '../../db/backup.ts'
import { dropTraining, makeTraining, trainingOf } from '../../db/training.ts'
import { fillTraining } from '../../office/town/fill-training.ts'
import { dayOf, showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { townIn } from '../founding.ts'
import { answer } from '../output/answer.ts'
import { onlooker, ownerOf, reachFoundedTown } from '../town.ts'

export const trainingCommands = () => [
  declare('training make', (given, door) => make(given.has('force'), door)),
  declare('training status', (_, door) => status(door)),
  declare('training drop', async (given, door) => {
    const town = await reachFoundedTown(door)
    const dropped = await dropTraining(town.place, ownerOf(town, door), { force: given.has('force') })
    answer(door, { dropped }, door.words.trainingDropped(dropped))
  }),
]

async function make(force: boolean, door: Door): Promise<void> {
  const town = await reachFoundedTown(door)
  const owner = ownerOf(town, door)
  if (!(await townIn(town, owner))) throw refusal('town.missing', {})
  const progress = (step: Parameters<Progress>[0]) =>
    door.progress(door.words.progress.table(step.table, step.at, step.of))
  const fill = (db: Parameters<typeof fillTraining>[0]) => fillTraining(db, dayOf(Temporal.Now.instant()))
  const { madeAt, rows } = await makeTraining(town.place, owner, { force, progress, fill })
  answer(door, { made_at: madeAt, rows }, door.words.trainingMade)
}

async function status(door: Door): Promise<void> {
  const town = await reachFoundedTown(door)
  const training = await trainingOf(town.place, await onlooker(door, town))
  if (!training) return answer(door, { there: false }, door.words.trainingNone)
  const { madeAt, isStale } = training
  const working = training.working.map(({ login, program }) => ({ login, program }))
  const since = madeAt && showMoment(Temporal.Instant.from(madeAt), door.lang)
  answer(
    door,
    { there: true, made_at: madeAt, schema_is_current: !isStale, working },
    [
      since === null ? door.words.trainingHalfMade : door.words.trainingThere(since),
      isStale && since !== null ? door.words.trainingStale : '',
      ...working.map(({ login, program }) => `  ${login} (${program})`),
    ]
      .filter(Boolean)
      .join('\n'),
  )
}
