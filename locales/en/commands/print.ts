import type { PrintCommands } from '../../bg/commands/print.ts'
import { bare } from '../command-text.ts'

const JOB = ['<job>', 'the number from "gishe print jobs", or last'] as const

export const printCommands: PrintCommands = {
  'print jobs': {
    ...bare,
    does: 'List the papers to be printed, newest first',
    options: {
      owed: ['', 'only those not printed yet'],
      all: ['', 'of all desks, not only yours'],
      limit: ['<count>', 'at most so many (20 unless given)'],
    },
    examples: [['gishe print jobs --owed', 'what is waiting']],
  },
  'print resolve': {
    ...bare,
    does: 'Say whether an unsure paper came out',
    args: { job: JOB },
    options: { 'came-out': ['<yes|no>', 'yes: it came out; no: it is printed again'] },
    examples: [['gishe print resolve last --came-out yes', 'the receipt is in your hand']],
  },
  'print retry': {
    ...bare,
    does: 'Print an unsure or failed paper again that did not come out',
    args: { job: JOB },
    examples: [['gishe print retry last', 'after changing the roll']],
  },
  'print copy': {
    ...bare,
    does: 'Print a duplicate of an office paper that came out (a closing, a voucher): numbered, with whoever prints it',
    args: { job: JOB },
    examples: [['gishe print copy last', 'the closing that got lost']],
  },
  'print preview': {
    ...bare,
    does: 'Show a paper on the screen as it comes out on paper',
    args: { job: JOB },
    more: 'A terminal draws the QR code and a phone reads it; a pipe or a file has it in words.',
    options: {
      columns: ['<count>', 'width in characters (42 unless given)'],
      pdf: ['<file>', 'on A4 as PDF, with the barcode and the QR code'],
    },
    examples: [
      ['gishe print preview last', 'the latest paper'],
      ['gishe print preview last --pdf paper.pdf', 'a sheet for the folder'],
    ],
  },
}
