import type { PayerTexts, PriceTexts } from '../../bg/screens/payer.ts'

export const payer: PayerTexts = {
  title: 'Payer',
  other: 'Another payer: type a number or a name',
  paidBy: 'Somebody else hands over the money',
  nameless: 'A new payer without a number',
  remove: 'No payer',
}

export const price: PriceTexts = {
  title: code => `Another price of service ${code}`,
  published: 'By the tariff',
  newPrice: 'New price',
  priceHint: 'e.g. 12.50',
  reason: 'Reason',
  reasonHint: 'why the price is another',
  forward: 'Next',
  agree: 'Confirm',
  help: [
    'Type the new price of one and why it is another.',
    'The head confirms here, with their own user and password.',
    'Tab and the arrows change the field. The price is good for this basket only.',
  ],
}
