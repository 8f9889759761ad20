import { command, type InOtherWords } from '../command-text.ts'

const NUMBER = ['<номер>', 'номер на заявлението, на сметката му или УРИ'] as const
const ID = ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'] as const
const DOCUMENT = ['<номер>', 'документ от преписката; иначе се създава нов изходящ'] as const
const KIND = ['<код>', 'вид на новия документ'] as const
const SUBJECT = ['<текст>', 'относно на новия документ'] as const
const LATE = [
  '<причина>',
  'защо е след срока: overload, staff_absent, other_body, applicant, technical, complex, other',
] as const
const LATE_NOTE = ['<текст>', 'причината с думи; задължително при other'] as const

export const requestsCommands = {
  'requests register': command({
    does: 'Регистрира заявление за услуга: номер, преписка, сметка за касата, срок, първи етап и бележка',
    more: 'Документите, които винаги са нужни, се смятат за донесени, а другите за ненужни, освен ако е казано друго. Служебните не се искат.',
    args: { service: ['<услуга>', 'услуга: [брой*]код[:скорост][=сума]'] },
    options: {
      applicant: ['<кой>', 'заявител: ЕГН, ЛНЧ, ЕИК, име или номер от регистъра'],
      representative: ['<кой>', 'кой подава вместо заявителя'],
      ground: ['<текст>', 'на какво основание: пълномощно № и дата, закон'],
      channel: ['<как>', 'desk, mayoralty, post, email, portal или ssev (по подразбиране desk)'],
      received: ['<кога>', 'кога е постъпило: „22.11.2026 16:40“ (по подразбиране сега)'],
      brought: ['<код>', 'донесен документ по картата; може няколко пъти'],
      missing: ['<код>', 'липсващ документ; може няколко пъти'],
      'not-needed': ['<код>', 'документ, който не е нужен; може няколко пъти'],
      delivery: ['<как>', 'как се получава: desk, mayoralty, post, email или ssev (по подразбиране desk)'],
      'deliver-to': ['<адрес>', 'къде; по подразбиране адресът от регистъра'],
      amount: ['<сума>', 'таксата, където я определя тарифа'],
      subject: ['<текст>', 'за какво е, ако името на услугата не стига'],
      sheets: ['<брой>', 'листове'],
      attachments: ['<брой>', 'приложения'],
      'foreign-number': ['<номер>', 'номер на подателя'],
      'without-slip': ['', 'без бележка на принтера'],
      id: ID,
    },
    examples: [
      ['gishe requests register 2016 --applicant "Мария Чаушева" --desk 3', 'на гише, с бележка'],
      [
        'gishe requests register 2027:fast=30,68 --applicant 990001103 --channel post --received "20.11.2026 10:00" --delivery post',
        'по пощата, с такса по тарифа',
      ],
    ],
  }),
  'requests list': command({
    does: 'Показва заявленията по краен срок',
    options: {
      which: ['<кои>', 'open (в работа), overdue (просрочени), ready (за връчване), ended, all'],
      service: ['<код>', 'на една услуга'],
      department: ['<код>', 'на едно звено'],
      applicant: ['<кой>', 'на едно лице'],
      due: ['<ден>', 'със срок до този ден'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe requests list --which overdue', 'просрочените'],
      ['gishe requests list --which ready', 'готови, но невръчени'],
    ],
  }),
  'requests show': command({
    does: 'Показва едно заявление: срок и защо, такса, документи, етапи, какво се е случило',
    args: { number: NUMBER },
    examples: [['gishe requests show ЗВ-1-00012', 'по номер']],
  }),
  'requests slip': command({
    does: 'Показва потвърждението за получаване, или го записва на A4',
    args: { number: NUMBER },
    options: { pdf: ['<файл>', 'PDF на A4'] },
    examples: [['gishe requests slip ЗВ-1-00012 --pdf potvarzhdenie.pdf', 'за изпращане по имейл']],
  }),
  'requests irregular': command({
    does: 'Съобщава нередовност с изходящ документ; срокът спира (чл. 30 АПК)',
    args: { number: NUMBER },
    options: {
      what: ['<текст>', 'какво липсва или е сгрешено'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      id: ID,
    },
    examples: [['gishe requests irregular ЗВ-1-00012 --what "липсва пълномощно"', 'заявителят има 3 дни']],
  }),
  'requests delivered': command({
    does: 'Отбелязва кога е връчено съобщението за нередовност; оттогава текат трите дни',
    args: { number: NUMBER },
    options: {
      on: ['<ден>', 'кога (по подразбиране днес)'],
      proof: ['<текст>', 'с какво се доказва: обратна разписка, изтеглено на'],
      id: ID,
    },
    examples: [
      [
        'gishe requests delivered ЗВ-1-00012 --on 20.11.2026 --proof "обратна разписка"',
        'оттогава текат 3 дни',
      ],
    ],
  }),
  'requests mend': command({
    does: 'Отбелязва, че нередовностите са отстранени; срокът тече отначало',
    args: { number: NUMBER },
    options: {
      what: ['<текст>', 'какво е донесено'],
      document: ['<номер>', 'с кой документ е постъпило'],
      id: ID,
    },
    examples: [['gishe requests mend ЗВ-1-00012 --what "пълномощно № 112/2026"', 'срокът тече отначало']],
  }),
  'requests suspend': command({
    does: 'Спира производството на основание по закона (чл. 54 АПК)',
    args: { number: NUMBER },
    options: { reason: ['<текст>', 'основанието'], document: DOCUMENT, kind: KIND, subject: SUBJECT, id: ID },
    examples: [
      [
        'gishe requests suspend ЗВ-1-00012 --reason "чл. 54, ал. 1, т. 5 АПК: преюдициален спор"',
        'срокът спира',
      ],
    ],
  }),
  'requests resume': command({
    does: 'Възобновява спряно производство (чл. 55 АПК); остатъкът от срока продължава',
    args: { number: NUMBER },
    options: { reason: ['<текст>', 'защо'], id: ID },
    examples: [['gishe requests resume ЗВ-1-00012 --reason "спорът приключи"', 'остатъкът продължава']],
  }),
  'requests extend': command({
    does: 'Удължава срока, докъдето законът позволява, с документ до заявителя',
    args: { number: NUMBER },
    options: {
      days: ['<брой>', 'календарни дни'],
      reason: ['<текст>', 'защо'],
      article: ['<текст>', 'основание (по подразбиране чл. 57, ал. 7 АПК)'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      id: ID,
    },
    examples: [
      [
        'gishe requests extend ЗВ-1-00012 --days 14 --reason "поискано е становище на РИОСВ"',
        'най-много 14 дни',
      ],
    ],
  }),
  'requests complete': command({
    does: 'Приключва заявление с резултата от услугата',
    more: 'Неплатена такса се приема само с причина защо не се дължи (--exempt), а закъснение с причина (--late-reason).',
    args: { number: NUMBER },
    options: {
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      exempt: ['<текст>', 'защо таксата не се дължи'],
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: ['<UUID>', 'номер на новия документ: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe requests complete ЗВ-1-00012', 'с нов изходящ документ по картата'],
      ['gishe requests complete ЗВ-1-00012 --late-reason staff_absent', 'след срока, с причина'],
    ],
  }),
  'requests refuse': command({
    does: 'Отказва с мотивиран документ',
    args: { number: NUMBER },
    options: {
      reason: ['<текст>', 'мотивите накратко'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: ['<UUID>', 'номер на новия документ: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe requests refuse ЗВ-1-00012 --reason "няма съставен акт за раждане"', 'с нов документ „Отказ“'],
    ],
  }),
  'requests terminate': command({
    does: 'Прекратява производството без решение: неотстранена нередовност, оттегляне, друг орган',
    args: { number: NUMBER },
    options: {
      reason: ['<текст>', 'защо'],
      withdrawn: ['', 'заявителят е оттеглил искането си'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: ['<UUID>', 'номер на новия документ: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe requests terminate ЗВ-1-00012 --withdrawn --reason "молба от 22.11.2026"', 'оттеглено'],
    ],
  }),
  'requests hand-out': command({
    does: 'Връчва резултата; на гише излиза разписка за подпис',
    args: { number: NUMBER },
    options: {
      to: ['<име>', 'кой го получава'],
      way: ['<как>', 'desk, mayoralty, post, email или ssev (по подразбиране както е поискано)'],
      identity: ['<текст>', 'как е установена самоличността: лична карта, пълномощно'],
      reference: ['<номер>', 'номер на препоръчаното писмо или съобщението'],
    },
    examples: [
      ['gishe requests hand-out ЗВ-1-00012 --to "Мария Чаушева" --identity "лична карта"', 'на гише'],
      [
        'gishe requests hand-out ЗВ-1-00012 --to "Мария Чаушева" --way post --reference RR123456789BG',
        'по пощата',
      ],
    ],
  }),
}

export type RequestsCommands = InOtherWords<typeof requestsCommands>
