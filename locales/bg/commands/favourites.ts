import { command, type InOtherWords } from '../command-text.ts'

export const favouritesCommands = {
  'favourites list': command({
    does: 'Показва любимите услуги на касата по цифри',
    examples: [['gishe favourites list --desk 1', 'какво добавят цифрите на каса 1']],
  }),
  'favourites set': command({
    does: 'Слага услуга на цифра от 1 до 9 на касата',
    args: { digit: ['<цифра>', '1 до 9'], code: ['<код>', 'номер на услугата'] },
    options: { speed: ['<скорост>', 'normal, fast или express'] },
    examples: [['gishe favourites set 1 2016 --desk 1', 'цифрата 1 добавя услуга 2016']],
  }),
  'favourites clear': command({
    does: 'Освобождава цифра на касата',
    args: { digit: ['<цифра>', '1 до 9'] },
    examples: [['gishe favourites clear 1', 'цифрата 1 вече не добавя нищо']],
  }),
}

export type FavouritesCommands = InOtherWords<typeof favouritesCommands>
