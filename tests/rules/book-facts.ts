import { cents } from '../../rules/money.ts'
import type { DepositFacts } from '../../rules/papers/deposit.ts'
import type { TerminalDay } from '../../rules/terminals.ts'

const town = { name: { bg: 'Смолян', en: 'Smolyan' }, bulstat: '000615118', demo: false, training: false }

/** Two tills with everything that is no revenue, and the notes and coins for it. */
export const deposit: DepositFacts = {
  town,
  desk: { number: 2, name: 'Център за услуги' },
  number: '2-2026-000003',
  madeAt: '22.11.2026 16:50:00',
  madeBy: 'Мария Петрова',
  note: 'плик 0017, вносна бележка 88123',
  tills: [
    { number: '2-2026-000031', cashier: 'Мария Петрова', handedOver: cents(1_833_70) },
    { number: '2-2026-000032', cashier: 'Петър Константинов Георгиев-Димитров', handedOver: cents(216_50) },
  ],
  parts: {
    codes: [
      { code: '448001', amount: cents(1_250_00) },
      { code: '448007', amount: cents(678_20) },
      { code: null, amount: cents(6_00) },
    ],
    floats: cents(-50_00),
    paidIn: cents(200_00),
    paidOut: cents(-34_70),
    surplus: cents(1_20),
    shortage: cents(-50),
  },
  codeNames: new Map([['448007', 'Такси за административни услуги']]),
  money: { '50000': 1, '20000': 5, '10000': 5, '5000': 1, '20': 1 },
}

const day = Temporal.PlainDate.from('2026-11-22')
const at = Temporal.Instant.from('2026-11-22T16:40:00+02:00')
const report = { stated: cents(312_40), expected: cents(312_40), reason: null, who: 'Мария Петрова', at }

/** One that matches after a reversal, one with a difference, one changed since, one that nobody matched, one idle. */
export const terminals: TerminalDay[] = [
  {
    terminal: 'T0000001',
    day,
    payments: 14,
    paid: cents(330_40),
    reversals: 1,
    returned: cents(18_00),
    report,
  },
  {
    terminal: 'T0000002',
    day,
    payments: 3,
    paid: cents(50_00),
    reversals: 0,
    returned: cents(0),
    report: {
      ...report,
      stated: cents(45_00),
      expected: cents(50_00),
      reason: 'Един бон е приключен на другия ден.',
    },
  },
  {
    terminal: 'T0000003',
    day,
    payments: 2,
    paid: cents(1_250_00),
    reversals: 0,
    returned: cents(0),
    report: { ...report, stated: cents(1_200_00), expected: cents(1_200_00) },
  },
  {
    terminal: 'T0000004',
    day,
    payments: 1,
    paid: cents(5_00),
    reversals: 0,
    returned: cents(0),
    report: null,
  },
  { terminal: 'T0000005', day, payments: 0, paid: cents(0), reversals: 0, returned: cents(0), report: null },
]
