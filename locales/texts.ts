import { showMoment } from '../rules/dates.ts'
import type { HandoverTexts } from '../rules/handovers.ts'
import { spanOf } from '../rules/kiosk-watch.ts'
import type { Alarm, KioskFault } from '../rules/kiosks.ts'
import type { Lang } from '../rules/languages.ts'
import type { Refusal } from '../rules/refusal.ts'
import type { ControlTexts } from '../rules/reports/control-texts.ts'
import { cases as bgCases, type CasesTexts } from './bg/cases.ts'
import { control as bgControl } from './bg/control.ts'
import { deadlines as bgDeadlines, type DeadlinesTexts } from './bg/deadlines.ts'
import { dossier as bgDossier, type DossierTexts } from './bg/dossier.ts'
import { faults as bgFaults, type FaultTexts } from './bg/faults.ts'
import { handovers as bgHandovers } from './bg/handovers.ts'
import { kiosks as bgKiosks, type KiosksTexts } from './bg/kiosks.ts'
import { likeness as bgLikeness, type LikenessTexts } from './bg/likeness.ts'
import { papers as bgPapers } from './bg/papers.ts'
import { posts as bgPosts, type PostTexts } from './bg/posts.ts'
import { refusals as bgRefusals, type RefusalTexts } from './bg/refusals.ts'
import { reports as bgReports } from './bg/reports.ts'
import { requests as bgRequests, type RequestsTexts } from './bg/requests.ts'
import { lateReasons as bgLateReasons, tasks as bgTasks, type TasksTexts } from './bg/tasks.ts'
import { cases as enCases } from './en/cases.ts'
import { control as enControl } from './en/control.ts'
import { deadlines as enDeadlines } from './en/deadlines.ts'
import { dossier as enDossier } from './en/dossier.ts'
import { faults as enFaults } from './en/faults.ts'
import { handovers as enHandovers } from './en/handovers.ts'
import { kiosks as enKiosks } from './en/kiosks.ts'
import { likeness as enLikeness } from './en/likeness.ts'
import { papers as enPapers } from './en/papers.ts'
import { posts as enPosts } from './en/posts.ts'
import { refusals as enRefusals } from './en/refusals.ts'
import { reports as enReports } from './en/reports.ts'
import { requests as enRequests } from './en/requests.ts'
import { lateReasons as enLateReasons, tasks as enTasks } from './en/tasks.ts'

export type Texts = PostTexts & {
  refusals: RefusalTexts
  faults: FaultTexts
  likeness: LikenessTexts
  dossier: DossierTexts
  papers: typeof bgPapers
  deadlines: DeadlinesTexts
  reports: typeof bgReports
  requests: RequestsTexts
  tasks: TasksTexts
  cases: CasesTexts
  handovers: HandoverTexts
  lateReasons: typeof bgLateReasons
  control: ControlTexts
  kiosks: KiosksTexts
}

const all: Record<Lang, Texts> = {
  bg: {
    ...bgPosts,
    refusals: bgRefusals,
    faults: bgFaults,
    likeness: bgLikeness,
    dossier: bgDossier,
    papers: bgPapers,
    reports: bgReports,
    requests: bgRequests,
    tasks: bgTasks,
    cases: bgCases,
    handovers: bgHandovers,
    lateReasons: bgLateReasons,
    control: bgControl,
    kiosks: bgKiosks,
    deadlines: bgDeadlines,
  },
  en: {
    ...enPosts,
    refusals: enRefusals,
    faults: enFaults,
    likeness: enLikeness,
    dossier: enDossier,
    papers: enPapers,
    reports: enReports,
    requests: enRequests,
    tasks: enTasks,
    cases: enCases,
    handovers: enHandovers,
    lateReasons: enLateReasons,
    control: enControl,
    kiosks: enKiosks,
    deadlines: enDeadlines,
  },
}

/** The words that every door shares. What only one door says is in a file of its own (screens, commands). */
export const textsFor = (lang: Lang): Texts => all[lang]

