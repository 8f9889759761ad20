import type { BasketsAnswers } from '../../bg/answers/baskets.ts'

export const basketsAnswers: BasketsAnswers = {
  baskets: {
    number: 'No',
    heldAt: 'Held',
    label: 'For whom',
    lines: 'Lines',
    cashier: 'Cashier',
    id: 'Id',
  },
  basketDropped: label => `The basket "${label}" is dropped.`,
  favourites: {
    digit: 'Digit',
    code: 'Code',
    name: 'Service',
    speed: 'Speed',
    notOffered: 'offered no longer',
  },
  favouriteSet: (digit, code) => `The digit ${digit} adds service ${code}.`,
  favouriteCleared: digit => `The digit ${digit} is free.`,
}
