import type { SettingsCommands } from '../../bg/commands/settings.ts'
import { bare } from '../command-text.ts'

export const settingsCommands: SettingsCommands = {
  'settings list': {
    ...bare,
    does: 'Show the limits and from when they hold',
    examples: [['gishe settings list', 'what holds today']],
  },
  'settings set': {
    ...bare,
    does: 'Set a limit from a day on',
    more: 'cash-limit: from this sum on cash is not taken (Limitation of Cash Payments Act, art. 3). till-limit: so much cash at most stays in one drawer. What was written does not change; a new limit holds from a later day.',
    args: {
      setting: ['<setting>', 'cash-limit or till-limit'],
      amount: ['<amount>', 'the limit, or none: no limit'],
    },
    options: {
      from: ['<day>', 'from when (today unless given)'],
      source: ['<act>', 'the act or order that says so'],
    },
    examples: [
      ['gishe settings set till-limit 2000 --source "Order RD-15-17" --user admin', 'from today'],
      [
        'gishe settings set cash-limit 5000 --from 2027-01-01 --source "Cash payments act, art. 3" --user admin',
        'from New Year',
      ],
    ],
  },
}
