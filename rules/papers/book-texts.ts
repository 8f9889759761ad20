/** The words of the cash book, of deposits and of card terminals, on paper and in tables, in one language. */
export type BookTexts = {
  cashBook: CashBookTexts
  deposit: DepositTexts
  terminals: TerminalTexts
}

type InOut = Record<'in' | 'out', string>

export type CashBookTexts = {
  title: string
  day: (day: string) => string
  period: (from: string, to: string) => string
  opening: string
  /** ПКО, РКО before a number. */
  voucher: Record<'in' | 'out', (number: string) => string>
  column: {
    day: string
    desk: string
    time: string
    voucher: string
    ground: string
    counterparty: string
    opening: string
    closing: string
    state: string
  } & InOut
  sum: InOut
  turnover: string
  closing: string
  noMovement: string
  agrees: (left: string) => string
  differs: (left: string) => string
  tillOpen: (cashier: string, since: string) => string
  state: { agrees: string; differs: string; open: string; still: string }
  made: string
  checked: string
  vouchers: string
  total: string
}

export type DepositTexts = {
  title: string
  number: (number: string) => string
  madeAt: string
  madeBy: string
  note: string
  tills: string
  till: (number: string, cashier: string) => string
  byCode: string
  noCode: string
  revenue: string
  floats: string
  paidIn: string
  paidOut: string
  surplus: string
  shortage: string
  total: string
  inWords: (words: string) => string
  money: string
  pieces: (pieces: number, value: string) => string
  handedOver: string
  takenOver: string
  list: { title: string; waiting: string }
  column: {
    number: string
    madeAt: string
    madeBy: string
    tills: string
    amount: string
    note: string
    desk: string
    closedAt: string
    cashier: string
  }
}

export type TerminalTexts = {
  title: string
  day: (day: string) => string
  terminal: (terminal: string) => string
  paid: (payments: number) => string
  reversed: (reversals: number) => string
  expected: string
  stated: string
  difference: string
  noDifference: string
  reason: (reason: string) => string
  by: (who: string, at: string) => string
  notReported: string
  changed: string
  noTurnover: string
  total: string
  made: string
  checked: string
  column: {
    day: string
    terminal: string
    payments: string
    paid: string
    reversed: string
    expected: string
    stated: string
    difference: string
    state: string
    reason: string
  }
  state: Record<'matched' | 'explained' | 'missing' | 'changed' | 'idle', string>
}
