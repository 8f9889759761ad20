/** What the frame around every screen says. */
export const frame = {
  program: 'Гише',
  /** What the F keys mean on every screen of the cash desk that has them. */
  functionKeys: {
    f1: 'Помощ',
    f2: 'Вариант',
    f3: 'Брой',
    f4: 'Сума',
    f5: 'Махни',
    f6: 'Квитанции',
    f7: 'Справки',
    f8: 'Плати',
    f9: 'Остави',
    f10: 'Меню',
    f11: 'Платец',
    f12: 'Изход',
  },
  /** The same for whoever works with documents: clerks, officers, heads. */
  registryKeys: {
    f1: 'Помощ',
    f2: 'Вариант',
    f3: 'Ново',
    f4: 'Хартия',
    f5: 'Върни',
    f6: 'Търси',
    f7: 'Справки',
    f8: 'Запиши',
    f9: 'Действия',
    f10: 'Меню',
    f11: 'Лице',
    f12: 'Изход',
  },
  /** Stands in the top bar of every screen of a practice session. */
  training: 'ОБУЧЕНИЕ',
  /** Under a paper that does not fit on the screen. */
  paper: {
    below: (lines: number): string => `▼ надолу има още (PgDn), редове: ${lines}`,
    end: '▲ край на листа (PgUp)',
  },
  helpTitle: 'Помощ',
  helpCloses: 'Всеки клавиш затваря помощта.',
  back: 'Назад',
  working: 'работи…',
  connectionLost: 'Няма връзка с базата. Опитвам отново… (Esc спира)',
  connectionBack: 'Връзката с базата е възстановена.',
  stopped: 'Спряно без връзка. Може вече да е записано: повторете, за да се види.',
  bug: (incident: string): string => `Грешка в програмата, номер ${incident}. Работата продължава.`,
  notTaken: 'Натиснатото след това не е взето.',
  onceMore: 'Има незавършена работа. Още веднъж Ctrl-C за изход.',
  brokenScreen: 'Екранът не може да се покаже',
  tooSmall: (columns: number, rows: number): string =>
    `Увеличете прозореца поне до ${columns}×${rows}. Нищо не е загубено.`,
}

export type FrameTexts = typeof frame
