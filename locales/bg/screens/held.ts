/** The baskets that wait for their customers. */
export const held = {
  title: 'Оставени кошници',
  recall: 'Върни',
  drop: 'Махни',
  empty: 'Няма оставени кошници.',
  columns: ['Оставена', 'За кого', 'Реда', 'Касиер'],
  lost: (lines: number): string =>
    `${lines === 1 ? 'Един ред вече не се плаща и е махнат' : `${lines} реда вече не се плащат и са махнати`} от кошницата.`,
  dropAgain: (label: string): string => `Del още веднъж маха „${label}“ завинаги.`,
  dropped: (label: string): string => `Махната: ${label}.`,
  help: [
    'Стрелките избират, Enter връща кошницата на касата.',
    'Тя остава в списъка, докато се плати. Del, натиснат два пъти, я маха.',
  ],
}

export type HeldTexts = typeof held
