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
}

export type StaffCommands = InOtherWords<typeof staffCommands>
