import type { FiscalTask } from '../../rules/fiscal.ts'
import { cents } from '../../rules/money.ts'
import type { FiscalPaperFacts } from '../../rules/papers/fiscal.ts'
import type { ReceiptFacts, ReceiptLine } from '../../rules/papers/receipt.ts'
import { shortReceipt } from './paper-facts.ts'

export const unp = 'DT000600-0012-0000123'

const hall: ReceiptLine = {
  code: '10014',
  name: 'Наем на зала „Родопи“ за събития със стопанска цел',
  speed: 'normal',
  quantity: 3,
  price: cents(40_00),
  amount: cents(120_00),
  department: 'Общинска собственост',
  paymentCode: '448007',
  insteadOf: null,
  taxGroup: 2,
}

/** One line of the town's own receipt, one that the fiscal receipt tells of. */
export const fiscalReceipt: ReceiptFacts = {
  ...shortReceipt,
  lines: [...shortReceipt.lines, hall],
  total: cents(122_56),
  tenders: [{ tender: 'cash', amount: cents(122_56), given: cents(150_00), change: cents(27_44) }],
  unp,
}

/** All of it is told by the fiscal receipt. */
export const fiscalNote: ReceiptFacts = {
  ...fiscalReceipt,
  lines: [hall],
  total: cents(120_00),
  tenders: [{ tender: 'cash', amount: cents(120_00), given: cents(120_00), change: cents(0) }],
}

const sale = {
  unp,
  lines: [{ name: hall.name, taxGroup: 2, priceCents: 40_00, quantity: 3, amountCents: 120_00 }],
  tenders: [
    { how: 'card' as const, amountCents: 100_00 },
    { how: 'cash' as const, amountCents: 20_00 },
  ],
  totalCents: 120_00,
}

export const fiscalSale: FiscalTask = { task: 'sale', ...sale }

export const fiscalStorno: FiscalTask = {
  task: 'storno',
  ...sale,
  reason: 'operator_error',
  of: { unp, document: '0000123', at: '2026-11-22T14:03:27', fiscalMemory: '02000600' },
}

export const fiscalFacts: FiscalPaperFacts = {
  town: shortReceipt.town,
  desk: shortReceipt.desk,
  who: 'Мария Петрова',
  at: '22.11.2026 14:03:27',
  receipt: '2-2026-000123',
}
