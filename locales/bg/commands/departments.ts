import { command, type InOtherWords } from '../command-text.ts'

export const departmentsCommands = {
  'departments tree': command({
    does: 'Показва структурата: дирекции, отдели, кметства и хората в тях',
    options: { closed: ['', 'и закритите звена'] },
    examples: [['gishe departments tree', 'кой къде работи и кой кого замества днес']],
  }),
  'departments add': command({
    does: 'Добавя звено в структурата',
    args: { code: ['<код>', 'малки латински букви, цифри и тире; не се променя после'] },
    options: {
      name: ['<име>', 'името на български'],
      'name-en': ['<име>', 'името на английски (по подразбиране същото)'],
      kind: ['<вид>', 'directorate, department, mayoralty или centre (по подразбиране department)'],
      under: ['<код>', 'звеното, под което е; без него е самостоятелно'],
      settlement: ['<място>', 'населеното място на кметство: име или код по ЕКАТТЕ'],
    },
    examples: [
      ['gishe departments add kadastar --name "Отдел „Кадастър“" --under tsu', 'отдел'],
      [
        'gishe departments add mogilitsa --kind mayoralty --name "Кметство с. Могилица" --settlement Могилица',
        'кметство',
      ],
    ],
  }),
  'departments change': command({
    does: 'Преименува звено или го премества с всичко под него',
    more: 'Каквото не е посочено, остава. --under none го прави самостоятелно.',
    args: { code: ['<код>', 'звеното'] },
    options: {
      name: ['<име>', 'новото име на български'],
      'name-en': ['<име>', 'новото име на английски'],
      kind: ['<вид>', 'directorate, department, mayoralty или centre'],
      under: ['<код>', 'звеното, под което вече е; none е под никое'],
      settlement: ['<място>', 'населеното място на кметство'],
    },
    examples: [['gishe departments change tsu --under ustroistvo', 'отделът минава към друга дирекция']],
  }),
  'departments close': command({
    does: 'Закрива звено, в което вече няма задачи, хора, услуги и други звена',
    args: { code: ['<код>', 'звеното'] },
    examples: [['gishe departments close elections', 'отделът се закрива; свършеното остава под името му']],
  }),
}

export type DepartmentsCommands = InOtherWords<typeof departmentsCommands>
