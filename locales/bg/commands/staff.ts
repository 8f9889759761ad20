import { command, type InOtherWords } from '../command-text.ts'

export const staffCommands = {
  'staff add': command({
    does: 'Добавя служител с достъп според длъжността му',
    more: 'Паролата се взема от GISHE_NEW_PASSWORD, от файла или се въвежда на терминала.',
    args: { login: ['<потребител>', 'за вход: малки латински букви и цифри; кирилицата се преписва'] },
    options: {
      name: ['<име>', 'име и фамилия, както стоят на квитанцията'],
      post: ['<длъжност>', 'cashier, clerk, officer, head, admin или auditor'],
      'new-password-file': ['<файл>', 'файл с паролата му, достъпен само за Вас (chmod 600)'],
    },
    examples: [['gishe staff add mivanova --name "Мария Иванова" --post cashier', 'нов касиер']],
  }),
  'staff list': command({
    does: 'Показва служителите, включително спрените',
    examples: [['gishe staff list', 'кой има достъп']],
  }),
  'staff disable': command({
    does: 'Спира достъпа на служител и прекъсва работата му; записаното от него остава',
    args: { login: ['<потребител>', 'служителят'] },
    examples: [['gishe staff disable kasa2', 'служителят напуска']],
  }),
  'staff password': command({
    does: 'Сменя паролата: своята, а администраторът и чужда',
    more: 'Новата парола се взема от GISHE_NEW_PASSWORD, от файла или се въвежда на терминала.',
    args: { login: ['[потребител]', 'чия парола; без него своята'] },
    options: { 'new-password-file': ['<файл>', 'файл с новата парола (chmod 600)'] },
    examples: [
      ['gishe staff password', 'своята парола'],
      ['gishe staff password kasa1', 'забравена парола на касиер'],
    ],
  }),
  'staff place': command({
    does: 'Определя звеното и длъжността на служител',
    args: { login: ['<потребител>', 'служителят'] },
    options: {
      department: ['<код>', 'звеното; none е цялата община (секретар, администратор)'],
      position: ['<длъжност>', 'името на длъжността по щатното разписание'],
    },
    examples: [
      ['gishe staff place tsu1 --department tsu --position "главен експерт „Кадастър“"', 'ново място'],
    ],
  }),
  'staff absent': command({
    does: 'Определя кой замества отсъстващ служител и от кога до кога',
    more: 'Заместникът вижда каквото вижда отсъстващият. Ръководителят определя за своите хора и за себе си, администраторът за всички.',
    args: { login: ['<потребител>', 'който отсъства'] },
    options: {
      substitute: ['<потребител>', 'който го замества'],
      from: ['<ден>', 'от кой ден (по подразбиране днес)'],
      until: ['<ден>', 'до кой ден включително'],
      ground: ['<основание>', 'заповед или отпуск'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
    },
    examples: [
      [
        'gishe staff absent tsu1 --substitute eko1 --until 2026-12-04 --ground "заповед № 812"',
        'отпуск от днес',
      ],
    ],
  }),
  'staff back': command({
    does: 'Прекратява заместването: отсъстващият се е върнал, или няма да отсъства',
    args: { login: ['<потребител>', 'който се е върнал'] },
    examples: [['gishe staff back tsu1', 'заместникът вече не вижда неговото']],
  }),
  'staff substitutes': command({
    does: 'Показва кой кого замества сега и занапред',
    options: { all: ['', 'и приключилите'] },
    examples: [['gishe staff substitutes', 'заместванията']],
  }),
}

export type StaffCommands = InOtherWords<typeof staffCommands>
