export const dbAnswers = {
  progress: {
    making: 'Създавам базата данни…',
    starting: 'Пускам базата данни…',
    migrating: 'Привеждам базата към тази версия…',
    table: (table: string, at: number, of: number) => `${at}/${of} ${table}`,
  },
  dbStarted: (now: boolean, home: string) => `Базата данни в ${home} ${now ? 'е пусната' : 'вече работи'}.`,
  dbStopped: (now: boolean): string => (now ? 'Базата данни е спряна.' : 'Базата данни не работеше.'),
  dbUp: (where: string, server: string, town: string) =>
    [`Базата данни ${where} работи.`, server, town && `Община ${town}.`].filter(Boolean).join('\n'),
  dbDown: (home: string) => `Базата данни в ${home} е спряна. Тръгва сама при нужда или с „gishe db start“.`,
  dbNone: (home: string) => `В ${home} още няма база данни. Направете я с „gishe init“.`,
  dbBehind: 'Базата не е от тази версия на програмата: „gishe db migrate“.',
  migrated: (applied: number) =>
    applied > 0 ? `Приложени промени: ${applied}.` : 'Базата вече е от тази версия.',
  backedUp: (folder: string, rows: number, files: number, lost: number): string =>
    [
      `Резервното копие е в ${folder}: ${rows} записа${files > 0 ? `, ${files} файла` : ''}.`,
      lost > 0 && `Файлове, които вече липсват или са повредени на диска: ${lost}. Вижте „gishe doctor“.`,
    ]
      .filter(Boolean)
      .join('\n'),
  restored: (town: string, madeAt: string, rows: number, withoutPassword: readonly string[]): string =>
    [
      `Община ${town} е възстановена от копие от ${madeAt}: ${rows} записа.`,
      withoutPassword.length > 0 &&
        `Тези служители искат нова парола (gishe staff password …): ${withoutPassword.join(', ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
}

export type DbAnswers = typeof dbAnswers
