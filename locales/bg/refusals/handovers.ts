import type { HandoversRefusals } from '../../../rules/refusals/handovers.ts'

export const handoversRefusals: {
  [Code in keyof HandoversRefusals]: (facts: HandoversRefusals[Code]) => string
} = {
  'paper.unknown': ({ text }) => `Няма предаване на „${text}“, което чака приемане от вас.`,
  'paper.on_the_way': ({ to, since }) =>
    `Хартията вече е предадена на ${to} (${since}) и чака приемане. Първо трябва да бъде приета.`,
  'paper.outside': ({ name, since }) =>
    `Хартията е извън общината, при ${name} от ${since}. Първо я приемете обратно.`,
  'paper.not_with_you': ({ name }) => `Хартията е при ${name}. Предава я този, при когото е.`,
  'paper.held_already': ({ name }) => `Хартията вече е при ${name}.`,
  'paper.borrower_needed': () => 'Посочете на кого се дава извън общината и с какво се е легитимирал.',
  'paper.back_in_the_past': () => 'Денят за връщане е минал. Посочете днес или ден след него.',
  'paper.not_for_you': () => 'Хартията не е предадена на вас или на вашето звено. Приема я посоченият.',
  'paper.taken': ({ name, at }) => `Хартията вече е приета от ${name} на ${at}.`,
}
