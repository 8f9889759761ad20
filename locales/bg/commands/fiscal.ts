import { command, type InOtherWords } from '../command-text.ts'

const DEVICE = ['[устройство]', 'името на устройството (по подразбиране това на касата)'] as const

export const fiscalCommands = {
  'fiscal set-up': command({
    does: 'Прави принтер фискално устройство или сменя кой работи с него',
    more: 'Паролата на оператора се пита на терминала, чете се от файл или от GISHE_OPERATOR_PASSWORD; на реда на командата не се пише. Номерът е на стикера на устройството и с него започва всеки УНП.',
    args: { printer: ['<принтер>', 'име от „gishe printers list“, с профил на фискално устройство'] },
    options: {
      number: ['<номер>', 'индивидуален номер: две букви и шест цифри (DT000600)'],
      operator: ['<номер>', 'оператор в устройството (по подразбиране 1)'],
      'operator-password-file': ['<файл>', 'файл с паролата на оператора, само за Вас (chmod 600)'],
    },
    examples: [
      [
        'gishe printers set ФУ1 --profile datecs-fp --line "serial:/dev/ttyUSB0?baud=115200"',
        'първо принтерът',
      ],
      ['gishe fiscal set-up ФУ1 --number DT000600 --operator 1', 'после устройството; пита за паролата'],
    ],
  }),
  'fiscal give': command({
    does: 'Казва кое фискално устройство е на една каса',
    args: { desk: ['<каса>', 'номер на касата'], device: ['<устройство>', 'името му или none'] },
    examples: [
      ['gishe fiscal give 2 ФУ1', 'каса 2 издава фискални бонове с ФУ1'],
      ['gishe fiscal give 2 none', 'вече няма устройство'],
    ],
  }),
  'fiscal status': command({
    does: 'Пита фискалното устройство как е: номера, часовник, последен документ, пари',
    args: { device: DEVICE },
    examples: [['gishe fiscal status', 'на своята каса']],
  }),
  'fiscal x': command({
    does: 'Печата дневен отчет без нулиране (X) на фискалното устройство',
    args: { device: DEVICE },
    examples: [['gishe fiscal x', 'по всяко време']],
  }),
  'fiscal z': command({
    does: 'Печата дневен отчет с нулиране (Z) и приключва деня на фискалното устройство',
    args: { device: DEVICE },
    options: { yes: ['', 'без да пита'] },
    examples: [['gishe fiscal z --yes', 'в края на деня']],
  }),
  'fiscal cash-in': command({
    does: 'Служебно въвежда пари във фискалното устройство',
    more: 'Касата на касиера не се променя: за нея е „gishe till pay-in“.',
    args: { amount: ['<сума>', 'в евро'], device: DEVICE },
    examples: [['gishe fiscal cash-in 50', 'за да има от какво да се сторнира']],
  }),
  'fiscal cash-out': command({
    does: 'Служебно извежда пари от фискалното устройство',
    more: 'Касата на касиера не се променя: за нея е „gishe till pay-out“.',
    args: { amount: ['<сума>', 'в евро'], device: DEVICE },
    examples: [['gishe fiscal cash-out 120,50', 'преди Z отчета']],
  }),
  'fiscal clock': command({
    does: 'Показва часовника на фискалното устройство и го сверява',
    more: 'Устройствата не приемат ново време, ако са продавали след последния Z отчет.',
    args: { device: DEVICE },
    options: { set: ['', 'по часовника на този компютър'] },
    examples: [
      ['gishe fiscal clock', 'с колко се различава'],
      ['gishe fiscal clock --set', 'сверява го'],
    ],
  }),
  'fiscal end-receipt': command({
    does: 'Приключва бон, останал отворен във фискалното устройство',
    more: 'Анулира го; ако вече е платен, го приключва. Пуска се, когато бонът е на друга програма или устройството е спряло по средата.',
    args: { device: DEVICE },
    examples: [['gishe fiscal end-receipt', 'след „отворен бон“']],
  }),
  'fiscal documents': command({
    does: 'Показва какво са издали фискалните устройства',
    options: {
      day: ['[ден]', 'един ден (по подразбиране днес)'],
      month: ['[месец]', 'един месец'],
      from: ['<ден>', 'от'],
      to: ['<ден>', 'до'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [['gishe fiscal documents --month --csv', 'за счетоводството']],
  }),
  'fiscal tell': command({
    does: 'Казва номера на фискален бон, който устройството не е могло да съобщи',
    more: 'Човек го чете от бона. С него бонът се води излязъл и може да се сторнира.',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    options: {
      document: ['<номер>', 'номер на фискалния бон'],
      memory: ['<номер>', 'номер на фискалната памет (по подразбиране последният известен)'],
      at: ['<време>', 'кога е издаден: "2026-11-22 14:03" (по подразбиране когато е печатан)'],
    },
    examples: [['gishe fiscal tell last --document 0000123', 'бонът е в ръката Ви']],
  }),
}

export type FiscalCommands = InOtherWords<typeof fiscalCommands>
