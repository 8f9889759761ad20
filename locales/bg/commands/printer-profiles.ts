import { command, type InOtherWords } from '../command-text.ts'

export const printerProfilesCommands = {
  'printers logo': command({
    does: 'Праща на принтера знака на общината, който той пази и печата',
    more: 'Праща се веднъж: паметта на принтера се износва. Картината е PNG, тъмното се печата; най-много 320 точки висока и колкото точки е широка хартията (576 на 80 мм).',
    args: { printer: ['<принтер>', 'име на принтера'], file: ['<файл>', 'картина PNG'] },
    options: { print: ['', 'чака знака да излезе'] },
    examples: [['gishe printers logo касов герб.png --print', 'излиза на хартия за проба']],
  }),
  'printers profiles': command({
    does: 'Показва профилите: на програмата и на общината',
    more: 'Профилът казва как печата една марка: букви на ред, кодова страница, нож, чекмедже, баркод и QR.',
    examples: [['gishe printers profiles', 'кои профили има и откъде са']],
  }),
  'printers show-profile': command({
    does: 'Показва един профил като JSON, от който да се започне свой',
    args: { name: ['<профил>', 'име на профила'] },
    examples: [['gishe printers show-profile escpos-80 > наш.json', 'файл, който да се поправи']],
  }),
  'printers add-profile': command({
    does: 'Добавя свой профил от файл или променя го',
    more: 'Файлът е JSON с полетата на show-profile и със свое име. Касите с този профил печатат по него веднага.',
    args: { file: ['<файл>', 'файл с профила'] },
    examples: [['gishe printers add-profile наш.json', 'после: gishe printers set касов --profile наш']],
  }),
}

export type PrinterProfilesCommands = InOtherWords<typeof printerProfilesCommands>
