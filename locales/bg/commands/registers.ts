import { command, type InOtherWords } from '../command-text.ts'

export const registersCommands = {
  'registers list': command({
    does: 'Показва регистрите: как изглеждат номерата им и докъде са стигнали',
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe registers list', 'всички']],
  }),
  'registers set': command({
    does: 'Добавя регистър или сменя шаблона на номерата му от следващия документ нататък',
    more: 'Части на шаблона: {seq} {seq:5} {index} {letters} {theme} {department} {year} {yy} {day}; на отговорите и {case} {sub}.',
    args: { index: ['<индекс>', 'поредният номер на регистъра'] },
    options: {
      name: ['<име>', 'името му'],
      'name-en': ['<име>', 'името му на английски'],
      template: ['<шаблон>', 'как изглежда номер, например {letters}-{index}-{seq:5}'],
      replies: ['<шаблон>', 'как изглежда номер на отговор, например {case}#{sub}; празен: като другите'],
      close: ['', 'закрива го: повече не дава номера'],
    },
    examples: [
      ['gishe registers set 1 --template "{theme}-{seq}/{day}"', '94-00-2354/04.11.2026'],
      ['gishe registers set 7 --name Договори --template "Д-{seq:3}/{yy}"', 'нов вътрешен регистър'],
    ],
  }),
  'registers kinds': command({
    does: 'Показва видовете документи',
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe registers kinds', 'всички']],
  }),
  'registers kind': command({
    does: 'Добавя или променя вид документ',
    args: { code: ['<код>', 'малки латински букви, цифри и тирета'] },
    options: {
      name: ['<име>', 'името му'],
      'name-en': ['<име>', 'името му на английски'],
      letters: ['<букви>', 'буквите му в номера'],
      mode: ['<какво прави>', 'starts (започва услуга), continues (продължава) или unsolicited (идва само)'],
      nomenclature: ['<индекс>', 'дело от номенклатурата'],
      'not-offered': ['', 'повече не се предлага'],
      offered: ['', 'отново се предлага'],
    },
    examples: [['gishe registers kind tender --name Оферта --letters ОФ --nomenclature 09-01', 'нов вид']],
  }),
  'nomenclature list': command({
    does: 'Показва номенклатурата на делата със сроковете за съхранение',
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe nomenclature list', 'цялата']],
  }),
  'nomenclature set': command({
    does: 'Добавя или променя дело в номенклатурата',
    args: { index: ['<индекс>', 'индексът му, например 02-03'] },
    options: {
      name: ['<име>', 'името му'],
      retention: ['<срок>', 'П, "П – в институцията", или години, с ЕК или без: "5 ЕК"'],
      source: ['<основание>', 'заповед или протокол, с който е приета'],
      close: ['', 'закрива го: нови преписки не се откриват по него'],
    },
    examples: [
      [
        'gishe nomenclature set 12-01 --name Спорт --retention "5 ЕК" --source "Заповед РД-08-114"',
        'ново дело',
      ],
    ],
  }),
}

export type RegistersCommands = InOtherWords<typeof registersCommands>
