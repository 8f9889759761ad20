import { command, type InOtherWords } from '../command-text.ts'

export const printerSetUpCommands = {
  'printers test': command({
    does: 'Печата пробна страница',
    args: { printer: ['[принтер]', 'име на принтера; без него този на касата'] },
    options: { print: ['', 'чака страницата да излезе'] },
    examples: [['gishe printers test --print', 'работи ли принтерът']],
  }),
}

export type PrinterSetUpCommands = InOtherWords<typeof printerSetUpCommands>
