import type { PrintersCommands } from '../../bg/commands/printers.ts'
import { bare, LINE } from '../command-text.ts'

export const printersCommands: PrintersCommands = {
  'printers list': {
    ...bare,
    does: 'List the printers and how they are connected',
    examples: [['gishe printers list', 'which printers there are']],
  },
  'printers set': {
    ...bare,
    does: 'Add a printer or change its settings',
    more: 'Profiles: escpos-80, escpos-58, epson-80, datecs-ep, datecs-ep-euro, rongta-80, xprinter-80, text. "gishe printers test" shows which is right.',
    args: { name: ['<name>', 'name of the printer'] },
    options: { profile: ['<profile>', 'how it prints'], line: ['<line>', LINE] },
    examples: [
      [
        'gishe printers set desk1 --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'on a serial port',
      ],
      ['gishe printers set desk1 --profile epson-80 --line usb:/dev/usb/lp0', 'on USB'],
    ],
  },
}
