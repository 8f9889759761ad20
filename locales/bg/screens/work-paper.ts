/** Where a paper is, and handing it over. */
export const paper = {
  title: (number: string): string => `Хартията на ${number}`,
  document: 'Документ',
  where: 'Къде е',
  columns: ['Дадена', 'От', 'На', 'Приета'],
  never: 'Още не е предавана.',
  takenAt: (at: string): string => at,
  notTaken: 'не е приета',
  take: 'Приеми',
  taken: (number: string): string => `Хартията на ${number} е при вас.`,
  hand: 'Предай',
  handTitle: 'Предаване на хартия',
  to: 'На кого',
  whomHint: 'име или звено',
  whereTo: 'Къде',
  inside: 'в общината',
  outside: 'извън общината',
  name: 'Име',
  identity: 'Показа',
  identityHint: 'лична карта, служебна карта №',
  backBy: 'Връща до',
  note: 'Бележка',
  handed: (number: string, to: string): string =>
    `Хартията на ${number} е на път към ${to}; чака да бъде приета.`,
  help: [
    'Къде е хартията сега, от кога, и по какъв път е стигнала дотам. Дава я онзи, у когото е; приема я онзи, на когото е дадена.',
    'F8 предава хартията, а когато е на път към вас, я приема. Извън общината се дава срещу документ и с ден за връщане.',
    'Като команда: gishe papers where',
  ],
}

/** The lists of papers. */
export const papers = {
  title: 'Хартия',
  boxes: { to_take: 'За приемане', given: 'Дадени, неприети', outside: 'Извън общината', held: 'При мен' },
  columns: ['Дадена', 'Документ', 'Относно', 'От'],
  columnsGiven: ['Дадена', 'Документ', 'Относно', 'На'],
  empty: {
    to_take: 'Няма хартия на път към вас.',
    given: 'Всичко, което сте дали, е прието.',
    outside: 'Няма хартия извън общината.',
    held: 'При вас няма предадена хартия.',
  },
  back: (day: string, isLate: boolean): string =>
    isLate ? `трябваше да е върната до ${day}` : `връща се до ${day}`,
  open: 'Път',
  turn: 'Списък',
  take: 'Приеми',
  taken: (number: string): string => `Хартията на ${number} е при вас.`,
  help: [
    'Хартията, която е на път към вас или звеното ви, която сте дали, която е навън, която е при вас (←→ или Tab).',
    'F8 приема избраната. Enter показва пътя ѝ. Като команда: gishe papers list',
  ],
}

/** The weekly review. */
export const review = {
  title: 'Седмичен преглед',
  head: (from: string, until: string, reviewed: number, all: number): string =>
    `${from} – ${until} · прегледани ${reviewed} от ${all}${reviewed < all ? `, остават ${all - reviewed}` : ''}`,
  columns: ['Състояние', 'Срок', 'Преписка', 'Задача', 'Оценка'],
  empty: 'През тази седмица няма задачи.',
  openCase: 'Преписка',
  earlier: 'Предишна',
  later: 'Следваща',
  all: 'Всички',
  onlyUnreviewed: 'Остават',
  reviewed: (verdict: string): string => `Записано: ${verdict}.`,
  verdictTitle: 'Оценка от прегледа',
  verdict: 'Оценка',
  note: 'Бележка',
  noteHint: 'какъв е проблемът',
  who: 'При',
  write: 'Запиши',
  help: [
    'Задачите през седмицата, както стоят в края ѝ (чл. 113–118 НОДА). Цифрата записва оценката на избраната; проблем се казва с думи.',
    '←→ сменят седмицата, F2 показва само непрегледаните. Нова оценка не заличава старата.',
    'Протоколът: gishe control protocol',
  ],
}
