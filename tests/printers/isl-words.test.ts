import { describe, expect, test } from 'vitest'
import * as p from '../../printers/drivers/datecs/commands.ts'
import { DATECS_STATUS } from '../../printers/drivers/datecs/status.ts'
import * as x from '../../printers/drivers/datecs-x/commands.ts'
import { DATECS_X_STATUS } from '../../printers/drivers/datecs-x/status.ts'
import { readStatus, type StatusTable } from '../../printers/drivers/isl/status.ts'
import { centsIn, momentIn, momentText } from '../../printers/drivers/isl/values.ts'

const OPERATOR = { operator: 1, password: '0000' }
const UNP = 'DT000600-OP01-0001000'
const OF = { unp: UNP, document: '123', at: '2026-11-22T10:15:00', fiscalMemory: '02000600' }
const LINE = { name: 'Такса', taxGroup: 2, priceCents: 500, quantity: 1, amountCents: 500 }

describe('the words of the manuals', () => {
  test.each([
    ['open', p.openSale(OPERATOR, UNP), 0x30, `1,0000,1,${UNP}`],
    ['sale', p.sell(LINE, 40), 0x31, 'Такса\tБ5.00*1'],
    ['half a thing', p.sell({ ...LINE, quantity: 0.5 }, 40), 0x31, 'Такса\tБ5.00*0.5'],
    ['cash', p.pay({ how: 'cash', amountCents: 1_000 }), 0x35, '\tP10.00'],
    ['card', p.pay({ how: 'card', amountCents: 1_000 }), 0x35, '\tD10.00'],
    ['bank', p.pay({ how: 'bank', amountCents: 5 }), 0x35, '\tr0.05'],
    [
      'storno',
      p.openStorno(OPERATOR, UNP, { reason: 'operator_error', of: OF }),
      0x2e,
      `1,0000,1,${UNP},E123,${UNP},221126101500,02000600`,
    ],
    [
      'refund',
      p.openStorno(OPERATOR, UNP, { reason: 'refund', of: OF }),
      0x2e,
      `1,0000,1,${UNP},R123,${UNP},221126101500,02000600`,
    ],
    [
      'tax base',
      p.openStorno(OPERATOR, UNP, { reason: 'tax_base', of: OF }),
      0x2e,
      `1,0000,1,${UNP},T123,${UNP},221126101500,02000600`,
    ],
    ['cash in', p.moveCash(10_000), 0x46, '100.00'],
    ['cash out', p.moveCash(-5_000), 0x46, '-50.00'],
    ['cash asked', p.moveCash(0), 0x46, '0'],
    ['Z', p.report('z_report'), 0x45, '0'],
    ['X', p.report('x_report'), 0x45, '2'],
    ['receipt', p.receipt(), 0x4c, 'T'],
    ['clock', p.setClock(Temporal.PlainDateTime.from(OF.at)), 0x3d, '22-11-26 10:15:00'],
  ])('P: %s', (_, { code, data }, number, words) => {
    expect([code, data]).toEqual([number, words])
  })

  test.each([
    ['open', x.openSale(OPERATOR, UNP), 0x30, `1\t0000\t${UNP}\t1\t\t`],
    ['sale', x.sell({ ...LINE, taxGroup: 1 }), 0x31, 'Такса\t1\t5.00\t1.000\t\t\t0\t'],
    ['cash', x.pay({ how: 'cash', amountCents: 1_000 }), 0x35, '0\t10.00\t\t'],
    ['card', x.pay({ how: 'card', amountCents: 1_000 }), 0x35, '1\t10.00\t\t'],
    [
      'storno',
      x.openStorno(OPERATOR, UNP, { reason: 'operator_error', of: OF }),
      0x2b,
      `1\t0000\t1\t0\t123\t22-11-26 10:15:00\t02000600\t\t\t\t${UNP}\t`,
    ],
    [
      'refund in summer',
      x.openStorno(OPERATOR, UNP, { reason: 'refund', of: { ...OF, at: '2026-07-01T09:00:00' } }),
      0x2b,
      `1\t0000\t1\t1\t123\t01-07-26 09:00:00 DST\t02000600\t\t\t\t${UNP}\t`,
    ],
    [
      'tax base',
      x.openStorno(OPERATOR, UNP, { reason: 'tax_base', of: OF }),
      0x2b,
      `1\t0000\t1\t2\t123\t22-11-26 10:15:00\t02000600\t\t\t\t${UNP}\t`,
    ],
    ['cash in', x.moveCash(10_000), 0x46, '0\t100.00\t'],
    ['cash out', x.moveCash(-5_000), 0x46, '1\t50.00\t'],
    ['cash asked', x.moveCash(0), 0x46, '0\t0.00\t'],
    ['Z', x.report('z_report'), 0x45, 'Z\t'],
    ['X', x.report('x_report'), 0x45, 'X\t'],
  ])('X: %s', (_, { code, data }, number, words) => {
    expect([code, data]).toEqual([number, words])
  })

  test('a long name takes two lines where it may, and no more', () => {
    const name = 'Наем на общинска зала за провеждане на сватбен ритуал извън работно време'
    expect(p.sell({ ...LINE, name }, 40).data).toBe(
      'Наем на общинска зала за провеждане на\nсватбен ритуал извън работно време\tБ5.00*1',
    )
    expect(x.sell({ ...LINE, name: `${name} и в почивни дни` }).data.split('\t')[0]).toHaveLength(72)
  })

  test.each([
    [-111015, 'receipt_open'],
    [-111024, 'day_not_closed'],
    [-112006, 'out_of_paper'],
    [-112007, 'cover_open'],
    [-102002, 'password'],
    [-111018, 'refused'],
  ])('X: the error %i is %s', (error, code) => {
    expect(x.refusal(x.close(), `${error}\t`)).toMatchObject({ code, detail: `38h ${error}` })
    expect(x.refusal(x.close(), '0\t123\t')).toBe(null)
  })
})

