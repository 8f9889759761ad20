import type { DbCommands } from '../../bg/commands/db.ts'
import { bare } from '../command-text.ts'

export const dbCommands: DbCommands = {
  'db start': {
    ...bare,
    does: 'Start the embedded database (it starts by itself when needed)',
    examples: [['gishe db start', 'when the machine starts']],
  },
  'db stop': {
    ...bare,
    does: 'Stop the embedded database; what was begun is undone, what was recorded stays',
    examples: [['gishe db stop', 'before the machine is switched off']],
  },
  'db status': {
    ...bare,
    does: 'Say where the database is, whether it runs and which version it is',
    examples: [['gishe db status', 'where the data are']],
  },
  'db migrate': {
    ...bare,
    does: 'Bring the database to this version of the program',
    examples: [['gishe db migrate', 'after an update of the program']],
  },
  'db backup': {
    ...bare,
    does: 'Back up the database',
    more: 'The database for training is not in it: it is made anew with "gishe training make".',
    args: { folder: ['<folder>', 'a new folder for the backup'] },
    examples: [['gishe db backup /var/backups/gishe-2026-11-22', 'into a new folder']],
  },
  'db restore': {
    ...bare,
    does: 'Restore a backup into an empty database',
    args: { folder: ['<folder>', 'the folder of the backup'] },
    examples: [
      ['GISHE_HOME=/srv/gishe gishe db restore /var/backups/gishe-2026-11-22', 'into a new folder of data'],
    ],
  },
}
