import type { PrinterProfilesCommands } from '../../bg/commands/printer-profiles.ts'
import { bare } from '../command-text.ts'

export const printerProfilesCommands: PrinterProfilesCommands = {
  'printers logo': {
    ...bare,
    does: "Send a printer the town's sign, which it keeps and prints",
    more: 'Sent once: the memory of the printer wears. The picture is a PNG, what is dark is printed; at most 320 dots high and as wide as the paper has dots (576 on 80 mm).',
    args: { printer: ['<printer>', 'name of the printer'], file: ['<file>', 'a PNG picture'] },
    options: { print: ['', 'wait until the sign has come out'] },
    examples: [['gishe printers logo desk1 arms.png --print', 'comes out on paper as a proof']],
  },
  'printers profiles': {
    ...bare,
    does: "List the profiles: the program's and the town's own",
    more: 'A profile says how a make prints: letters in a line, code page, blade, drawer, barcode and QR.',
    examples: [['gishe printers profiles', 'which profiles there are and where they are from']],
  },
  'printers show-profile': {
    ...bare,
    does: 'Show one profile as JSON, to begin one of your own from',
    args: { name: ['<profile>', 'name of the profile'] },
    examples: [['gishe printers show-profile escpos-80 > ours.json', 'a file to correct']],
  },
  'printers add-profile': {
    ...bare,
    does: "Add a profile of the town's own from a file, or change it",
    more: 'The file is JSON with the fields of show-profile and a name of its own. Desks with this profile print by it at once.',
    args: { file: ['<file>', 'the file with the profile'] },
    examples: [['gishe printers add-profile ours.json', 'then: gishe printers set desk1 --profile ours']],
  },
}
