import type { PrinterSetUpCommands } from '../../bg/commands/printer-set-up.ts'
import { bare } from '../command-text.ts'

export const printerSetUpCommands: PrinterSetUpCommands = {
  'printers test': {
    ...bare,
    does: 'Print a test page',
    args: { printer: ['[printer]', 'name of the printer; that of the desk unless given'] },
    options: { print: ['', 'wait until the page has come out'] },
    examples: [['gishe printers test --print', 'does the printer work']],
  },
}
