export const registersAnswers = {
  registers: {
    index: 'Индекс',
    name: 'Регистър',
    official: 'Официален',
    template: 'Шаблон',
    replies: 'Отговори',
    last: 'Последен',
    example: 'Следващ номер',
    closed: 'Закрит',
    yes: 'да',
  },
  kinds: {
    code: 'Код',
    name: 'Вид документ',
    letters: 'Букви',
    mode: 'Какво прави',
    theme: 'Дело',
    offered: 'Предлага се',
    modes: { starts: 'започва услуга', continues: 'продължава', unsolicited: 'идва само' },
    yes: 'да',
    no: 'не',
  },
  nomenclature: {
    index: 'Индекс',
    name: 'Дело',
    retention: 'Срок',
    source: 'Основание',
    closed: 'Закрито',
    yes: 'да',
  },
  registerSet: (index: number, added: boolean) =>
    added ? `Регистър ${index} е добавен.` : `Регистър ${index} е променен; дадените номера остават.`,
  kindSet: (code: string, added: boolean) =>
    added ? `Вид „${code}“ е добавен.` : `Вид „${code}“ е променен.`,
  nomenclatureSet: (index: string, added: boolean) =>
    added ? `Дело ${index} е добавено.` : `Дело ${index} е променено.`,
}

export type RegistersAnswers = typeof registersAnswers
