import { command, type InOtherWords } from '../command-text.ts'

export const initCommands = {
  init: command({
    does: 'Прави общината: данни, пръв администратор, каса и принтер',
    more: 'На терминал пита за всичко, което не е посочено. Пуснато пак, добавя само липсващото. Паролата на администратора се взема от GISHE_ADMIN_PASSWORD, от файла или се въвежда.',
    options: {
      demo: ['', 'демо: община Смолян, три каси, служители от всички длъжности'],
      municipality: ['<име>', 'име или код на общината (Смолян, SML31)'],
      admin: ['<потребител>', 'потребителско име на първия администратор (по подразбиране admin)'],
      'admin-name': ['<име>', 'име и фамилия на администратора'],
      'admin-password-file': ['<файл>', 'файл с паролата му, достъпен само за Вас (chmod 600)'],
      'desk-name': ['<име>', 'име на касата; номерът ѝ се посочва с --desk (по подразбиране 1)'],
      'printer-name': ['<име>', 'име на принтера'],
      'printer-profile': ['<профил>', 'как печата; вижте „gishe printers set --help“'],
      'printer-line': [
        '<връзка>',
        'как е свързан: serial:/dev/ttyUSB0?baud=9600, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, file:/път, preview:',
      ],
    },
    examples: [
      ['gishe init', 'с въпроси на терминала'],
      ['gishe init --demo', 'демо община'],
      [
        'gishe init --municipality Смолян --admin admin --admin-name "Десислава Петрова" --desk 1 --desk-name "Каса партер" --printer-name касов --printer-profile escpos-80 --printer-line "serial:/dev/ttyUSB0?baud=19200"',
        'без въпроси; паролата е в GISHE_ADMIN_PASSWORD',
      ],
    ],
  }),
}

export type InitCommands = InOtherWords<typeof initCommands>
