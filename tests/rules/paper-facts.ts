import { cents } from '../../rules/money.ts'
import type { ReceiptFacts } from '../../rules/papers/receipt.ts'
import type { ReversalFacts } from '../../rules/papers/reversal.ts'
import type { TestPageFacts } from '../../rules/papers/test-page.ts'
import type { TillClosingFacts } from '../../rules/papers/till-closing.ts'
import type { VoucherFacts } from '../../rules/papers/voucher.ts'

const town = { name: { bg: 'Смолян', en: 'Smolyan' }, bulstat: '000615118', demo: false, training: false }
const desk = { number: 2, name: 'Център за услуги' }

/** One service, paid with the exact sum. */
export const shortReceipt: ReceiptFacts = {
  town,
  desk,
  cashier: 'Мария Петрова',
  number: '2-2026-000123',
  takenAt: '22.11.2026 14:03:27',
  lines: [
    {
      code: '2076',
      name: 'Издаване на удостоверение за раждане – дубликат',
      speed: 'normal',
      quantity: 1,
      price: cents(2_56),
      amount: cents(2_56),
      department: 'Гражданска регистрация',
      paymentCode: '448007',
      insteadOf: null,
    },
  ],
  total: cents(2_56),
  tenders: [{ tender: 'cash', amount: cents(2_56), given: cents(2_56), change: cents(0) }],
  payer: null,
  paidBy: null,
}

/** A practice town, two departments, every kind of line, thousands, change. */
export const longReceipt: ReceiptFacts = {
  ...shortReceipt,
  town: { ...town, demo: true },
  lines: [
    ...shortReceipt.lines,
    {
      code: '2079',
      name: 'Издаване на удостоверение за постоянен адрес след подаване на заявление за заявяване или за промяна на постоянен адрес',
      speed: 'express',
      quantity: 3,
      price: cents(5_11),
      amount: cents(15_33),
      department: 'Гражданска регистрация',
      paymentCode: '448007',
      insteadOf: null,
    },
    {
      code: '2112',
      name: 'Издаване на разрешение за строеж',
      speed: 'fast',
      quantity: 1,
      price: cents(1_250_00),
      amount: cents(1_250_00),
      department: 'Устройство на територията',
      paymentCode: '448001',
      insteadOf: null,
    },
    {
      code: '10001',
      name: 'Заверено копие',
      speed: 'normal',
      quantity: 12,
      price: cents(50),
      amount: cents(6_00),
      department: 'Устройство на територията',
      paymentCode: null,
      insteadOf: null,
    },
  ],
  total: cents(1_273_89),
  tenders: [{ tender: 'cash', amount: cents(1_273_89), given: cents(1_300_00), change: cents(26_11) }],
}

/** By card and cash, taken back by another cashier, who is not the one who took it. */
export const reversedReceipt: ReversalFacts = {
  town: { ...town, demo: true },
  desk,
  cashier: 'Николай Димитров',
  confirmedBy: 'Стоянка Константинова-Христозова',
  number: '2-2026-000004',
  reversedAt: '23.11.2026 09:12:40',
  receipt: { number: '1-2026-000871', takenAt: '22.11.2026 14:03:27', cashier: 'Мария Петрова' },
  lines: longReceipt.lines,
  total: cents(1_273_89),
  tenders: [
    {
      tender: 'card',
      amount: cents(1_000_00),
      terminal: 'T0001234',
      authorisation: 'A1B2C3',
      rrn: '632700000123',
      cardTail: '4242',
    },
    { tender: 'cash', amount: cents(273_89), given: cents(300_00), change: cents(26_11) },
  ],
  payer: { name: 'Александър Николов', identifierMasked: '800101****' },
  reason: 'Услугите са заявени повторно по погрешка, гражданинът се отказва.',
  refundReference: 'RRN 632800000456',
}

export const shortTill: TillClosingFacts = {
  town,
  desk,
  cashier: 'Мария Петрова',
  number: '2-2026-000031',
  closedBy: null,
  openedAt: '22.11.2026 08:00:12',
  closedAt: '22.11.2026 16:34:05',
  payments: 41,
  receipts: { first: '2-2026-000123', last: '2-2026-000163' },
  openingFloat: cents(50_00),
  cashTaken: cents(1_734_20),
  expected: cents(1_784_20),
  counted: cents(1_783_70),
  difference: cents(-50),
  reason: 'Върнато повече ресто на последния клиент, установено при броенето.',
  departments: [
    { name: 'Гражданска регистрация', amount: cents(478_20) },
    { name: 'Устройство на територията', amount: cents(1_256_00) },
  ],
  paymentCodes: [
    { code: '448001', amount: cents(1_250_00) },
    { code: '448007', amount: cents(478_20) },
    { code: null, amount: cents(6_00) },
  ],
}

/** Opened and closed without one payment. */
export const idleTill: TillClosingFacts = {
  ...shortTill,
  payments: 0,
  receipts: null,
  cashTaken: cents(0),
  expected: cents(50_00),
  counted: cents(50_00),
  difference: cents(0),
  reason: null,
  departments: [],
  paymentCodes: [],
}

/** Change brought from the bank. */
export const cashIn: VoucherFacts = {
  town,
  desk,
  cashier: 'Мария Петрова',
  direction: 'in',
  number: '2-2026-000017',
  issuedAt: '22.11.2026 09:12:40',
  counterparty: 'Иван Димитров Стоянов, 850101****',
  ground: 'Дребни пари за ресто',
  amount: cents(1_200_05),
  opensDrawer: true,
}

/** The day's money of a practice desk, taken over by whoever signs by hand. */
export const cashOut: VoucherFacts = {
  ...cashIn,
  town: { ...town, demo: true },
  direction: 'out',
  number: '2-2026-000009',
  counterparty: null,
  ground: 'Предадени при приключване',
  amount: cents(21_734_20),
  opensDrawer: false,
}

export const testPageFacts: TestPageFacts = {
  printer: 'desk-2',
  profile: 'datecs-ep60',
  line: 'serial:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0?baud=9600',
  columns: 42,
  printedAt: '22.11.2026 07:55:00',
}
