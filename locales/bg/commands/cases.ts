import { command, type InOtherWords } from '../command-text.ts'

const CASE = ['<преписка>', 'номер, УРИ или номер на документ в нея; може и от баркода'] as const

export const casesCommands = {
  'cases list': command({
    does: 'Показва преписките, които са за вас: последните първи',
    args: { text: ['[текст...]', 'номер, ЕГН, ЕИК или думи от документ в преписката'] },
    options: {
      state: ['<кои>', 'open, closed, restricted (с ограничен достъп)'],
      department: ['<код>', 'на това звено'],
      index: ['<индекс>', 'с този индекс по номенклатурата'],
      from: ['<ден>', 'открити от този ден'],
      to: ['<ден>', 'открити до този ден'],
      limit: ['<брой>', 'най-много толкова (50)'],
      after: ['<преписка>', 'след тази: следващата страница'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe cases list --state open --department tsu', 'откритите на звеното'],
      ['gishe cases list скица Райково', 'по думи'],
    ],
  }),
  'cases show': command({
    does: 'Показва преписка: раздели, заявления, задачи, хора, история',
    more: 'Всяко отваряне се записва в дневника.',
    args: { case: CASE },
    examples: [['gishe cases show 1-17-22.11.2026', 'цялата преписка']],
  }),
  'cases file': command({
    does: 'Прилага документ към преписка или го прехвърля в друг раздел',
    more: 'Изваденото от официалния раздел отива в контролния с причина и остава там.',
    args: { case: CASE, document: ['<документ>', 'номер на документа'] },
    options: {
      section: ['<раздел>', 'internal (вътрешен, по подразбиране), official, control'],
      note: ['<текст>', 'бележка; за control е задължителна'],
    },
    examples: [
      ['gishe cases file 1-17-22.11.2026 1-23-23.11.2026', 'към вътрешния раздел'],
      [
        'gishe cases file 1-17-22.11.2026 1-19-22.11.2026 --section control --note "по погрешка"',
        'изважда от официалния',
      ],
    ],
  }),
  'cases link': command({
    does: 'Свързва две преписки',
    args: { case: CASE, other: ['<друга>', 'номер на другата'] },
    options: { note: ['<текст>', 'какво ги свързва'] },
    examples: [
      ['gishe cases link 1-17-22.11.2026 1-4-03.02.2026 --note "същият имот"', 'всяка показва другата'],
    ],
  }),
  'cases share': command({
    does: 'Дава достъп до преписка на служител или звено',
    args: { case: CASE },
    options: { with: ['<кой>', 'потребител, име или код на звено'] },
    examples: [['gishe cases share 1-17-22.11.2026 --with property', 'на цялото звено']],
  }),
  'cases restrict': command({
    does: 'Ограничава достъпа до преписка: виждат я само посочени хора',
    args: { case: CASE },
    options: {
      reason: ['<причина>', 'защо'],
      with: ['<кой>', 'кой я вижда; може няколко пъти'],
    },
    examples: [['gishe cases restrict 1-17-22.11.2026 --reason "данни на дете" --with grao1', 'поверителна']],
  }),
  'cases close': command({
    does: 'Приключва преписка със срока ѝ за съхранение',
    more: 'Срокът тече от 1 януари на следващата година. Не се приключва, докато има незавършена работа.',
    args: { case: CASE },
    options: {
      index: ['<индекс>', 'по номенклатурата, ако не е този при откриването'],
      note: ['<текст>', 'бележка'],
      id: ['<UUID>', 'номер на приключването от скрипта: повторното изпращане е безопасно'],
    },
    examples: [['gishe cases close 1-17-22.11.2026 --index 02-03', 'приключена']],
  }),
  'cases reopen': command({
    does: 'Отваря отново приключена преписка, с основание',
    args: { case: CASE },
    options: { reason: ['<основание>', 'на какво основание'] },
    examples: [['gishe cases reopen 1-17-22.11.2026 --reason "ново искане"', 'работи се отново']],
  }),
  'cases status': command({
    does: 'Казва докъде е една преписка по номер и код за достъп, без лични данни',
    args: { number: ['<номер>', 'номерът от разписката'] },
    options: { code: ['<код>', 'кодът за достъп от разписката'] },
    examples: [['gishe cases status 1-17-22.11.2026 --code ABCDE-FGHJK', 'за гражданина']],
  }),
}

export type CasesCommands = InOtherWords<typeof casesCommands>