test.each([
  ['P,0017,0,0,0,0,0,0,0,0,221126', 17],
  ['F', 0],
])('P: the last record %s is number %i', (said, number) => {
  expect(p.lastReportIn(said)).toBe(number)
})

describe('amounts and moments', () => {
  test.each([
    ['5.00', 500],
    ['500', 500],
    ['-0.05', -5],
    ['+12.5', 1_250],
    ['0000000123', 123],
  ])('%s is %i cents', (said, cents) => {
    expect(centsIn(said)).toBe(cents)
  })

  test.each([undefined, '', 'F', '1.234', '1e3'])('%s is no amount', said => {
    expect(() => centsIn(said)).toThrow('device_error')
  })

  test.each([
    '22-11-26 10:15:00',
    '22.11.26 10:15:00',
    '22-11-2026 10:15:00',
    '22-11-26 10:15',
    '22-11-26 10:15:00 DST',
  ])('%s is a moment', said => {
    expect(momentText(momentIn(said))).toBe('22-11-26 10:15:00')
  })
})

/** The bits of the tables in the manuals: byte, bit, and what a person is told. */
const P_BITS: [number, number, string][] = [
  [0, 0, 'syntax'],
  [0, 1, 'unknown command'],
  [0, 2, 'clock'],
  [0, 4, 'device_error'],
  [0, 6, 'cover_open'],
  [1, 0, 'overflow'],
  [1, 1, 'not allowed now'],
  [1, 2, 'device_error'],
  [1, 3, 'clock'],
  [1, 4, 'storno'],
  [1, 5, 'service'],
  [1, 6, 'device_error'],
  [2, 0, 'out_of_paper'],
  [2, 1, 'paper_near_end'],
  [2, 2, 'memory_full'],
  [2, 3, 'sale'],
  [2, 4, 'journal_near_full'],
  [2, 5, 'service'],
  [2, 6, 'journal_near_full'],
  [4, 0, 'device_error'],
  [4, 3, 'memory_near_full'],
  [4, 4, 'memory_full'],
  [4, 6, 'overheated'],
  [5, 0, 'device_error'],
  [5, 2, 'device_error'],
  [5, 5, 'device_error'],
]
const X_BITS: [number, number, string][] = [
  [0, 0, 'syntax'],
  [0, 1, 'unknown command'],
  [0, 2, 'clock'],
  [0, 4, 'device_error'],
  [0, 6, 'cover_open'],
  [1, 0, 'overflow'],
  [1, 1, 'not allowed now'],
  [2, 0, 'out_of_paper'],
  [2, 1, 'paper_near_end'],
  [2, 2, 'memory_full'],
  [2, 3, 'sale'],
  [2, 4, 'journal_near_full'],
  [2, 5, 'service'],
  [4, 0, 'device_error'],
  [4, 3, 'memory_near_full'],
  [4, 4, 'memory_full'],
  [4, 6, 'device_error'],
]
const IDLE = [0x80, 0x80, 0x80, 0x80, 0x86, 0x9a]

describe.each([
  ['P', DATECS_STATUS, IDLE, P_BITS],
  ['X', DATECS_X_STATUS, [...IDLE, 0x80, 0x80], X_BITS],
] as const)('the status of %s', (_, table: StatusTable, idle, bits) => {
  const told = (status: readonly number[]): string[] => {
    const { faults, warnings, refusal, open } = readStatus(table, Uint8Array.from(status))
    return [
      ...faults.map(({ code }) => code),
      ...warnings,
      ...(refusal ? [refusal] : []),
      ...(open ? [open] : []),
    ]
  }

  test('of a healthy device tells nothing', () => expect(told(idle)).toEqual([]))

  test('tells every bit of the table and no other', () => {
    const seen = idle.flatMap((byte, at) =>
      [0, 1, 2, 3, 4, 5, 6].flatMap(bit => {
        const set = idle.map((other, index) => (index === at ? byte | (1 << bit) : other))
        return told(set).map(word => [at, bit, word])
      }),
    )
    expect(seen).toEqual(bits)
  })

  test('begins with what a person has to mend first', () => {
    const all = idle.map(() => 0xff)
    expect(readStatus(table, Uint8Array.from(all)).faults.map(({ code }) => code)).toMatchObject({
      0: 'out_of_paper',
      1: 'cover_open',
    })
  })
})
