import type { PaymentsCommands } from '../../bg/commands/payments.ts'
import { bare } from '../command-text.ts'

export const paymentsCommands: PaymentsCommands = {
  'payments take': {
    ...bare,
    does: 'Take a cash payment and print its receipt',
    more: 'A service is written [quantity*]code[:speed][=amount]; speed is fast or express; an amount is given only where there is no set fee. With the same --id a payment is not repeated.',
    options: {
      service: ['<service>', 'a service; may be repeated'],
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
    ],
  },
}
