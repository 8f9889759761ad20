import type { DeadlineRuleId, TermBeginning } from '../../rules/deadline-rules.ts'
import type { TermUnit } from '../../rules/deadlines.ts'
import type { DeadlineTexts } from '../../rules/due-explained.ts'
import { CATALOGUE } from '../../rules/requests.ts'
import type { DeadlinesTexts } from '../bg/deadlines.ts'

const UNITS: Record<string, string> = {
  hours: 'hour',
  calendar_days: 'day',
  working_days: 'working day',
  weeks: 'week',
  months: 'month',
} satisfies Record<TermUnit, unknown>

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const bracketed = (article: string): string => {
  if (article === CATALOGUE) return ' (service catalogue)'
  return article ? ` (${article})` : ''
}

const explained: DeadlineTexts = {
  amount: (amount, unit) =>
    amount === 0 ? 'at once' : `${amount} ${UNITS[unit] ?? unit}${amount === 1 ? '' : 's'}`,
  term: (amount, from, article) => `${amount} from ${from}${bracketed(article)}`,
  before: (amount, end, article) => `${amount} before ${end}${bracketed(article)}`,
  afterHours: (arrived, from, article) =>
    `received on ${arrived} after hours, runs from ${from} (${article})`,
  fixed: day => `put right on ${day}`,
  forwarded: day => `received by the competent body on ${day}`,
  monthEnd: (day, missing) => `${day} is the end of the month, which has no day ${missing}`,
  extended: (amount, article) => `extended by ${amount} (${article})`,
  suspended: (from, until) => `suspended from ${from} to ${until}`,
  standsStill: from => `suspended since ${from}, as if it went on today`,
  weekend: (day, dayOfWeek) => `${day} is a ${WEEKDAYS[dayOfWeek - 1] ?? dayOfWeek}`,
  dayOff: (day, because) => `${day} is a day off (${because})`,
  officeClosed: (day, time) => `ends at ${time} on ${day} after hours`,
  at: (day, time) => `${day} ${time}`,
}

const rules: Record<DeadlineRuleId, string> = {
  'act-general': 'individual act, general term',
  'act-certificate': 'certificate or other document that rights depend on',
  'act-expertise': 'certificate with an expertise or in person',
  'act-at-hand': 'matter with all its evidence at hand',
  'act-others-heard': 'act where others must be able to defend themselves',
  'act-complex': 'complex administrative service',
  'act-announce': 'announcing an act that was issued',
  'body-information': 'information on paper held by another body',
  'body-evidence': 'documents and evidence from another body',
  'body-consent': 'consent or opinion of another body',
  'party-opinion': 'opinion of the parties on the evidence (at most)',
  'irregular-signature': 'confirming a request without signature',
  'irregular-request': 'putting an irregular request right',
  'irregular-files': 'start of the term with unreadable attachments',
  'notice-electronic': 'fetching a document sent by wire',
  'notice-at-door': 'notice at the door',
  'notice-on-board': 'notice on the board and website (at least)',
  'right-expires': 'reminder of a right that expires',
  'proposal-decision': 'decision on a proposal',
  'proposal-announce': 'announcing the decision on a proposal',
  'signal-decision': 'decision on a signal',
  'signal-announce': 'announcing the decision on a signal',
  'signal-execution': 'carrying out the decision on a signal',
  'signal-forward': 'forwarding a signal or proposal',
  'signal-send-up': 'signal not accepted, to the superior body',
  'information-answer': 'access to public information',
  'information-unclear': 'making a request for information clear',
  'information-consent': 'asking a third party for consent',
  'information-forward': 'forwarding a request for information',
  'information-none': 'telling that the information is not held',
  'information-publish': 'publishing the act or the information',
  'information-access': 'access to the information (at least)',
  'enquiry-answer': 'answer to a general enquiry by post or e-mail',
  'service-description': 'change in the description of a service',
}

const beginnings: Record<TermBeginning, string> = {
  request: 'arrival of the request',
  arrival: 'arrival',
  registration: 'registration',
  receipt: 'receipt of the decision',
  notice: 'the notice',
  asking: 'being asked',
  data: 'access to the data',
  decision: 'the decision',
  issue: 'the issue',
  sending: 'the sending',
  posting: 'the posting',
  change: 'the change',
  expiry: 'the end of the right, back',
}

export const deadlines: DeadlinesTexts = { explained, rules, beginnings }
