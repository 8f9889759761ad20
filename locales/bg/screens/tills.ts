export const openTill = {
  title: (desk: number): string => `Отваряне на каса ${desk}`,
  explain: (left: string): string[] => [
    'Пребройте парите в чекмеджето.',
    `Оставени са ${left}: Enter ги приема, друга наличност се написва.`,
  ],
  float: 'Начална наличност',
  more: (difference: string): string =>
    `С ${difference} повече от оставеното: издава се приходен касов ордер.`,
  less: (difference: string): string =>
    `С ${difference} по-малко от оставеното: издава се разходен касов ордер.`,
  open: 'Отвори',
  help: [
    'Пребройте чекмеджето. Enter на празен ред приема оставеното при последното приключване.',
    'Ако има друга сума, напишете нея: разликата влиза в касовата книга с ордер.',
    'Без отворена каса не се приемат плащания.',
  ],
}

export type OpenTillTexts = typeof openTill

export const closeTill = {
  title: (desk: number): string => `Приключване на каса ${desk}`,
  titleFor: (desk: number, cashier: string): string => `Приключване на каса ${desk} вместо ${cashier}`,
  explain: 'Колко броя от всяка банкнота и монета. Може и на купчини: 10+10+7.',
  soFar: 'Дотук',
  sum: 'Само сумата',
  nextRow: 'Надолу',
  onlySum: 'Само сума',
  byMoney: 'По вид пари',
  counted: 'Преброено',
  back: 'Назад',
  leaving: 'Преброеното ще се загуби. Още веднъж Esc за изход.',
  countedSum: 'Преброени',
  expected: 'Трябва да има',
  agrees: 'Няма разлика',
  shortage: 'Недостиг',
  surplus: 'Излишък',
  reason: 'Причина за разликата',
  reasonFor: 'Причина',
  reasonHint: 'няма разлика',
  left: 'Остава в касата',
  handedOver: 'За предаване',
  next: 'Напред',
  close: 'Приключи',
  recount: 'Ново броене',
  forEver: 'Приключването е окончателно и се отпечатва. Esc връща към броенето.',
  closed: (z: string, difference: string, handedOver: string): string =>
    `Приключена, Z № ${z}. Разлика ${difference}, за предаване ${handedOver}.`,
  help: [
    'Броенето е на сляпо: колко трябва да има се казва чак след него.',
    'Стрелките, Tab и Enter минават по банкнотите и монетите; пише се броят.',
    'F2 отива на сумата, ако броите само нея. F8 – преброено.',
    'После се вижда разликата. При разлика се иска причина с думи.',
    '„Остава в касата“: празно е началната наличност, останалото се предава.',
    'Esc връща към броенето и нищо написано не се губи.',
    'F8 приключва завинаги: Z отчетът се печата с два реда за подпис.',
  ],
}

export type CloseTillTexts = typeof closeTill

export const moveCash = {
  titles: {
    pay_in: (desk: number): string => `Захранване на каса ${desk}`,
    pay_out: (desk: number): string => `Теглене от каса ${desk}`,
    no_sale: (desk: number): string => `Отваряне без продажба, каса ${desk}`,
  },
  explain: {
    pay_in: 'Пари, които влизат в касата без плащане. Печата се приходен касов ордер и чекмеджето се отваря.',
    pay_out: 'Пари, които излизат от касата. Печата се разходен касов ордер и чекмеджето се отваря.',
    no_sale: 'Чекмеджето се отваря с бележка, на която стои причината. Пари не се движат.',
  },
  labels: { amount: 'Сума', reason: 'Причина', counterparty: 'Получени от' },
  paidTo: 'Дадени на',
  hints: { amount: 'например 50,00', reason: 'поне 3 знака', counterparty: 'може и празно' },
  next: 'Напред',
  doIt: { pay_in: 'Захрани', pay_out: 'Изтегли', no_sale: 'Отвори' },
  done: {
    pay_in: (amount: string, voucher: string): string => `Касата е захранена с ${amount}, ПКО № ${voucher}.`,
    pay_out: (amount: string, voucher: string): string => `Изтеглени са ${amount}, РКО № ${voucher}.`,
    no_sale: (_amount: string, _voucher: string): string => 'Чекмеджето се отваря с бележката.',
  },
  help: [
    'Enter и Tab минават по полетата, F8 записва отвсякъде.',
    'Чекмеджето се отваря от хартията, след като движението е записано.',
    'Всяко движение е в X и Z отчета на касата и в касовата книга.',
  ],
}

export type MoveCashTexts = typeof moveCash

export const xReport = {
  title: (desk: number): string => `X отчет на каса ${desk}`,
  print: 'Печат',
  printed: 'X отчетът е пратен за печат.',
  help: [
    'Всички суми на касата до момента. Касата остава отворена.',
    'Стрелките и PgUp, PgDn движат листа, Enter го печата.',
  ],
}

export type XReportTexts = typeof xReport
