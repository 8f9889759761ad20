export const openTill = {
  title: (desk: number): string => `Отваряне на каса ${desk}`,
  explain: 'Пребройте парите в чекмеджето. С тази наличност касата започва деня.',
  float: 'Начална наличност',
  hint: 'например 50 или 50,00',
  open: 'Отвори',
  help: [
    'Въведете колко пари има в чекмеджето и натиснете Enter. Празен ред е нула.',
    'Без отворена каса не се приемат плащания.',
  ],
}

export type OpenTillTexts = typeof openTill

export const closeTill = {
  title: (desk: number): string => `Приключване на каса ${desk}`,
  opened: 'Отворена в',
  payments: 'Плащания',
  float: 'Начална наличност',
  taken: 'Приети в брой',
  expected: 'Трябва да има',
  counted: 'Преброени',
  agrees: 'Няма разлика',
  shortage: 'Недостиг',
  surplus: 'Излишък',
  reason: 'Причина за разликата',
  reasonHint: 'само при разлика',
  toReason: 'Причина',
  close: 'Приключи',
  forEver: 'Приключването е окончателно и се отпечатва.',
  closed: (difference: string): string => `Касата е приключена. Разлика: ${difference}`,
  help: [
    'Пребройте парите и въведете сумата. При разлика се иска причина с думи.',
    'Tab минава между сумата и причината. Приключена каса не се отваря отново.',
  ],
}

export type CloseTillTexts = typeof closeTill
