import type { PrintersCommands } from '../../bg/commands/printers.ts'
import { bare, LINE } from '../command-text.ts'

export const printersCommands: PrintersCommands = {
  'printers set': {
    ...bare,
    does: 'Add a printer or change its settings',
    more: '"gishe printers profiles" lists the profiles; "gishe printers test" shows which is right.',
    args: { name: ['<name>', 'name of the printer'] },
    options: {
      profile: ['<profile>', 'how it prints'],
      line: ['<line>', LINE],
      'stand-in': [
        '<printer|none>',
        'which printer takes over what waits while this one cannot; none: nobody',
      ],
      'printed-by': [
        '<desk|agent>',
        'desk: the program of the desk; agent: "gishe printers agent" beside the printer',
      ],
    },
    examples: [
      [
        'gishe printers set desk1 --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'on a serial port',
      ],
      ['gishe printers set desk1 --profile epson-80 --line usb:/dev/usb/lp0', 'on USB'],
      [
        'gishe printers set "Desk 1" --stand-in "Desk 2"',
        'without paper, receipts come out at the other desk',
      ],
    ],
  },
}
