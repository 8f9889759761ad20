import type { StartCommands } from '../../bg/commands/start.ts'
import { bare } from '../command-text.ts'

export const startCommands: StartCommands = {
  start: {
    ...bare,
    does: 'Open the program; where there is no town yet, make a demo one',
    more: 'Without a terminal it shows the main job once: opens a till, takes a payment, shows the receipt and the report of the day.',
    examples: [['gishe start', 'try the program']],
  },
}
