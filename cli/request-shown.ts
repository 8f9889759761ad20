import type { RequestFound } from '../office/requests/lookup.ts'
import type { RequestRegistered } from '../office/requests/register-request.ts'
import type { RequestShown } from '../office/requests/show-request.ts'
import { phaseOf } from '../rules/cards/card.ts'
import { showDay, showMoment } from '../rules/dates.ts'
import { showAccessCode } from '../rules/documents.ts'
import { explainDue } from '../rules/due-explained.ts'
import { showEuro } from '../rules/money.ts'
import type { Door } from './door.ts'
import { answer } from './output/answer.ts'
import { plainFacts } from './plain-facts.ts'
import { signsOf } from './task-shown.ts'

/** What was registered, as the clerk tells it. */
export function answerRegistered(door: Door, done: RequestRegistered): void {
  const { lang, words } = door
  const explained = explainDue(done.due, door.texts.deadlines.explained, lang)
  const json = {
    request_id: done.requestId,
    number: done.number,
    uri: done.uri,
    registered_at: done.registeredAt.toString(),
    case_id: done.caseId,
    access_code: done.accessCode,
    service: done.service.code,
    applicant: done.applicant,
    due: done.due.on.toString(),
    due_explained: explained,
    bill: done.bill && { number: done.bill.number, amount_cents: done.bill.amount },
    missing: done.missing,
    phases: done.phases.map(({ taskId, name, unit, dueOn }) => ({
      task_id: taskId,
      name,
      unit: unit[lang],
      due: dueOn.toString(),
    })),
    print_job: done.printJobId,
  }
  const { requests: says } = words
  const lines = [
    says.registered(done.number, showMoment(done.registeredAt, lang)),
    `${done.service.code} ${done.service.name[lang]}`,
    says.pair(says.applicant, done.applicant),
    says.pair(says.due, explained),
    says.pair(
      says.fee,
      done.bill ? says.toPay(showEuro(done.bill.amount, lang), done.bill.number) : says.free,
    ),
    says.pair(says.accessCode, showAccessCode(done.accessCode)),
    ...done.phases.map(phase =>
      says.pair(says.phase, says.phaseOf(phase.name, phase.unit[lang], showDay(phase.dueOn, lang))),
    ),
    ...(done.missing.length > 0 ? [says.pair(says.missing, done.missing.join('; '))] : []),
  ]
  answer(door, json, lines.join('\n'))
}

type StandingMore = { mendBy?: Temporal.PlainDate | null; takenBy?: string; handedAt?: Temporal.Instant }

/** How a request stands now, on a few lines. */
export function answerStanding(door: Door, request: RequestFound, more: StandingMore = {}): void {
  const { lang, words } = door
  const { requests: says } = words
  const standing = door.texts.requests.standings[request.standing]
  const due = request.dueOn ? says.pair(says.due, showDay(request.dueOn, lang)) : null
  const document = request.ending?.documentNumber ?? request.events.at(-1)?.documentNumber ?? null
  answer(
    door,
    {
      request_id: request.id,
      number: request.number,
      standing: request.standing,
      due: request.dueOn?.toString() ?? null,
      document,
      ...plainFacts({ ...more }),
    },
    [
      says.stands(request.number, standing),
      ...(due ? [due] : []),
      ...(document ? [says.pair(says.document, document)] : []),
      ...(more.mendBy ? [says.pair(says.mendBy, showDay(more.mendBy, lang))] : []),
      ...(more.takenBy ? [says.pair(says.handedOut, more.takenBy)] : []),
    ].join('\n'),
  )
}

/** All of a request. */
export function answerRequest(door: Door, shown: RequestShown): void {
  if (door.options.json) answer(door, plainFacts(shown as unknown as Record<string, unknown>), '')
  else door.answer([...head(door, shown), ...parts(door, shown)].join('\n'))
}

function head(door: Door, shown: RequestShown): string[] {
  const { lang, texts } = door
  const { requests: says } = door.words
  const { slip } = texts.papers
  const due = shown.ending
    ? `${showDay(shown.ending.endedOn, lang)}: ${texts.requests.standings[shown.standing]}`
    : explainDue(shown.due, texts.deadlines.explained, lang)
  const fee = shown.fee
    ? `${showEuro(shown.fee.amount, lang)}, ${says.fees[shown.fee.state]} (№ ${shown.fee.number})`
    : says.free
  const pairs: [string, string | null][] = [
    [says.uri, shown.uri],
    [says.service, `${shown.service.code} ${shown.service.name[lang]}`],
    [says.applicant, shown.applicant.name],
    [says.representative, shown.representative && `${shown.representative.name}, ${shown.representation}`],
    [says.came, `${slip.channels[shown.channel]}, ${showMoment(shown.receivedAt, lang)}`],
    [says.department, shown.department.name[lang]],
    [says.standing, texts.requests.standings[shown.standing]],
    [shown.ending ? says.ended : says.due, due],
    [says.late, shown.ending?.lateReason ? lateness(door, shown) : null],
    [says.fee, fee],
    [says.delivery, [texts.requests.deliveries[shown.delivery], shown.deliverTo].filter(Boolean).join(', ')],
    [says.accessCode, showAccessCode(shown.accessCode)],
    [says.mendBy, shown.mendBy && showDay(shown.mendBy, lang)],
    [says.document, shown.ending?.documentNumber ?? null],
    [says.handedOut, shown.handOut && handed(door, shown)],
  ]
  return [shown.number, ...pairs.flatMap(([left, right]) => (right ? [says.pair(left, right)] : []))]
}

function lateness(door: Door, { ending }: RequestShown): string {
  const reason = ending?.lateReason ? door.texts.lateReasons[ending.lateReason] : ''
  return [reason, ending?.lateNote].filter(Boolean).join(': ')
}

function handed(door: Door, { handOut }: RequestShown): string {
  if (!handOut) return ''
  return `${showMoment(handOut.handedAt, door.lang)}, ${handOut.takenBy}`
}

/** What whoever ends an open phase may choose, where there is a choice. */
function outcomes({ card }: RequestShown, phase: string | null): string[] {
  const known = card && phase ? phaseOf(card, phase)?.next : undefined
  return known && known.length > 1 ? [known.map(({ outcome }) => outcome).join(' / ')] : []
}

function parts(door: Door, shown: RequestShown): string[] {
  const { lang, texts } = door
  const { requests: says } = door.words
  const items = shown.items.map(({ name, state }) => `  ${says.items[state]}: ${name}`)
  const tasks = shown.tasks.map(({ what, phase, department, assignee, dueOn, ending, id }) => {
    const who = assignee?.name ?? department.name[lang]
    const how = ending
      ? `${texts.tasks.outcomes[ending.outcome]} ${showDay(ending.endedOn, lang)}`
      : [says.until(showDay(dueOn, lang)), signsOf(id), ...outcomes(shown, phase)].join(' · ')
    return `  ${what} · ${who} · ${how}`
  })
  const events = shown.events.map(
    ({ kind, onDay, reason, documentNumber }) =>
      `  ${showDay(onDay, lang)} ${says.events[kind]}${reason ? `: ${reason}` : ''}${documentNumber ? ` (${documentNumber})` : ''}`,
  )
  const part = (title: string, lines: string[]) => (lines.length > 0 ? ['', title, ...lines] : [])
  return [...part(says.checklist, items), ...part(says.phases, tasks), ...part(says.history, events)]
}
