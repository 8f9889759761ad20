import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

type Env = Record<string, string | undefined>

/**
 * Whether this command practises: --training, else GISHE_TRAINING. A value that is neither yes nor no is refused, because
 * whoever wrote it believes to practise.
 */
export function isTraining(door: Pick<Door, 'lang' | 'options'>, env: Env = process.env): boolean {
  if (door.options.training) return true
  const asked = env['GISHE_TRAINING'] ?? ''
  if (!['', '0', '1'].includes(asked))
    throw new WrongUsage(door.lang, usage => usage.notOneOf('GISHE_TRAINING', asked, ['1', '0']))
  return asked === '1'
}
