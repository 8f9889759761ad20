/** What citizens answered on the devices in the halls. */
export const satisfaction = {
  title: 'Удовлетвореност',
  views: {
    all: 'Общо',
    heat: 'Часове',
    hall: 'Приемни',
    kiosk: 'Устройства',
    week: 'Седмици',
    reason: 'Причини',
  },
  question: 'Въпрос',
  hall: 'Приемна',
  allHalls: 'всички приемни',
  heatOf: { index: 'Индекс', count: 'Гласове' },
  asked: (number: number, of: number, text: string, days: string): string =>
    `Въпрос ${number} от ${of}: „${text}“ · ${days}`,
  /** Days are already text; no last day while it is asked. */
  askedOn: (from: string, until: string | null): string =>
    until === null ? `задава се от ${from}` : `задаван ${from}–${until}`,
  neverAsked: 'още не е задаван',
  noQuestion: 'Още няма въпрос',
  left: { test: 'проби', closed: 'извън работно време', burst: 'серии', repeat: 'повторени' },
  leftOut: (times: string, share: string, parts: string): string =>
    times === '0' ? 'Всичко е броено.' : `Не са броени ${times} (${share} %): ${parts}`,
  help: [
    'Цифрите избират изгледа, ← и → (или Tab) – следващия: общо, по часове, приемни, устройства, седмици, причини.',
    'F2 сменя вида период, PgUp и PgDn са по-рано и по-късно, 0 е днес. F3 показва друг въпрос: гласовете за различни въпроси не се сборуват.',
    'F4 оставя една приемна. При часовете F5 сменя индекса с броя на гласовете.',
    'На час: гласове на час, в който приемните са работили. Отзив: гласове спрямо плащанията и заявленията на гише в приемната.',
    'Под 30 гласа не се показва дял. Приемните се сравняват само там, където интервалите не се застъпват.',
    'Като команда: gishe satisfaction --month --by hall --xlsx priemni.xlsx',
  ],
}

export type SatisfactionScreenTexts = typeof satisfaction
