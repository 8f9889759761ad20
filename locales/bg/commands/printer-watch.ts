import { command, type InOtherWords } from '../command-text.ts'

export const printerWatchCommands = {
  'printers list': command({
    does: 'Показва принтерите: къде са, как са, кой ги замества',
    examples: [['gishe printers list', 'кои принтери има']],
  }),
  'printers status': command({
    does: 'Показва може ли принтерът да печата и какво му пречи',
    more: 'Където някоя програма печата, се показва какво е видяла тя; иначе се пита самото устройство, от този компютър. Изход 3, когато не може да печата.',
    args: { printer: ['[принтер]', 'име на принтера; без него тези на касата'] },
    examples: [
      ['gishe printers status', 'принтерът на касата'],
      ['gishe printers status "Каса 2" --json', 'за програми'],
    ],
  }),
  'printers watch': command({
    does: 'Следи принтерите, докато бъде спряна (Ctrl-C)',
    more: 'На терминал показва таблица, иначе ред за всяка промяна; с --json всеки ред е запис.',
    args: { printer: ['[принтер]', 'име на принтера; без него всички'] },
    examples: [
      ['gishe printers watch', 'всички принтери'],
      ['gishe printers watch --json >> printers.jsonl', 'дневник на промените'],
    ],
  }),
  'printers agent': command({
    does: 'Печата без касата, на компютъра до принтера, докато бъде спряна (SIGTERM, Ctrl-C)',
    more: 'С --desk печата на устройствата на каса, чиято програма работи на друг компютър (например през SSH); те трябва да са с --printed-by agent. С име печата на този принтер, когато никой друг не печата там. Чака базата, когато я няма.',
    args: { printer: ['[принтер]', 'име на принтера; без него тези на касата от --desk'] },
    examples: [
      ['gishe printers agent --desk 3', 'като услуга на компютъра с принтера'],
      ['gishe printers set "Каса 3" --printed-by agent', 'веднъж, от администратора'],
      ['gishe printers agent "Каса 1"', 'на този принтер, и когато касата не работи'],
    ],
  }),
}

export type PrinterWatchCommands = InOtherWords<typeof printerWatchCommands>
