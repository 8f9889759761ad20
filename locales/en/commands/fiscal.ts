import type { FiscalCommands } from '../../bg/commands/fiscal.ts'
import { bare, CSV } from '../command-text.ts'

const DEVICE = ['[device]', 'name of the device (that of the desk unless given)'] as const

export const fiscalCommands: FiscalCommands = {
  'fiscal set-up': {
    ...bare,
    does: 'Make a printer a fiscal device, or change who works with it',
    more: 'The password of the operator is asked on the terminal, read from a file or from GISHE_OPERATOR_PASSWORD, never written on the command line. The number is on the seal of the device; each USN begins with it.',
    args: { printer: ['<printer>', 'name from "gishe printers list", with the profile of a fiscal device'] },
    options: {
      number: ['<number>', 'individual number: two letters and six digits (DT000600)'],
      operator: ['<number>', 'operator in the device (1 unless given)'],
      'operator-password-file': [
        '<file>',
        'file with the password of the operator, readable by you alone (chmod 600)',
      ],
    },
    examples: [
      [
        'gishe printers set fd1 --profile datecs-fp --line "serial:/dev/ttyUSB0?baud=115200"',
        'the printer first',
      ],
      ['gishe fiscal set-up fd1 --number DT000600 --operator 1', 'then the device; asks for the password'],
    ],
  },
  'fiscal give': {
    ...bare,
    does: 'Say which fiscal device stands at a desk',
    args: { desk: ['<desk>', 'number of the desk'], device: ['<device>', 'its name or none'] },
    examples: [
      ['gishe fiscal give 2 fd1', 'desk 2 issues fiscal receipts with fd1'],
      ['gishe fiscal give 2 none', 'no device any more'],
    ],
  },
  'fiscal status': {
    ...bare,
    does: 'Ask the fiscal device how it is: numbers, clock, last document, cash',
    args: { device: DEVICE },
    examples: [['gishe fiscal status', 'at your own desk']],
  },
  'fiscal x': {
    ...bare,
    does: 'Print the daily report without reset (X) of the fiscal device',
    args: { device: DEVICE },
    examples: [['gishe fiscal x', 'at any time']],
  },
  'fiscal z': {
    ...bare,
    does: 'Print the daily report with reset (Z) and close the day of the fiscal device',
    args: { device: DEVICE },
    options: { yes: ['', 'without asking'] },
    examples: [['gishe fiscal z --yes', 'at the end of the day']],
  },
  'fiscal cash-in': {
    ...bare,
    does: 'Put cash into the fiscal device',
    more: 'The till of the cashier does not change: that is "gishe till pay-in".',
    args: { amount: ['<amount>', 'in euro'], device: DEVICE },
    examples: [['gishe fiscal cash-in 50', 'so that there is something to reverse from']],
  },
  'fiscal cash-out': {
    ...bare,
    does: 'Take cash out of the fiscal device',
    more: 'The till of the cashier does not change: that is "gishe till pay-out".',
    args: { amount: ['<amount>', 'in euro'], device: DEVICE },
    examples: [['gishe fiscal cash-out 120.50', 'before the Z report']],
  },
  'fiscal clock': {
    ...bare,
    does: 'Show the clock of the fiscal device and set it',
    more: 'Devices take no new time when they sold something since the last Z report.',
    args: { device: DEVICE },
    options: { set: ['', 'by the clock of this machine'] },
    examples: [
      ['gishe fiscal clock', 'how far off it is'],
      ['gishe fiscal clock --set', 'set it'],
    ],
  },
  'fiscal end-receipt': {
    ...bare,
    does: 'End a receipt that was left open in the fiscal device',
    more: 'Cancels it; one that is paid already is closed. For a receipt of another program or after the device stopped half-way.',
    args: { device: DEVICE },
    examples: [['gishe fiscal end-receipt', 'after "receipt open"']],
  },
  'fiscal documents': {
    ...bare,
    does: 'List what the fiscal devices issued',
    options: {
      day: ['[day]', 'one day (today unless given)'],
      month: ['[month]', 'one month'],
      from: ['<day>', 'from'],
      to: ['<day>', 'to'],
      csv: CSV,
    },
    examples: [['gishe fiscal documents --month --csv', 'for the accountants']],
  },
  'fiscal tell': {
    ...bare,
    does: 'Tell the number of a fiscal receipt that the device could not tell',
    more: 'A person reads it on the receipt. The receipt then counts as out and can be reversed.',
    args: { job: ['<paper>', 'the number from "gishe print jobs" or last'] },
    options: {
      document: ['<number>', 'number of the fiscal receipt'],
      memory: ['<number>', 'number of the fiscal memory (the last known one unless given)'],
      at: ['<time>', 'when it was issued: "2026-11-22 14:03" (when it was printed unless given)'],
    },
    examples: [['gishe fiscal tell last --document 0000123', 'the receipt is in your hand']],
  },
}
