import { command, type InOtherWords } from '../command-text.ts'

const TASK = ['<задача>', 'последните знаци на задачата от списъка, или целият ѝ номер'] as const
const MOVE_ID = ['<UUID>', 'номер на действието от скрипта: повторното изпращане е безопасно'] as const
const LATE = {
  'late-reason': [
    '<причина>',
    'при забава: overload, staff-absent, other-body, applicant, technical, complex, other',
  ],
  'late-note': ['<текст>', 'забавата с думи; при other е задължително'],
} as const

export const tasksCommands = {
  'tasks give': command({
    does: 'Възлага задача (резолюция) по преписка или като част от задача',
    more: 'Нужни са ясен резултат и срок: не по-късно от срока на заявлението и на задачата, към която е. Същото може да се възложи на няколко души и звена наведнъж: всеки има своя задача. Ръководител възлага задачи; който има задача, възлага части от нея в своите звена; становище може да поиска всеки.',
    args: { case: ['[преписка]', 'номер на преписката или на документ в нея'] },
    options: {
      to: ['<кой>', 'на кого: потребител, име или код на звено; може няколко пъти'],
      what: ['<текст>', 'какъв резултат се очаква'],
      due: ['<ден>', 'до кога'],
      under: ['<задача>', 'като част от тази задача'],
      document: ['<номер>', 'за кой документ от преписката; иначе за този, който я е открил'],
      opinion: ['', 'иска се становище'],
      id: ['<UUID>', 'номер на задачата от скрипта, за всеки от --to; повторното изпращане е безопасно'],
    },
    examples: [
      [
        'gishe tasks give 1-17-22.11.2026 --to grao1 --what "Да се изготви удостоверение" --due 27.11.2026',
        'на служител',
      ],
      [
        'gishe tasks give 1-17-22.11.2026 --to tsu --to ecology --opinion --what "Становище по проекта" --due 27.11.2026',
        'становище от две звена',
      ],
    ],
  }),
  'tasks list': command({
    does: 'Показва задачите: най-спешните са първи',
    options: {
      box: ['<кои>', 'mine (моите, по подразбиране), department (на звеното), given (възложени от мен), all'],
      untaken: ['', 'от department: само тези без изпълнител'],
      ended: ['', 'завършените, последните първи'],
      person: ['<кой>', 'на този служител'],
      department: ['<код>', 'на това звено'],
      case: ['<номер>', 'по тази преписка'],
      limit: ['<брой>', 'най-много толкова (50)'],
      after: ['<задача>', 'след тази: следващата страница'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe tasks list', 'моите задачи'],
      ['gishe tasks list --box department --untaken', 'какво чака изпълнител в звеното'],
    ],
  }),
  'tasks show': command({
    does: 'Показва задача с историята ѝ',
    args: { task: TASK },
    examples: [['gishe tasks show a1b2c3', 'кой я е възложил, къде е била, как е завършила']],
  }),
  'tasks take': command({
    does: 'Поема задача на звеното, която е без изпълнител',
    args: { task: TASK },
    options: { id: MOVE_ID },
    examples: [['gishe tasks take a1b2c3', 'вече е моя']],
  }),
  'tasks delegate': command({
    does: 'Превъзлага задача на подчинен; крайният срок остава',
    args: { task: TASK },
    options: {
      to: ['<кой>', 'потребител, име или код на звено'],
      note: ['<текст>', 'бележка'],
      id: MOVE_ID,
    },
    examples: [['gishe tasks delegate a1b2c3 --to tsu1', 'на служител от дирекцията']],
  }),
  'tasks return': command({
    does: 'Връща задача на този, който я е дал, с причина',
    args: { task: TASK },
    options: { reason: ['<причина>', 'защо се връща'], id: MOVE_ID },
    examples: [['gishe tasks return a1b2c3 --reason "не е в моя район"', 'при възложителя']],
  }),
  'tasks reassign': command({
    does: 'Пренасочва задача към друг служител или звено; крайният срок остава',
    args: { task: TASK },
    options: {
      to: ['<кой>', 'потребител, име или код на звено'],
      reason: ['<причина>', 'защо'],
      id: MOVE_ID,
    },
    examples: [['gishe tasks reassign a1b2c3 --to property', 'към друго звено']],
  }),
  'tasks term': command({
    does: 'Определя друг срок на задача, с причина',
    args: { task: TASK },
    options: { due: ['<ден>', 'новият срок'], reason: ['<причина>', 'защо'], id: MOVE_ID },
    examples: [['gishe tasks term a1b2c3 --due 30.11.2026 --reason "чака се оглед"', 'до 30 ноември']],
  }),
  'tasks end': command({
    does: 'Завършва задача с резултата ѝ',
    more: 'При етап от технологична карта започват следващите етапи. Просрочена задача се завършва само с причина за забавата.',
    args: { task: TASK },
    options: {
      result: ['<текст>', 'какво е направено'],
      outcome: ['<изход>', 'done (по подразбиране), not-done, cancelled'],
      next: ['<изход>', 'при етап: кой от изходите на картата'],
      ...LATE,
    },
    examples: [
      ['gishe tasks end a1b2c3 --result "Удостоверението е изготвено"', 'изпълнена'],
      ['gishe tasks end a1b2c3 --result "Готово" --late-reason overload', 'със закъснение'],
    ],
  }),
  'tasks opinion': command({
    does: 'Дава становище по документ; задачата, която го иска, завършва с него',
    more: 'Важи, докато документът не се промени.',
    args: { task: ['[задача]', 'задачата, която го иска'] },
    options: {
      value: ['<становище>', 'agree, disagree, terminate, rework'],
      note: ['<текст>', 'мотивите; само agree може без тях'],
      document: ['<номер>', 'документът, ако не е този на задачата'],
      ...LATE,
      id: MOVE_ID,
    },
    examples: [
      ['gishe tasks opinion a1b2c3 --value agree', 'съгласен'],
      [
        'gishe tasks opinion --document 1-17-22.11.2026 --value rework --note "липсва подпис"',
        'за доработка',
      ],
    ],
  }),
}

export type TasksCommands = InOtherWords<typeof tasksCommands>
