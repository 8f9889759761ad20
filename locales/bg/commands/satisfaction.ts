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
}

export type SatisfactionCommands = InOtherWords<typeof satisfactionCommands>
