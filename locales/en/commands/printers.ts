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
    more: '"gishe printers profiles" lists the profiles; "gishe printers test" shows which is right.',
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
