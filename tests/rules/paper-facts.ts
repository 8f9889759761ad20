import type { BookPage, BookVoucher } from '../../rules/cash-book.ts'
import { cents } from '../../rules/money.ts'
import type { ReceiptFacts } from '../../rules/papers/receipt.ts'
import type { ReversalFacts } from '../../rules/papers/reversal.ts'
import type { SlipFacts } from '../../rules/papers/slip.ts'
import type { TestPageFacts } from '../../rules/papers/test-page.ts'
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
      taxGroup: null,
    },
  ],
  total: cents(2_56),
  tenders: [{ tender: 'cash', amount: cents(2_56), given: cents(2_56), change: cents(0) }],
  payer: null,
  paidBy: null,
  unp: null,
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
      taxGroup: null,
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
      taxGroup: null,
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
      taxGroup: null,
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
  unp: null,
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

export const paperTown = { ...town, demo: true }

const bookVoucher = (
  direction: 'in' | 'out',
  number: string,
  time: string,
  amount: number,
  ground: string,
  counterparty: string | null,
): BookVoucher => ({
  id: number,
  desk,
  cashier: 'Мария Петрова',
  direction,
  number: `2-2026-${number.padStart(6, '0')}`,
  issuedAt: Temporal.Instant.from(`2026-11-22T${time}+02:00`),
  ground,
  counterparty,
  amount: cents(amount),
})

/** A day with change from the bank, a closing with a shortage, and money that stays in the drawer. */
export const bookPage: BookPage = {
  desk: { id: '2', ...desk },
  day: Temporal.PlainDate.from('2026-11-22'),
  opening: cents(50_00),
  vouchers: [
    bookVoucher('in', '17', '09:12', 100_00, 'Дребни пари за ресто', 'Иван Димитров Стоянов, 850101****'),
    bookVoucher('in', '18', '16:34', 1_734_20, 'Постъпления на каса 2', null),
    bookVoucher('out', '9', '16:34', 50, 'Недостиг при приключване', null),
    bookVoucher('out', '10', '16:34', 1_833_70, 'Предадени при приключване', null),
  ],
  cashIn: cents(1_834_20),
  cashOut: cents(1_834_20),
  closing: cents(50_00),
  left: cents(50_00),
  openTill: null,
}

export const testPageFacts: TestPageFacts = {
  printer: 'desk-2',
  profile: 'datecs-ep60',
  line: 'serial:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0?baud=9600',
  columns: 42,
  printedAt: '22.11.2026 07:55:00',
}

/** A long subject, a company with a long name, a day to act by. */
export const slip: SlipFacts = {
  town,
  kind: 'Заявление',
  subject: 'Издаване на скица за недвижим имот и удостоверение за търпимост на строеж по § 16 от ЗУТ',
  number: '94-00-1234',
  uri: '000615118-94-00-1234-22.11.2026',
  registeredAt: Temporal.Instant.from('2026-11-22T08:15:09Z'),
  cameBy: 'на гише 4',
  applicant: '„Средногорие строй и инженеринг“ ООД',
  registeredBy: 'Мария Петрова (mpetrova)',
  dueOn: Temporal.PlainDate.from('2026-12-22'),
  accessCode: '7K4M-2XQ9-PT3H',
  barcode: '94-00-1234',
  check: {
    at: 'smolyan.bg/proverka',
    link: 'https://smolyan.bg/proverka?n=94-00-1234&k=7K4M2XQ9PT3H',
    phone: '0301 6 77 00',
  },
}

/** Of a request: what is to be paid, and two documents that were not brought. */
export const requestSlip: SlipFacts = {
  ...slip,
  fee: { amount: cents(2556n), number: '94-00-1234/2026' },
  missing: [
    'Документ за собственост',
    'Нотариално заверено пълномощно, когато заявлението се подава от пълномощник',
  ],
}

/** A number with Cyrillic letters, and nothing that need not be known. */
export const shortSlip: SlipFacts = {
  ...slip,
  kind: 'Сигнал',
  subject: null,
  number: 'РД-25-17',
  uri: null,
  applicant: null,
  dueOn: null,
  barcode: '2026001725',
  check: { at: null, link: null, phone: null },
}
