export const papers = {
  title: 'Печат',
  cameOut: 'Излезе',
  printAgain: 'Не излезе',
  duplicate: 'Дубликат',
  copyMark: (copy: number): string => `Д${copy}`,
  duplicated: (copy: number): string => `Печата се дубликат № ${copy}.`,
  none: 'Още няма документи.',
  askCameOut: 'Излезе ли? F3 да, F4 не.',
  markedPrinted: 'Отбелязано: документът е излязъл.',
  printedAgain: 'Документът се печата отново.',
  states: {
    queued: 'чака',
    sending: 'печата се',
    printed: 'отпечатан',
    sent: 'изпратен',
    shown: 'на екрана',
    failed: 'неуспешен',
    unsure: 'под въпрос',
  },
  help: [
    'Стрелките избират документ, PageUp и PageDown го превъртат.',
    '«отпечатан»: принтерът потвърди. «изпратен»: принтерът не може да потвърди.',
    '«под въпрос»: печатът е прекъснат. Погледнете принтера:',
    '    F3: излезе. F4: не излезе и се печата отново.',
    'F5 печата дубликат, който казва, че е дубликат, кой поред и от кого.',
  ],
}

export type PapersTexts = typeof papers
