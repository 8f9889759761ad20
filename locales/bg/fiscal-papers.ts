import type { FiscalTexts } from '../../rules/papers/fiscal-texts.ts'

export const fiscalPapers: FiscalTexts = {
  noteTitle: 'БЕЛЕЖКА КЪМ ФИСКАЛЕН БОН',
  isNoReceipt: 'Тази бележка не е квитанция. Плащането е по фискалния бон.',
  ownTotal: 'По тази квитанция',
  part: unp => `По фискален бон, УНП ${unp}`,
  titles: {
    sale: 'ФИСКАЛЕН БОН',
    storno: 'СТОРНО ФИСКАЛЕН БОН',
    cash_in: 'СЛУЖЕБНО ВЪВЕДЕНИ',
    cash_out: 'СЛУЖЕБНО ИЗВЕДЕНИ',
    x_report: 'ДНЕВЕН ОТЧЕТ БЕЗ НУЛИРАНЕ (X)',
    z_report: 'ДНЕВЕН ОТЧЕТ С НУЛИРАНЕ (Z)',
  },
  named: (title, unp) => `${title} ${unp}`,
  forReading: 'копие за четене, бонът е от устройството',
  unp: 'УНП',
  receipt: 'Към №',
  total: 'ОБЩО',
  tenders: { cash: 'В брой', card: 'С карта', bank: 'По банков път' },
  reason: reason => `Причина: ${reason}`,
  reasons: {
    operator_error: 'грешка на оператора',
    refund: 'връщане или рекламация',
    tax_base: 'намаление на данъчната основа',
  },
  of: document => `Сторнира фискален бон № ${document}`,
  issuedAt: 'Издаден на',
  fiscalMemory: 'ФП памет №',
  amount: 'Сума',
}
