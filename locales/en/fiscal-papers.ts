import type { FiscalTexts } from '../../rules/papers/fiscal-texts.ts'

export const fiscalPapers: FiscalTexts = {
  noteTitle: 'NOTE TO A FISCAL RECEIPT',
  isNoReceipt: 'This note is no receipt. The payment is by the fiscal receipt.',
  ownTotal: 'By this receipt',
  part: unp => `By fiscal receipt, USN ${unp}`,
  titles: {
    sale: 'FISCAL RECEIPT',
    storno: 'FISCAL STORNO RECEIPT',
    cash_in: 'CASH PUT IN',
    cash_out: 'CASH TAKEN OUT',
    x_report: 'DAILY REPORT WITHOUT RESET (X)',
    z_report: 'DAILY REPORT WITH RESET (Z)',
  },
  named: (title, unp) => `${title} ${unp}`,
  forReading: 'to be read only: the device prints the receipt',
  unp: 'USN',
  receipt: 'With No.',
  total: 'TOTAL',
  tenders: { cash: 'Cash', card: 'Card', bank: 'Bank transfer' },
  reason: reason => `Reason: ${reason}`,
  reasons: {
    operator_error: 'mistake of the operator',
    refund: 'return or claim',
    tax_base: 'reduction of the tax base',
  },
  of: document => `Takes back fiscal receipt No. ${document}`,
  issuedAt: 'Issued at',
  fiscalMemory: 'Fiscal memory No.',
  amount: 'Amount',
}
