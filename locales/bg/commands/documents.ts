import { command, type InOtherWords } from '../command-text.ts'

const NUMBER = ['<номер>', 'номер или УРИ на документа'] as const
const ID = ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'] as const

export const documentsCommands = {
  'documents register': command({
    does: 'Регистрира документ и показва номера, преписката и кода за достъп',
    more: 'Без --direction е входящ. Който отговаря на документ, влиза в неговата преписка; другите откриват своя.',
    args: { subject: ['<относно...>', 'за какво е, с няколко думи'] },
    options: {
      direction: ['<посока>', 'incoming, outgoing или internal'],
      kind: ['<вид>', 'код или име на вида (по подразбиране letter)'],
      from: ['<кой>', 'подател: ЕГН, ЛНЧ, ЕИК, име или номер от регистъра; може няколко пъти'],
      to: ['<кой>', 'получател, също; може няколко пъти'],
      channel: ['<начин>', 'desk, mayoralty, post, email, portal или ssev (входящ: по подразбиране desk)'],
      received: ['<ден>', 'кога е постъпил, ако не е сега; може с час: "21.11.2026 16:40"'],
      day: ['<ден>', 'датата на подписване на изходящ или вътрешен документ'],
      sheets: ['<брой>', 'листове'],
      attachments: ['<брой>', 'приложения'],
      note: ['<текст>', 'какви са приложенията'],
      'foreign-number': ['<номер>', 'номерът на подателя; УРИ на друг орган се запазва'],
      'foreign-day': ['<ден>', 'датата на подателя'],
      answers: ['<номер>', 'на кой документ отговаря'],
      case: ['<номер>', 'в преписката на кой документ влиза'],
      nomenclature: ['<индекс>', 'по номенклатурата на делата, ако не е според вида'],
      department: ['<код>', 'звено, за което е'],
      register: ['<индекс>', 'друг регистър'],
      file: ['<файл>', 'прилага файл; може няколко пъти'],
      slip: ['', 'печата потвърждение за подателя'],
      label: ['', 'печата етикет за документа'],
      id: ID,
    },
    examples: [
      [
        'gishe documents register "Скица на имот в Райково" --kind application --from "Асен Кехайов" --sheets 2 --slip',
        'входящ на гише, с потвърждение',
      ],
      [
        'gishe documents register "Изпращане на скица" --direction outgoing --kind reply --to "Асен Кехайов" --answers П-1-00012',
        'отговор в същата преписка',
      ],
      ['gishe documents register "Докладна за ремонт" --direction internal --kind memo', 'вътрешен'],
    ],
  }),
  'documents find': command({
    does: 'Търси документи по номер, лице или думи',
    more: 'Думите са в какъвто и да е ред и форма („скиците“ намира „скица“). Числото може да е пореден номер, УРИ, номер на подателя, ЕГН или ЕИК.',
    args: { text: ['[текст...]', 'номер, лице или думи; без него последните'] },
    options: {
      direction: ['<посока>', 'incoming, outgoing или internal'],
      kind: ['<вид>', 'код или име на вида'],
      register: ['<индекс>', 'регистър'],
      department: ['<код>', 'звено, за което е, или кметство, което го е приело'],
      channel: ['<начин>', 'desk, mayoralty, post, email, portal или ssev'],
      party: ['<кой>', 'само на този човек или организация'],
      from: ['<ден>', 'от този ден'],
      to: ['<ден>', 'до този ден'],
      limit: ['<брой>', 'най-много толкова (по подразбиране 50)'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe documents find скица райково', 'по думи'],
      ['gishe documents find П-1-00012', 'по номер'],
      ['gishe documents find --direction outgoing --from 01.11.2026', 'изходящите от началото на месеца'],
    ],
  }),
  'documents show': command({
    does: 'Показва всичко за документ: запис, поправки, файлове, изпращания',
    args: { number: NUMBER },
    examples: [['gishe documents show П-1-00012', 'по номер']],
  }),
  'documents correct': command({
    does: 'Поправя записа на документ; номерът и датата му не се поправят',
    more: 'Поправката е отделен запис с автор и причина; първоначалното остава видимо.',
    args: { number: NUMBER },
    options: {
      field: [
        '<поле>',
        'subject, kind, correspondents, channel, received_at, sheets, attachments, foreign_number или foreign_day',
      ],
      to: ['<стойност>', 'кое е вярното; лица може няколко пъти'],
      reason: ['<причина>', 'защо, с думи'],
      id: ID,
    },
    examples: [
      [
        'gishe documents correct П-1-00012 --field subject --to "Скица на имот в Устово" --reason "грешно селище"',
        'друго относно',
      ],
    ],
  }),
  'documents annul': command({
    does: 'Анулира документ, регистриран по грешка; номерът му остава',
    args: { number: NUMBER },
    options: { reason: ['<причина>', 'защо, с думи'], id: ID },
    examples: [['gishe documents annul П-1-00012 --reason "въведен два пъти"', 'остава с номера си']],
  }),
  'documents attach': command({
    does: 'Прилага файл към документ',
    more: 'Приемат се PDF, TIFF, JPEG, PNG, подписани файлове, документи и таблици, до 100 MB. Еднакви файлове се пазят веднъж.',
    args: { number: NUMBER, file: ['<файл>', 'пътят до файла'] },
    options: {
      name: ['<име>', 'как да се казва'],
      role: ['<какъв>', 'scan, attachment, draft или result (по подразбиране attachment)'],
      attested: ['', 'образът съвпада с хартията (чл. 134 НОДА)'],
    },
    examples: [
      ['gishe documents attach П-1-00012 scan.pdf --role scan --attested', 'заверено сканирано копие'],
    ],
  }),
  'documents file': command({
    does: 'Записва приложен файл на диска, след като провери, че не е променян',
    args: { number: NUMBER, file: ['[файл]', 'пореден номер или име на файла (по подразбиране 1)'] },
    options: { out: ['<път>', 'къде да се запише; без него само се казва къде лежи'] },
    examples: [['gishe documents file П-1-00012 1 --out scan.pdf', 'първият файл']],
  }),
  'documents slip': command({
    does: 'Печата потвърждението за получаване или етикета; отпечатан вече, като дубликат',
    args: { number: NUMBER },
    options: { label: ['', 'етикета, а не потвърждението'] },
    examples: [['gishe documents slip П-1-00012 --desk 3', 'на принтера на гише 3']],
  }),
  'documents confirm': command({
    does: 'Показва потвърждението за получаване или го записва на A4',
    args: { number: NUMBER },
    options: { pdf: ['<файл>', 'PDF файл'] },
    examples: [['gishe documents confirm П-1-00012 --pdf potvarzhdenie.pdf', 'за изпращане по е-поща']],
  }),
  'documents send': command({
    does: 'Вписва, че изходящ документ е изпратен',
    args: { number: NUMBER },
    options: {
      way: ['<начин>', 'desk, mayoralty, post, email или ssev'],
      to: ['<къде>', 'адрес, е-поща или профил'],
      reference: ['<номер>', 'номер на пратката или съобщението'],
      id: ID,
    },
    examples: [
      [
        'gishe documents send О-1-00013 --way post --to "ул. Първа 5, Смолян" --reference "R PS 4700 0123 4X"',
        'препоръчано писмо',
      ],
    ],
  }),
  'documents delivered': command({
    does: 'Вписва кога изпратеното е връчено и какво го доказва',
    args: { number: NUMBER },
    options: {
      on: ['<ден>', 'кога е връчено (по подразбиране днес)'],
      proof: ['<доказателство>', 'обратна разписка, изтегляне, известие'],
    },
    examples: [['gishe documents delivered О-1-00013 --on 20.11.2026 --proof "обратна разписка"', 'връчено']],
  }),
}

export type DocumentsCommands = InOtherWords<typeof documentsCommands>
