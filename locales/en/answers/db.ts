import type { DbAnswers } from '../../bg/answers/db.ts'

export const dbAnswers: DbAnswers = {
  progress: {
    making: 'Making the database…',
    starting: 'Starting the database…',
    migrating: 'Bringing the database to this version…',
    table: (table, at, of) => `${at}/${of} ${table}`,
  },
  dbStarted: (now, home) => `The database in ${home} ${now ? 'is started' : 'is running already'}.`,
  dbStopped: now => (now ? 'The database is stopped.' : 'The database was not running.'),
  dbUp: (where, server, town) =>
    [`The database ${where} is running.`, server, town && `Municipality of ${town}.`]
      .filter(Boolean)
      .join('\n'),
  dbDown: home =>
    `The database in ${home} is stopped. It starts by itself when needed, or with "gishe db start".`,
  dbNone: home => `There is no database in ${home} yet. Make it with "gishe init".`,
  dbBehind: 'The database is not of this version of the program: "gishe db migrate".',
  migrated: applied =>
    applied > 0 ? `Changes applied: ${applied}.` : 'The database is of this version already.',
  backedUp: (folder, rows, files, lost) =>
    [
      `The backup is in ${folder}: ${rows} rows${files > 0 ? `, ${files} files` : ''}.`,
      lost > 0 && `Files that are missing or damaged on the disk: ${lost}. See "gishe doctor".`,
    ]
      .filter(Boolean)
      .join('\n'),
  restored: (town, madeAt, rows, withoutPassword) =>
    [
      `The municipality of ${town} is restored from a backup of ${madeAt}: ${rows} rows.`,
      withoutPassword.length > 0 &&
        `These need a new password (gishe staff password …): ${withoutPassword.join(', ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
}
