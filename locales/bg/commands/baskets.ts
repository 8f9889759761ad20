import { command, type InOtherWords } from '../command-text.ts'

export const basketsCommands = {
  'baskets list': command({
    does: 'Показва оставените за после кошници на касата',
    examples: [['gishe baskets list --desk 2', 'какво чака на каса 2']],
  }),
  'baskets drop': command({
    does: 'Маха оставена кошница, за която никой няма да дойде',
    args: { basket: ['<кошница>', 'редът ѝ в „gishe baskets list“ или номерът ѝ от --json'] },
    examples: [['gishe baskets drop 1', 'първата в списъка']],
  }),
}

export type BasketsCommands = InOtherWords<typeof basketsCommands>
