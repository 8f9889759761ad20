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
  'printers set-up': {
    ...bare,
    does: 'Lead by the hand to the right settings of a printer: find the ports, try the speeds and the code pages, the width, the cutter and the drawer',
    more: 'Each question is answered with what is on the paper; a number chooses, Enter takes what is proposed, "=" prints the sheet again, "<" goes back, Ctrl-C gives up. Nothing is saved before the last answer.',
    examples: [['gishe printers set-up', 'a new printer beside the desk']],
  },
}
