import type { DeadlineRuleId, TermBeginning } from '../../rules/deadline-rules.ts'
import type { TermUnit } from '../../rules/deadlines.ts'
import type { DeadlineTexts } from '../../rules/due-explained.ts'

const UNITS: Record<string, readonly string[]> = {
  hours: ['час', 'часа'],
  calendar_days: ['ден', 'дни'],
  working_days: ['работен ден', 'работни дни'],
  weeks: ['седмица', 'седмици'],
  months: ['месец', 'месеца'],
} satisfies Record<TermUnit, unknown>

const WEEKDAYS = ['понеделник', 'вторник', 'сряда', 'четвъртък', 'петък', 'събота', 'неделя']

const bracketed = (article: string): string => (article ? ` (${article})` : '')

const explained: DeadlineTexts = {
  amount: (amount, unit) =>
    amount === 0 ? 'веднага' : `${amount} ${UNITS[unit]?.[amount === 1 ? 0 : 1] ?? unit}`,
  term: (amount, from, article) => `${amount} от ${from}${bracketed(article)}`,
  before: (amount, end, article) => `${amount} преди ${end}${bracketed(article)}`,
  afterHours: (arrived, from, article) =>
    `получено на ${arrived} извън работно време, тече от ${from} (${article})`,
  fixed: day => `нередовностите са отстранени на ${day}`,
  forwarded: day => `получено от компетентния орган на ${day}`,
  monthEnd: (day, missing) => `${day} е краят на месеца, ${missing}-о число няма`,
  extended: (amount, article) => `удължен с ${amount} (${article})`,
  suspended: (from, until) => `спрян от ${from} до ${until}`,
  standsStill: from => `спрян от ${from}, смята се, че тръгва днес`,
  weekend: (day, dayOfWeek) => `${day} е ${WEEKDAYS[dayOfWeek - 1] ?? dayOfWeek}`,
  dayOff: (day, because) => `${day} е почивен (${because})`,
  officeClosed: (day, time) => `изтича в ${time} на ${day} след работно време`,
  at: (day, time) => `${day} ${time} ч.`,
}

const rules: Record<DeadlineRuleId, string> = {
  'act-general': 'индивидуален акт, общ срок',
  'act-certificate': 'удостоверение и друг документ от значение за права',
  'act-expertise': 'удостоверение с експертиза или лично участие',
  'act-at-hand': 'преписка, по която доказателствата са налични',
  'act-others-heard': 'акт, когато други лица трябва да се защитят',
  'act-complex': 'комплексно административно обслужване',
  'act-announce': 'съобщаване на издадения акт',
  'body-information': 'налична информация на хартия от друг орган',
  'body-evidence': 'документи и доказателства от друг орган',
  'body-consent': 'съгласие или мнение на друг орган',
  'party-opinion': 'становище на страните по доказателствата (най-много)',
  'irregular-signature': 'потвърждаване на неподписано искане',
  'irregular-request': 'отстраняване на недостатъци в искането',
  'irregular-files': 'начало на срока при нечетими електронни приложения',
  'notice-electronic': 'изтегляне на електронно изпратен документ',
  'notice-at-door': 'съобщение, залепено на вратата',
  'notice-on-board': 'съобщение на таблото и сайта (най-малко)',
  'right-expires': 'напомняне за изтичащо право',
  'proposal-decision': 'решение по предложение',
  'proposal-announce': 'съобщаване на решението по предложение',
  'signal-decision': 'решение по сигнал',
  'signal-announce': 'съобщаване на решението по сигнал',
  'signal-execution': 'изпълнение на решението по сигнал',
  'signal-forward': 'препращане на сигнал или предложение',
  'signal-send-up': 'непризнат сигнал към по-горестоящия орган',
  'information-answer': 'достъп до обществена информация',
  'information-unclear': 'уточняване на искането за информация',
  'information-consent': 'искане на съгласие от трето лице',
  'information-forward': 'препращане на искането за информация',
  'information-none': 'съобщение, че информацията я няма',
  'information-publish': 'публикуване на акта или информацията',
  'information-access': 'достъп до информацията (най-малко)',
  'enquiry-answer': 'отговор на общо запитване по пощата или имейл',
  'service-description': 'промяна в описанието на услуга',
}

const beginnings: Record<TermBeginning, string> = {
  request: 'постъпване на искането',
  arrival: 'постъпване',
  registration: 'регистриране',
  receipt: 'получаване на решението',
  notice: 'съобщението',
  asking: 'поискването',
  data: 'достъпа до данните',
  decision: 'решението',
  issue: 'издаването',
  sending: 'изпращането',
  posting: 'поставянето',
  change: 'промяната',
  expiry: 'края на правото, назад',
}

/** The terms of the law: why one ends when it does, what each is for, what it is counted from. */
export const deadlines = { explained, rules, beginnings }

export type DeadlinesTexts = typeof deadlines
