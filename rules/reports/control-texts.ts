import type { Controlled, Nearness } from '../control.ts'
import type { LateReason } from '../late-reasons.ts'
import type { ReviewStatus, Verdict } from '../reviews.ts'
import type { DocumentsBy, ReasonsBy, RequestsBy } from './registry.ts'

/** The words of the control of terms and of the reports of the registry in one language. */
export type ControlTexts = {
  board: { title: string; of: Record<Controlled, string>; nothing: Record<Controlled, string> }
  /** Heads of columns and names of lists. */
  nearness: Record<Nearness, string>
  /** The day is short: `25.11`. */
  until: (day: string) => string
  onlyOf: (unit: string) => string
  onlyNear: (nearness: string) => string
  list: {
    title: Record<Controlled, string>
    total: (rows: number) => string
    /** There is more than was asked for. */
    first: (rows: number) => string
    /** Of the department while nobody took it. */
    nobody: string
  }
  protocol: {
    title: string
    week: (from: string, until: string) => string
    /** How many of all were reviewed. */
    reviewed: (reviewed: number, all: number) => string
    notReviewed: string
    /** Where the head signs. */
    signature: string
  }
  statuses: Record<ReviewStatus, string>
  verdicts: Record<Verdict, string>
  requests: { title: Record<RequestsBy, string>; name: Record<RequestsBy, string> }
  documents: { title: Record<DocumentsBy, string>; name: Record<DocumentsBy, string> }
  workload: { title: string }
  late: { title: string }
  reasons: { title: Record<ReasonsBy, string> }
  head: {
    title: string
    services: string
    late: string
    oldest: string
    moreServices: (rows: number) => string
    moreLate: (rows: number) => string
  }
  column: ControlColumns
  total: string
  /** A key without a name: a channel that nobody said, a document of no unit. */
  none: string
  names: {
    channels: Record<string, string>
    speeds: Record<string, string>
    outcomes: Record<string, string>
    reasons: Record<LateReason, string>
  }
}

type ControlColumns = Record<
  | 'unit'
  | 'total'
  | 'oldest'
  | 'number'
  | 'what'
  | 'holder'
  | 'due'
  | 'daysLate'
  | 'status'
  | 'verdict'
  | 'note'
  | 'reviewer'
  | 'code'
  | 'ended'
  | 'kept'
  | 'late'
  | 'keptPercent'
  | 'medianDays'
  | 'medianTerm'
  | 'incoming'
  | 'outgoing'
  | 'internal'
  | 'person'
  | 'open'
  | 'overdue'
  | 'meanDays'
  | 'endedOn'
  | 'reason'
  | 'medianLate'
  | 'tasks'
  | 'requests',
  string
>
