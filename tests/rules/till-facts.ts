import { cents } from '../../rules/money.ts'
import type { TillClosingFacts } from '../../rules/papers/till-closing.ts'
import type { XReportFacts } from '../../rules/papers/x-report.ts'
import type { TillClosing, TillReport } from '../../rules/till-report.ts'
import { tillSums } from '../../rules/tills.ts'

const town = { name: { bg: 'Смолян', en: 'Smolyan' }, bulstat: '000615118', demo: false, training: false }
const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}+02:00`)

/** A day of a cashier: three tenders, two departments, a reversal, pay-ins and pay-outs, a price that was agreed to. */
export const busyReport: TillReport = {
  tillId: '01900000-0000-7000-8000-000000000001',
  desk: { id: '01900000-0000-7000-8000-000000000002', number: 2, name: 'Център за услуги' },
  cashier: { id: '01900000-0000-7000-8000-000000000003', name: 'Мария Петрова' },
  openedAt: at('08:00:12'),
  sums: tillSums({
    openingFloat: cents(50_00),
    cashTaken: cents(1_734_20),
    cashReturned: cents(6_00),
    paidIn: cents(100_00),
    paidOut: cents(20_00),
    payments: 41,
    reversals: 1,
  }),
  receipts: { first: '2-2026-000123', last: '2-2026-000163' },
  tenders: [
    { tender: 'cash', payments: 38, amount: cents(1_734_20) },
    { tender: 'card', payments: 4, amount: cents(215_11) },
    { tender: 'bank', payments: 1, amount: cents(1_000_00) },
  ],
  terminals: [{ terminal: '93001234', payments: 4, amount: cents(215_11), returned: cents(5_11) }],
  departments: [
    {
      name: 'Гражданска регистрация',
      amount: cents(682_20),
      services: [
        {
          code: '2076',
          name: 'Издаване на удостоверение за раждане – дубликат',
          quantity: 11,
          amount: cents(432_20),
        },
        { code: '2079', name: 'Постоянен адрес', quantity: 1, amount: cents(250_00) },
      ],
    },
    {
      name: 'Устройство на територията',
      amount: cents(2_256_00),
      services: [
        { code: '2112', name: 'Издаване на разрешение за строеж', quantity: 2, amount: cents(2_250_00) },
        { code: null, name: 'Сметка по заявление за скица', quantity: 1, amount: cents(6_00) },
      ],
    },
  ],
  paymentCodes: [
    { code: '448001', name: 'Технически услуги', amount: cents(2_250_00), returned: cents(0) },
    { code: '448007', name: 'Административни услуги', amount: cents(693_31), returned: cents(11_11) },
    { code: null, name: null, amount: cents(6_00), returned: cents(0) },
  ],
  reversals: {
    tenders: [
      { tender: 'cash', payments: 1, amount: cents(6_00) },
      { tender: 'card', payments: 1, amount: cents(5_11) },
    ],
    made: [
      { number: '2-2026-000002', receipt: '1-2026-000120', amount: cents(11_11), reason: 'грешна услуга' },
    ],
  },
  movements: [
    {
      kind: 'pay_in',
      movedAt: at('09:10:00'),
      amount: cents(100_00),
      reason: 'дребни от банката',
      counterparty: null,
      voucher: '2-2026-000007',
    },
    {
      kind: 'pay_out',
      movedAt: at('11:00:00'),
      amount: cents(20_00),
      reason: 'пощенски марки',
      counterparty: 'Български пощи',
      voucher: '2-2026-000004',
    },
    {
      kind: 'no_sale',
      movedAt: at('12:00:00'),
      amount: cents(0),
      reason: 'разваляне на банкнота',
      counterparty: null,
      voucher: null,
    },
  ],
  overrides: [
    {
      receipt: '2-2026-000130',
      code: '2079',
      quantity: 1,
      price: cents(250_00),
      published: cents(2_56),
      reason: 'решение № 17 на общинския съвет',
      confirmedBy: 'Стоян Стоянов',
    },
  ],
  closing: null,
}

const closing: TillClosing = {
  number: '2-2026-000031',
  closedAt: at('16:34:05'),
  counted: cents(1_857_70),
  difference: cents(-50),
  reason: 'Върнато повече ресто на последния клиент, установено при броенето.',
  countedMoney: { '50000': 2, '10000': 7, '5000': 3, '500': 1, '200': 1, '50': 1, '20': 1 },
  left: cents(50_00),
}

export const busyTill: TillClosingFacts = { town, report: { ...busyReport, closing }, closedBy: null }

/** Opened and closed without one payment, by somebody else, with the sum alone. */
export const idleTill: TillClosingFacts = {
  town,
  closedBy: 'Стоян Стоянов',
  report: {
    ...busyReport,
    sums: tillSums({
      openingFloat: cents(50_00),
      cashTaken: cents(0),
      cashReturned: cents(0),
      paidIn: cents(0),
      paidOut: cents(0),
      payments: 0,
      reversals: 0,
    }),
    receipts: null,
    tenders: [],
    terminals: [],
    departments: [],
    paymentCodes: [],
    reversals: { tenders: [], made: [] },
    movements: [],
    overrides: [],
    closing: {
      ...closing,
      counted: cents(50_00),
      difference: cents(0),
      reason: null,
      countedMoney: null,
      left: cents(0),
    },
  },
}

export const xReport: XReportFacts = {
  town,
  report: busyReport,
  madeAt: at('13:05:00'),
  madeBy: 'Стоян Стоянов',
}

export const noSale = {
  town,
  desk: busyReport.desk,
  cashier: 'Мария Петрова',
  openedAt: at('12:00:00'),
  reason: 'разваляне на банкнота',
}
