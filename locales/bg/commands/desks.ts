import { command, type InOtherWords } from '../command-text.ts'

export const desksCommands = {
  'desks list': command({
    does: 'Показва касите и принтерите им',
    examples: [['gishe desks list', 'кои каси има']],
  }),
  'desks set': command({
    does: 'Добавя каса или променя името и принтера ѝ',
    args: { number: ['<номер>', 'номер на касата, 1 до 9999'] },
    options: {
      name: ['<име>', 'име на касата'],
      printer: ['<принтер>', 'име на принтера ѝ'],
    },
    examples: [['gishe desks set 4 --name "Кметство Момчиловци" --printer "екран 1"', 'нова каса']],
  }),
}

export type DesksCommands = InOtherWords<typeof desksCommands>
