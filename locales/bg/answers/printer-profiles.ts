export const printerProfilesAnswers = {
  profiles: {
    columns: {
      name: 'Профил',
      columns: 'Букви',
      page: 'Страница',
      euro: 'Евро',
      whose: 'Чий',
      source: 'Откъде',
    },
    ofProgram: 'на програмата',
    ofTown: 'на общината',
  },
  logoQueued: (printer: string) =>
    `Знакът чака на принтер „${printer}“. Праща го касата или „gishe printers agent“.`,
  profileSet: (name: string, added: boolean) =>
    `Профилът „${name}“ е ${added ? 'добавен' : 'променен'}. Сложете го с „gishe printers set … --profile ${name}“ и пуснете пробна страница.`,
}

export type PrinterProfilesAnswers = typeof printerProfilesAnswers
