import { command, type InOtherWords } from '../command-text.ts'

export const printersCommands = {
  'printers set': command({
    does: 'Добавя принтер или променя настройките му',
    more: 'Профилите показва „gishe printers profiles“; кой е верният показва „gishe printers test“.',
    args: { name: ['<име>', 'име на принтера'] },
    options: {
      profile: ['<профил>', 'как печата'],
      line: [
        '<връзка>',
        'как е свързан: serial:/dev/ttyUSB0?baud=9600&flow=rtscts, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, http://10.0.0.7:8001/printers/dt517985 (ErpNet.FP), share:\\\\компютър\\принтер (Windows), file:/път/до/файл, preview:',
      ],
      'stand-in': ['<принтер|none>', 'кой принтер поема чакащото, докато този не може; none: никой'],
      'printed-by': ['<desk|agent>', 'desk: програмата на касата; agent: „gishe printers agent“ до принтера'],
    },
    examples: [
      [
        'gishe printers set касов --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'на сериен порт',
      ],
      ['gishe printers set касов --profile epson-80 --line usb:/dev/usb/lp0', 'на USB'],
      ['gishe printers set "Каса 1" --stand-in "Каса 2"', 'без хартия квитанциите излизат на другата каса'],
    ],
  }),
}

export type PrintersCommands = InOtherWords<typeof printersCommands>