/** The sentence of a refusal: what is not possible, and what to do next. */
export function describeRefusal(refusal: Refusal, lang: Lang): string {
  const say = all[lang].refusals[refusal.code] as (facts: Refusal['facts']) => string
  return say(refusal.facts)
}

/** Milliseconds as people say them, in one unit: `40 с`, `3 мин`, `2 ч`, `5 дни`. */
export function showSpan(ms: number, lang: Lang): string {
  const { unit, amount } = spanOf(ms)
  return all[lang].kiosks.span[unit](amount)
}

/** How long ago something was: what is less than a minute ago is now. */
export const showAgo = (since: Temporal.Instant, now: Temporal.Instant, lang: Lang): string => {
  const ms = since.until(now).total('milliseconds')
  return ms < 60_000 ? all[lang].kiosks.now : showSpan(ms, lang)
}

/** What is wrong at a device, with the facts that were noted of it. */
export function describeAlarm(
  { kind, facts }: { kind: Alarm; facts: Record<string, unknown> },
  lang: Lang,
): string {
  const { told } = all[lang].kiosks
  switch (kind) {
    case 'silent':
      return told.silent(showMoment(Temporal.Instant.from(String(facts['lastWordAt'])), lang))
    case 'negatives':
      return told.negatives(Number(facts['presses']), Number(facts['minutes']))
    case 'doubled':
      return told.doubled(Number(facts['seq']))
    case 'clock':
      return told.clock(showSpan(Number(facts['skewMs']), lang), Number(facts['skewMs']) > 0)
    case 'fault':
      return (facts['faults'] as KioskFault[]).map(fault => all[lang].kiosks.faults[fault]).join('; ')
  }
}

/** The sentence of a print job's stored fault code; the code itself where a newer program wrote one we do not know. */
export function describePrintFault(code: string, lang: Lang, detail = ''): string {
  const say = lookUp(all[lang].faults.printer, code)
  return say ? say(detail) : code
}

/**
 * The sentence for a fault of the database, of its line, of a printer, of the hub or of a device's disk; null for everything else, which is a bug. Faults are
 * known by their shape, so that every door may ask without importing the database or the printers.
 */
export function describeFault(error: unknown, lang: Lang): string | null {
  if (!(error instanceof Error)) return null
  const { faults } = all[lang]
  const code = textOf(error, 'code')
  if (error.name === 'DatabaseFault')
    return (
      lookUp(faults.database, code)?.({ path: textOf(error, 'path'), detail: textOf(error, 'detail') }) ??
      null
    )
  if (error.name === 'Fault') return lookUp(faults.printer, code)?.(textOf(error, 'detail')) ?? null
  if (error.name === 'HubFault') return lookUp(faults.hub, code)?.(textOf(error, 'detail')) ?? null
  if (error.name === 'OutboxFault') return lookUp(faults.outbox, code)?.(textOf(error, 'detail')) ?? null
  return describeDriverError(error.cause instanceof Error ? error.cause : error, faults.connection)
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/
const LINE_LOST =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|57P0|08)/

/** What PostgreSQL's SQLSTATE or the network's errno means to a person. */
function describeDriverError(error: Error, connection: FaultTexts['connection']): string | null {
  const code = textOf(error, 'code')
  if (code === '53100') return connection.disk_full()
  if (code === '53300') return connection.too_many()
  if (code === '42501') return connection.denied(error.message)
  if (code === '25006') return connection.read_only()
  if (code === '28P01' || code === '28000') return connection.login()
  if (CERTIFICATE.test(code)) return connection.certificate(code)
  const noSocket = ['ENOENT', 'EACCES'].includes(code) && textOf(error, 'syscall') === 'connect'
  return noSocket || LINE_LOST.test(code) ? connection.lost(code) : null
}

const textOf = (error: Error, key: string): string => String(Reflect.get(error, key) ?? '')

const lookUp = <T extends object>(texts: T, code: string): T[keyof T] | undefined =>
  Object.hasOwn(texts, code) ? texts[code as keyof T] : undefined
