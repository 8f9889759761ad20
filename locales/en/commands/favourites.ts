import type { FavouritesCommands } from '../../bg/commands/favourites.ts'
import { bare } from '../command-text.ts'

export const favouritesCommands: FavouritesCommands = {
  'favourites list': {
    ...bare,
    does: 'Shows the favourite services of the desk by their digits',
    examples: [['gishe favourites list --desk 1', 'what the digits of desk 1 add']],
  },
  'favourites set': {
    ...bare,
    does: 'Puts a service on a digit from 1 to 9 of the desk',
    args: { digit: ['<digit>', '1 to 9'], code: ['<code>', 'number of the service'] },
    options: { speed: ['<speed>', 'normal, fast or express'] },
    examples: [['gishe favourites set 1 2016 --desk 1', 'the digit 1 adds service 2016']],
  },
  'favourites clear': {
    ...bare,
    does: 'Frees a digit of the desk',
    args: { digit: ['<digit>', '1 to 9'] },
    examples: [['gishe favourites clear 1', 'the digit 1 adds nothing any more']],
  },
}
