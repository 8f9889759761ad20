import type { HeldTexts } from '../../bg/screens/held.ts'

export const held: HeldTexts = {
  title: 'Held baskets',
  recall: 'Recall',
  drop: 'Drop',
  empty: 'No baskets are held.',
  columns: ['Held', 'For whom', 'Lines', 'Cashier'],
  lost: lines =>
    `${lines === 1 ? 'One line can' : `${lines} lines can`} no longer be paid and left the basket.`,
  dropAgain: label => `Del once more drops "${label}" for ever.`,
  dropped: label => `Dropped: ${label}.`,
  help: [
    'Arrows choose, Enter brings the basket back to the desk.',
    'It stays in the list until it is paid. Del, pressed twice, drops it.',
  ],
}
