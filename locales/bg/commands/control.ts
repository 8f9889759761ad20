import { command, type InOtherWords } from '../command-text.ts'

const UNIT = ['<код>', 'само това звено с всичко под него (кодове: „gishe departments tree“)'] as const
const WEEK = ['<ден>', 'седмицата (от понеделник), в която е денят; по подразбиране текущата'] as const
const OUTPUT = {
  csv: ['', 'CSV (RFC 4180, UTF-8)'],
  pdf: ['<файл>', 'записва PDF (A4)'],
  print: ['', 'печата на принтера на гишето'],
} as const

export const controlCommands = {
  'control board': command({
    does: 'Показва таблото на сроковете: закъснели, за днес, до 3 и до 7 работни дни',
    more: 'За всяко звено заедно с всичко под него; задачите и заявленията са отделно. Секретарят, деловодството и одиторът виждат цялата община, ръководителят – своята дирекция или отдел, служителят – своя отдел. Спреният срок не тече и не закъснява.',
    options: {
      department: UNIT,
      'overdue-only': ['', 'само звената, които имат закъснели'],
      'fail-if-overdue': ['', 'изход 1, ако има закъснели (за сутрешна проверка от cron)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control board', 'сроковете сега'],
      ['gishe control board --department tsu --pdf tablo.pdf', 'една дирекция, на лист'],
      ['gishe control board --json --fail-if-overdue', 'всяка сутрин от cron'],
    ],
  }),
  'control list': command({
    does: 'Показва какво стои зад едно число от таблото',
    more: 'Първо е онова, чийто срок изтича най-рано.',
    options: {
      what: ['<кое>', 'tasks (задачи, по подразбиране) или requests (заявления)'],
      near: ['<кога>', 'overdue, today, soon (до 3 работни дни), week (до 7), later или still (спрени)'],
      department: UNIT,
      limit: ['<брой>', 'най-много толкова (по подразбиране 50)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control list --near overdue', 'закъснелите задачи'],
      ['gishe control list --what requests --near today --department tsu', 'заявленията за днес'],
    ],
  }),
  'control review': command({
    does: 'Показва задачите за седмичния преглед или записва оценка на една',
    more: 'Прегледът е по чл. 113–118 НОДА. Задачата се посочва с номера на преписката ѝ или със своя номер (от --json). Оценките са no_problems (липса на проблеми), lack_of_resources (недостиг на ресурс), outside_problem (външноведомствен проблем), impossible (невъзможност за изпълнение) и sent_back (върната за доработване); при проблем се пише и бележка. Прегледаната наново задача получава нов запис, важи последният.',
    args: { task: ['[задача]', 'номер на преписка или на задача; без нея показва списъка'] },
    options: {
      verdict: ['<оценка>', 'по подразбиране no_problems'],
      note: ['<бележка>', 'какъв е проблемът'],
      status: ['<изпълнение>', 'done, not_done или under_way; по подразбиране каквото е'],
      week: WEEK,
      department: UNIT,
      unreviewed: ['', 'само непрегледаните'],
      id: ['<номер>', 'номер на записа: изпратен втори път, се записва веднъж'],
    },
    examples: [
      ['gishe control review --unreviewed', 'какво остава за преглед'],
      ['gishe control review ЗВ-1-00012', 'без проблеми'],
      [
        'gishe control review ЗВ-1-00012 --verdict outside_problem --note "чака се АГКК"',
        'с проблем и бележка',
      ],
    ],
  }),
  'control protocol': command({
    does: 'Показва протокола от седмичния преглед',
    more: 'Непрегледаните задачи са най-отгоре. На листа има място за подпис.',
    options: { week: WEEK, department: UNIT, ...OUTPUT },
    examples: [
      ['gishe control protocol --pdf protokol.pdf', 'за тази седмица'],
      ['gishe control protocol --week 16.11.2026 --print', 'за минала седмица, на принтера'],
    ],
  }),
  'control head': command({
    does: 'Показва страницата за ръководителя',
    more: 'На един лист: таблото за днес, услугите през месеца в срок и след срока, закъснелите с причините и петте най-стари задачи.',
    options: { department: UNIT, ...OUTPUT },
    examples: [['gishe control head --pdf za-kmeta.pdf', 'един лист']],
  }),
  'control report': command({
    does: 'Прави справка на деловодството за период',
    more: 'Справките са requests (приключените услуги, в срок или не, с медиана на дните), documents (регистрираните документи), late (приключените след срока, с причините), reasons (причините за забава) и workload (натовареност по служители). Без период е текущият месец. Ден се пише като 2026-11-22, 22.11.2026, днес или вчера; месец като 2026-11, 11.2026, този или миналия.',
    args: { name: ['<справка>', 'requests, documents, late, reasons или workload'] },
    options: {
      by: [
        '<разрез>',
        'requests: service, kind, department, channel, speed, outcome, month; documents: day, month, kind, register, channel, department; reasons: reason, department',
      ],
      department: UNIT,
      day: ['[ден]', 'един ден'],
      week: ['[ден]', 'седмицата (от понеделник), в която е денят'],
      month: ['[месец]', 'един месец'],
      quarter: ['[тримесечие]', 'едно тримесечие'],
      year: ['[година]', 'една година'],
      from: ['<ден>', 'първи ден'],
      to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control report requests --month --by department', 'услугите в срок по звена'],
      ['gishe control report late --month миналия --pdf zakasneli.pdf', 'закъснелите с причините'],
      ['gishe control report documents --year 2026 --by month --csv', 'за таблица'],
    ],
  }),
}

export type ControlCommands = InOtherWords<typeof controlCommands>
