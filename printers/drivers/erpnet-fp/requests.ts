import type { FiscalSale, FiscalTask, StornoReason } from '../../../rules/fiscal.ts'
import type { FiscalOperator } from '../fiscal-settings.ts'
import { islText } from '../isl/letters.ts'

export type PrintRequest = { path: string; body: object }

/** What the service is asked to print. */
export function requestOf(task: FiscalTask, by: FiscalOperator | undefined): PrintRequest {
  const who = by ? { operator: String(by.operator), operatorPassword: by.password } : {}
  switch (task.task) {
    case 'sale':
      return { path: 'receipt', body: { ...saleOf(task), ...who } }
    case 'storno':
      return {
        path: 'reversalreceipt',
        body: {
          ...saleOf(task),
          uniqueSaleNumber: task.of.unp,
          receiptNumber: task.of.document,
          receiptDateTime: task.of.at,
          fiscalMemorySerialNumber: task.of.fiscalMemory,
          reason: REASONS[task.reason],
          ...who,
        },
      }
    case 'cash_in':
      return { path: 'deposit', body: { amount: euroOf(task.amountCents), ...who } }
    case 'cash_out':
      return { path: 'withdraw', body: { amount: euroOf(task.amountCents), ...who } }
    case 'x_report':
      return { path: 'xreport', body: {} }
    case 'z_report':
      return { path: 'zreport', body: {} }
  }
}

/** The third is spelled as all versions of the service read it. */
const REASONS: Record<StornoReason, string> = {
  operator_error: 'operator-error',
  refund: 'refund',
  tax_base: 'taxbase-reduction',
}

const saleOf = ({ unp, lines, tenders }: FiscalSale) => ({
  uniqueSaleNumber: unp,
  items: lines.map(({ name, quantity, priceCents, taxGroup }) => ({
    text: islText(name),
    quantity,
    unitPrice: euroOf(priceCents),
    taxGroup,
  })),
  payments: tenders.map(({ how, amountCents }) => ({ amount: euroOf(amountCents), paymentType: how })),
})

/** Written in JSON with the digits of the cents: the nearest double of a decimal of up to fifteen digits is read back as it. */
const euroOf = (cents: number): number => cents / 100

/** By how much the cash in the device changes when the task is done; 0 where it tells nothing. */
export function cashMovedBy(task: FiscalTask): number {
  switch (task.task) {
    case 'sale':
      return cashOf(task)
    case 'storno':
      return -cashOf(task)
    case 'cash_in':
      return task.amountCents
    case 'cash_out':
      return -task.amountCents
    case 'x_report':
    case 'z_report':
      return 0
  }
}

const cashOf = ({ tenders }: FiscalSale): number =>
  tenders.filter(({ how }) => how === 'cash').reduce((sum, { amountCents }) => sum + amountCents, 0)
