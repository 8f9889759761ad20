import type { BillsCommands } from '../../bg/commands/bills.ts'
import { bare, CSV } from '../command-text.ts'

export const billsCommands: BillsCommands = {
  'bills issue': {
    ...bare,
    does: 'Issue a bill for a request that is paid at the cash desk',
    more: 'For a service the amount is its fee unless another is given; anything else needs department, name and amount.',
    args: { number: ['<number>', 'number of the request: letters, digits, dashes, slashes, dots'] },
    options: {
      service: ['<service>', 'a service: [quantity*]code[:speed]'],
      department: ['<code>', 'code of a department, where it is no service'],
      name: ['<name>', 'what it is for, where it is no service'],
      amount: ['<amount>', 'the amount'],
      payer: ['<who>', 'payer: a personal number, an EIK, a name or the id of the register'],
      due: ['<day>', 'until when it is paid'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      ['gishe bills issue УСЛ-2026-00500 --service 2016 --payer "Асен Кехайов"', 'the fee of the service'],
      [
        'gishe bills issue РД-08-114 --department grao --name "Препис от архива" --amount 12.50',
        'anything else',
      ],
    ],
  },
  'bills list': {
    ...bare,
    does: 'List the bills that wait for their money',
    args: { text: ['[text...]', 'number of a bill, or number or a piece of the name of its payer'] },
    options: { csv: CSV },
    examples: [
      ['gishe bills list', 'all that wait'],
      ['gishe bills list Чаушева', 'of one payer'],
    ],
  },
  'bills withdraw': {
    ...bare,
    does: 'Withdraw a bill that still waits for its money',
    args: { number: ['<number>', 'its number'] },
    options: { reason: ['<reason>', 'why, in words'] },
    examples: [['gishe bills withdraw УСЛ-2026-00471 --reason "wrong fee"', 'it is not to be paid']],
  },
}
