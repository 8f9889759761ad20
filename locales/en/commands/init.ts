import type { InitCommands } from '../../bg/commands/init.ts'
import { LINE, NEW_PASSWORD } from '../command-text.ts'

export const initCommands: InitCommands = {
  init: {
    does: 'Make the town: municipality, first administrator, a desk and a printer',
    more: 'On a terminal it asks for whatever was not given. Run again it adds only what is missing. The password of the administrator comes from GISHE_ADMIN_PASSWORD, from the file, or is typed.',
    args: {},
    options: {
      demo: ['', 'a demo: Smolyan, three desks, staff of every post'],
      municipality: ['<name>', 'name or code of the municipality (Smolyan, SML31)'],
      admin: ['<login>', 'login of the first administrator (admin unless given)'],
      'admin-name': ['<name>', 'first and last name of the administrator'],
      'admin-password-file': ['<file>', NEW_PASSWORD],
      'desk-name': ['<name>', 'name of the desk; its number is given by --desk (1 unless given)'],
      'printer-name': ['<name>', 'name of the printer'],
      'printer-profile': ['<profile>', 'how it prints; see "gishe printers set --help"'],
      'printer-line': ['<line>', LINE],
    },
    examples: [
      ['gishe init', 'with questions, on a terminal'],
      ['gishe init --demo', 'a demo town'],
      [
        'gishe init --municipality Smolyan --admin admin --admin-name "Desislava Petrova" --desk 1 --desk-name "Ground floor" --printer-name desk1 --printer-profile escpos-80 --printer-line "serial:/dev/ttyUSB0?baud=19200"',
        'without questions; the password is in GISHE_ADMIN_PASSWORD',
      ],
    ],
  },
}
