import { command, type InOtherWords } from '../command-text.ts'

export const desksCommands = {
  'desks list': command({
    does: 'Показва касите, принтерите и терминалите им',
    examples: [['gishe desks list', 'кои каси има']],
  }),
  'desks set': command({
    does: 'Добавя каса или променя името, принтера или картовия ѝ терминал',
    args: { number: ['<номер>', 'номер на касата, 1 до 9999'] },
    options: {
      name: ['<име>', 'име на касата'],
      printer: ['<принтер>', 'име на принтера ѝ'],
      terminal: ['<TID>', 'номер на картовия терминал до нея'],
    },
    examples: [['gishe desks set 4 --name "Кметство Момчиловци" --printer "екран 1"', 'нова каса']],
  }),
}

export type DesksCommands = InOtherWords<typeof desksCommands>
