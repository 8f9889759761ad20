import { command, type InOtherWords } from '../command-text.ts'

const CSV = ['', 'CSV (RFC 4180, UTF-8)'] as const

export const satisfactionCommands = {
  satisfaction: command({
    does: 'Показва удовлетвореността на гражданите от лицата в приемните',
    more: 'Показва се един въпрос: друга формулировка е друг въпрос и гласовете не се сборуват. Без --question е онзи, който сега задават най-много места. Без период е текущият месец. Под 30 гласа са „твърде малко“. Приемните и устройствата се сравняват само там, където интервалите не се застъпват. За периода на отзива важат дните, в които въпросът е задаван; плащанията и заявленията на хората от отдел се броят за най-близката приемна над него, а на хората без отдел – за центъра за обслужване.',
    options: {
      by: [
        '<разрез>',
        'all (всички показатели, по подразбиране), hall, kiosk, hour, weekday, week, heat (час по ден от седмицата) или reason',
      ],
      measure: ['<какво>', 'за heat: index (по подразбиране) или count (брой гласове)'],
      question: ['<номер>', 'кой въпрос (номера: „gishe satisfaction questions“)'],
      hall: ['<код>', 'само тази приемна с всичко под нея'],
      kiosk: ['<номер>', 'само това устройство'],
      day: ['[ден]', 'един ден'],
      week: ['[ден]', 'седмицата (от понеделник), в която е денят'],
      month: ['[месец]', 'един месец'],
      quarter: ['[тримесечие]', 'едно тримесечие'],
      year: ['[година]', 'една година'],
      from: ['<ден>', 'първи ден'],
      to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
      csv: CSV,
      pdf: ['<файл>', 'записва PDF (A4)'],
    },
    examples: [
      ['gishe satisfaction', 'този месец, с формулите'],
      ['gishe satisfaction --year --by heat', 'кога е зле и кога е добре'],
      ['gishe satisfaction --quarter --by hall', 'приемните една до друга'],
      ['gishe satisfaction --year 2026 --by week --xlsx sedmici.xlsx', 'за електронна таблица'],
    ],
  }),
  'satisfaction questions': command({
    does: 'Показва всички въпроси с номера им и дните, в които са задавани',
    options: { csv: CSV },
    examples: [['gishe satisfaction questions', 'за --question']],
  }),
  'satisfaction methods': command({
    does: 'Показва единадесетте метода по чл. 24 НАО за една година: кои са проведени и кои не',
    more: 'Без --year е годината, чийто доклад предстои: до 1 април предишната, после текущата.',
    options: { year: ['<година>', 'коя година'], csv: CSV },
    examples: [['gishe satisfaction methods --year 2026', 'какво още липсва за доклада']],
  }),
  'satisfaction note': command({
    does: 'Отбелязва как е проведен метод по чл. 24 НАО или защо не е проведен',
    more: 'Важи последното отбелязване; по-раншните остават записани. При същия отговор (проведен или не) думите, които не са казани наново, остават. Проведен метод иска --conduct и --findings, непроведен – --why.',
    options: {
      year: ['<година>', 'за коя година'],
      method: ['<номер>', 'кой метод, от 1 до 11 (номера: „gishe satisfaction methods“)'],
      'carried-out': ['', 'проведен е'],
      conduct: ['<текст>', 'как е проведен, с колко души'],
      findings: ['<текст>', 'какво е установено'],
      measures: ['<текст>', 'какво е решено и какво е направено'],
      'not-carried-out': ['', 'не е проведен'],
      why: ['<текст>', 'защо не е проведен'],
    },
    examples: [
      [
        'gishe satisfaction note --year 2026 --method 2 --carried-out --conduct "две срещи с 14 служители" --findings "чака се на гише 3" --measures "второ гише до обяд"',
        'проведен, с мерките',
      ],
      [
        'gishe satisfaction note --year 2026 --method 8 --not-carried-out --why "няма предвидени средства"',
        'не е проведен',
      ],
    ],
  }),
  'satisfaction report': command({
    does: 'Изготвя годишния доклад за удовлетвореността по чл. 24, ал. 8 НАО',
    more: 'Форматът е по окончанието на файла: .pdf (A4) или .md (Markdown, за интернет страницата). Без --out докладът се показва като Markdown. Без --year е годината, чийто доклад предстои.',
    options: { year: ['<година>', 'коя година'], out: ['<файл>', 'записва в този файл, .pdf или .md'] },
    examples: [
      ['gishe satisfaction report --year 2026 --out doklad-2026.pdf', 'за подпис и архив'],
      ['gishe satisfaction report --year 2026 --out doklad-2026.md', 'за интернет страницата'],
    ],
  }),
}

export type SatisfactionCommands = InOtherWords<typeof satisfactionCommands>
