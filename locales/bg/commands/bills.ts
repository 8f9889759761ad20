import { command, type InOtherWords } from '../command-text.ts'

export const billsCommands = {
  'bills issue': command({
    does: 'Издава сметка за заявление, която чака плащане на касата',
    more: 'За услуга сумата е таксата ѝ, освен ако е посочена друга; за нещо друго се посочват отдел, име и сума.',
    args: { number: ['<номер>', 'номерът на заявлението: букви, цифри, тирета, наклонени черти, точки'] },
    options: {
      service: ['<услуга>', 'услуга: [брой*]код[:скорост]'],
      department: ['<код>', 'код на отдел, ако не е услуга'],
      name: ['<име>', 'за какво е сметката, ако не е услуга'],
      amount: ['<сума>', 'сумата'],
      payer: ['<кой>', 'платец: ЕГН, ЛНЧ, ЕИК, име или номер от регистъра'],
      due: ['<ден>', 'до кога се плаща'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe bills issue УСЛ-2026-00500 --service 2016 --payer "Асен Кехайов"', 'таксата на услугата'],
      ['gishe bills issue РД-08-114 --department grao --name "Препис от архива" --amount 12,50', 'друго'],
    ],
  }),
  'bills list': command({
    does: 'Показва сметките, които чакат плащане',
    args: { text: ['[текст...]', 'номер на сметка, или ЕГН, ЕИК или част от името на платеца'] },
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [
      ['gishe bills list', 'всички, които чакат'],
      ['gishe bills list Чаушева', 'на един платец'],
    ],
  }),
  'bills withdraw': command({
    does: 'Оттегля сметка, която още чака плащане',
    args: { number: ['<номер>', 'номерът ѝ'] },
    options: { reason: ['<причина>', 'защо, с думи'] },
    examples: [['gishe bills withdraw УСЛ-2026-00471 --reason "грешна такса"', 'няма да се плаща']],
  }),
}

export type BillsCommands = InOtherWords<typeof billsCommands>
