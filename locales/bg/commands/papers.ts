import { command, type InOtherWords } from '../command-text.ts'

const DOCUMENT = ['<документ>', 'номер на документа; може и от баркода'] as const

export const papersCommands = {
  'papers hand': command({
    does: 'Предава хартиен документ на служител, на звено или извън общината',
    more: 'Предаването има две страни: докато не бъде приета, хартията е на път.',
    args: { document: DOCUMENT },
    options: {
      to: ['<кой>', 'потребител, име или код на звено'],
      outside: ['<име>', 'на кого извън общината'],
      identity: ['<документ>', 'с какво се е легитимирал'],
      'back-by': ['<ден>', 'до кога се връща'],
      note: ['<текст>', 'бележка'],
      id: ['<UUID>', 'номер на предаването от скрипта: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe papers hand 1-17-22.11.2026 --to grao1', 'на колега'],
      [
        'gishe papers hand 1-17-22.11.2026 --outside "адв. Петров" --identity "карта 1234" --back-by 30.11.2026',
        'извън общината',
      ],
    ],
  }),
  'papers take': command({
    does: 'Приема хартиен документ, предаден на вас или на звеното ви; и връщане отвън',
    args: { document: DOCUMENT },
    examples: [['gishe papers take 1-17-22.11.2026', 'вече е при мен']],
  }),
  'papers where': command({
    does: 'Казва къде е хартията: при кого и от кога, или на път към кого',
    args: { document: DOCUMENT },
    examples: [['gishe papers where 1-17-22.11.2026', 'един ред; с --json и цялата история']],
  }),
  'papers list': command({
    does: 'Показва хартиите, които чакат приемане от вас',
    options: {
      box: [
        '<кои>',
        'to-take (по подразбиране), given (дадени от мен, неприети), outside (извън общината), held (при мен)',
      ],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe papers list', 'какво имам да приема'],
      ['gishe papers list --box outside', 'какво е извън общината'],
    ],
  }),
}

export type PapersCommands = InOtherWords<typeof papersCommands>
