import type { ServicesCommands } from '../../bg/commands/services.ts'
import { bare, CSV } from '../command-text.ts'

export const servicesCommands: ServicesCommands = {
  'services list': {
    ...bare,
    does: 'List the services with the fees of today',
    options: { csv: CSV },
    examples: [['gishe services list --csv', 'the catalogue as a table']],
  },
  'services find': {
    ...bare,
    does: 'Find services by code or by parts of the name',
    args: { text: ['<text...>', 'a code or words, in any case'] },
    options: { csv: CSV },
    examples: [
      ['gishe services find heirs', 'by a word'],
      ['gishe services find 20', 'by the beginning of the code'],
    ],
  },
  'services set-payer': {
    ...bare,
    does: 'Set whether a payment for a service needs a payer',
    args: { code: ['<code>', 'code of the service'], whether: ['<whether>', 'required or optional'] },
    examples: [['gishe services set-payer 2112 required', 'a building permit is paid by name only']],
  },
  'services set-fee': {
    ...bare,
    does: 'Set the fee of a service from a day on',
    args: {
      code: ['<code>', 'code of the service'],
      amount: ['[amount]', 'the fee in euro; not needed with --open'],
    },
    options: {
      speed: ['<speed>', 'normal, fast or express (normal unless given)'],
      from: ['<day>', 'from which day (today unless given)'],
      'per-unit': ['', 'the fee is for one unit'],
      open: ['', 'the amount is typed when paid'],
    },
    examples: [
      ['gishe services set-fee 2016 5.11', 'from today'],
      ['gishe services set-fee 2016 7.67 --speed fast --from 2027-01-01', 'the fast service from New Year'],
    ],
  },
}
