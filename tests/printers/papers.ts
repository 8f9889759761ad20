import type { Paper } from '../../rules/papers/paper.ts'

/** Everything a paper can hold, in few lines. */
export const fullPaper: Paper = {
  kind: 'receipt',
  title: 'Квитанция 1',
  blocks: [
    { text: 'ОБЩИНА ТРОЯН', align: 'center', bold: true, large: true },
    { text: 'Квитанция № 000123 „оригинал“ – ѝ § 5', align: 'center' },
    { rule: '=' },
    { left: 'Такса битови отпадъци за 2026 г.', right: '1\u00a0234,56 €' },
    { left: 'Лихва', right: '0,05 €', bold: true },
    { feed: 1 },
    { text: 'Благодарим!', align: 'right' },
    { rule: '-' },
    { drawer: true },
  ],
}

export const paperSaying = (text: string): Paper => ({ kind: 'test-page', title: text, blocks: [{ text }] })
