import { command, type InOtherWords } from '../command-text.ts'

export const printersCommands = {
  'printers list': command({
    does: 'Показва принтерите и как са свързани',
    examples: [['gishe printers list', 'кои принтери има']],
  }),
  'printers set': command({
    does: 'Добавя принтер или променя настройките му',
    more: 'Профилите показва „gishe printers profiles“; кой е верният показва „gishe printers test“.',
    args: { name: ['<име>', 'име на принтера'] },
    options: {
      profile: ['<профил>', 'как печата'],
      line: [
        '<връзка>',
        'как е свързан: serial:/dev/ttyUSB0?baud=9600&flow=rtscts, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, http://10.0.0.7:8001/printers/dt517985 (ErpNet.FP), file:/път/до/файл, preview:',
      ],
    },
    examples: [
      [
        'gishe printers set касов --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'на сериен порт',
      ],
      ['gishe printers set касов --profile epson-80 --line usb:/dev/usb/lp0', 'на USB'],
    ],
  }),
}

export type PrintersCommands = InOtherWords<typeof printersCommands>
