import type { BasketsCommands } from '../../bg/commands/baskets.ts'
import { bare } from '../command-text.ts'

export const basketsCommands: BasketsCommands = {
  'baskets list': {
    ...bare,
    does: 'Shows the baskets that are held at the desk',
    examples: [['gishe baskets list --desk 2', 'what waits at desk 2']],
  },
  'baskets drop': {
    ...bare,
    does: 'Drops a held basket that nobody will come back for',
    args: { basket: ['<basket>', 'its row in `gishe baskets list`, or its id from --json'] },
    examples: [['gishe baskets drop 1', 'the first of the list']],
  },
}
