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
  'services show': {
    ...bare,
    does: 'Show one service: fees, terms and from which day it needs a fiscal receipt',
    args: { code: ['<code>', 'code of the service'] },
    examples: [['gishe services show 10001', 'with its fiscal receipt by days']],
  },
  'services set-fiscal': {
    ...bare,
    does: 'Set whether a service needs a fiscal receipt from a day on',
    more: 'Which revenues are sales is decided by the chief accountant of the municipality (VAT Act, Ordinance N-18). Unless told otherwise a service needs no fiscal receipt. What was said does not change; something else is said from a later day.',
    args: { code: ['<code>', 'code of the service'] },
    options: {
      'tax-group': ['<letter>', 'tax group of the device: «А», «Б», «В» … «З» (or 1–8)'],
      none: ['', 'no fiscal receipt'],
      from: ['<day>', 'from which day (today unless given)'],
      ground: ['<text>', 'on what ground: an order, an instruction'],
    },
    examples: [
      [
        'gishe services set-fiscal 10001 --tax-group Б --from 2026-12-01 --ground "Instruction 12/2026"',
        'the rent of a hall has a fiscal receipt from 1 December',
      ],
      ['gishe services set-fiscal 10001 --none --from 2027-01-01 --ground "Order 7"', 'no longer'],
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
