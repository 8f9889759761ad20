import type { FavouritesTexts } from '../../bg/screens/favourites.ts'

export const favourites: FavouritesTexts = {
  title: 'Favourite services',
  service: 'Service',
  hint: 'number of a service for the chosen digit',
  put: 'Put',
  speed: 'Speed',
  clear: 'Free',
  free: '–',
  set: (digit, code) => `The digit ${digit} adds service ${code}.`,
  cleared: digit => `The digit ${digit} is free.`,
  help: [
    'Arrows choose a digit. Type the number of the service and Enter.',
    'F2 changes the speed of the chosen one, Delete frees it.',
    'At the desk the digit and Enter add the service, for everybody at this desk.',
  ],
}
