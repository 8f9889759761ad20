import type { DesksCommands } from '../../bg/commands/desks.ts'
import { bare } from '../command-text.ts'

export const desksCommands: DesksCommands = {
  'desks list': {
    ...bare,
    does: 'List the desks, their printers and card terminals',
    examples: [['gishe desks list', 'which desks there are']],
  },
  'desks set': {
    ...bare,
    does: 'Add a desk or change its name, printer or card terminal',
    args: { number: ['<number>', 'number of the desk, 1 to 9999'] },
    options: {
      name: ['<name>', 'name of the desk'],
      printer: ['<printer>', 'name of its printer'],
      terminal: ['<TID>', 'number of the card terminal beside it'],
    },
    examples: [['gishe desks set 4 --name "Momchilovtsi" --printer "екран 1"', 'a new desk']],
  },
}
