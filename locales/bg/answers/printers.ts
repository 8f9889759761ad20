export const printersAnswers = {
  printerSet: (name: string, added: boolean) =>
    `Принтерът „${name}“ е ${added ? 'добавен' : 'променен'}. Проверете го с „gishe printers test --print“.`,
}

export type PrintersAnswers = typeof printersAnswers
