import { command, type InOtherWords } from '../command-text.ts'

export const printCommands = {
  'print jobs': command({
    does: 'Показва документите за печат, най-новите първи',
    options: {
      owed: ['', 'само неотпечатаните'],
      all: ['', 'на всички каси, не само на Вашата'],
      limit: ['<брой>', 'най-много толкова (по подразбиране 20)'],
    },
    examples: [['gishe print jobs --owed', 'какво чака']],
  }),
  'print resolve': command({
    does: 'Казва дали документ с неясен печат е излязъл',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    options: { 'came-out': ['<yes|no>', 'yes: излязъл е; no: печата се отново'] },
    examples: [['gishe print resolve last --came-out yes', 'квитанцията е в ръката Ви']],
  }),
  'print retry': command({
    does: 'Печата отново документ с неясен или неуспешен печат, който не е излязъл',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    examples: [['gishe print retry last', 'след смяна на хартията']],
  }),
  'print copy': command({
    does: 'Печата дубликат на излязъл служебен документ (приключване, касов ордер): номериран, с името на този, който го печата',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    examples: [['gishe print copy last', 'изгубеното приключване']],
  }),
  'print preview': command({
    does: 'Показва документ на екрана, както излиза на хартия',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    more: 'На терминал QR кодът се чертае и телефонът го чете; в тръба и файл е с думи.',
    options: {
      columns: ['<брой>', 'ширина в знаци (по подразбиране 42)'],
      pdf: ['<файл>', 'на A4 в PDF, с баркода и QR кода'],
    },
    examples: [
      ['gishe print preview last', 'последният документ'],
      ['gishe print preview last --pdf document.pdf', 'на лист за папката'],
    ],
  }),
}

export type PrintCommands = InOtherWords<typeof printCommands>
