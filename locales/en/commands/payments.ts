import type { PaymentsCommands } from '../../bg/commands/payments.ts'
import { bare } from '../command-text.ts'

export const paymentsCommands: PaymentsCommands = {
  'payments take': {
    ...bare,
    does: 'Take a payment and print its receipt',
    more: 'A service is written [quantity*]code[:speed][=amount]; speed is fast or express; an amount is given only where there is no set fee. A bill is given by its number. What is not paid by card or bank is cash. With the same --id a payment is not repeated.',
    options: {
      service: ['<service>', 'a service; may be repeated'],
      bill: ['<number>', 'a bill that waits for its money; may be repeated'],
      payer: ['<who>', 'payer: a personal number, an EIK, a name or the id of the register'],
      'paid-by': ['<name>', 'who brought the money, where it is not the payer'],
      card: ['<amount:TID:AC:RRN:digits>', 'by card, as the terminal slip says; may be repeated'],
      bank: ['<amount:reference>', 'by bank transfer; may be repeated'],
      given: ['<amount>', 'cash given (the exact sum unless given)'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
      print: ['', 'wait until the receipt has come out of the printer'],
    },
    examples: [
      ['gishe payments take --service 2016 --given 20', 'one service, 20 € given'],
      [
        'gishe payments take --service 2*2037:fast --service 2396',
        'two fast ones and a normal one, exact sum',
      ],
      [
        'gishe payments take --bill УСЛ-2026-00412 --payer "Мария Чаушева" --card 5.11:16P00001:A1B2C3:123456789012:4242',
        'a bill paid by card',
      ],
    ],
  },
}
