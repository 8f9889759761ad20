import { command, type InOtherWords } from '../command-text.ts'

const RECEIPT = '2-2026-123, на тази каса и година само 123, или last'

export const receiptsCommands = {
  'receipts list': command({
    does: 'Показва квитанциите, най-новите първи',
    more: 'Търси се по номер, ден (22.11.2026, вчера), сума със запетая (12,50), ЕГН или ЕИК, име на платеца. Касиерът вижда своята каса, а по цял номер и чуждите; останалите виждат всички.',
    args: { text: ['[текст...]', 'какво се търси; без него последните'] },
    options: {
      limit: ['<брой>', 'най-много толкова (по подразбиране 50)'],
      before: ['<квитанция>', 'само по-старите от нея: следващата страница'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe receipts list вчера', 'от вчера'],
      ['gishe receipts list Иванова', 'на платец с такова име'],
    ],
  }),
  'receipts show': command({
    does: 'Показва квитанция: редове, начини на плащане, дубликати, сторно',
    args: { receipt: ['<квитанция>', RECEIPT] },
    examples: [['gishe receipts show 2-2026-123', 'квитанция на каса 2']],
  }),
  'receipts reverse': command({
    does: 'Сторнира цяло плащане: парите се връщат, както са платени',
    more: 'Иска отворена каса с достатъчно пари и втори човек. Паролата му е в GISHE_CONFIRM_PASSWORD или във файла GISHE_CONFIRM_PASSWORD_FILE (chmod 600), иначе се пита; никога в командния ред.',
    args: { receipt: ['<квитанция>', RECEIPT] },
    options: {
      reason: ['<текст>', 'защо се сторнира'],
      'confirm-user': ['<потребител>', 'друг касиер или ръководител, който потвърждава'],
      'storno-reason': [
        '<вид>',
        'вид на фискалното сторно: refund (по подразбиране), operator-error или tax-base',
      ],
      'refund-reference': ['<текст>', 'номер на връщането от терминала или банката, ако не е само в брой'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe receipts reverse last --reason "сгрешена услуга" --confirm-user head', 'последната квитанция'],
    ],
  }),
  'receipts copy': command({
    does: 'Печата дубликат на квитанция: номериран, с касиера и с този, който го печата',
    args: { receipt: ['<квитанция>', RECEIPT] },
    options: { reversal: ['', 'на сторното ѝ, не на самата нея'] },
    examples: [['gishe receipts copy last', 'гражданинът е загубил квитанцията']],
  }),
}

export type ReceiptsCommands = InOtherWords<typeof receiptsCommands>
