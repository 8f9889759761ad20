import type { Cents } from './money.ts'
import type { ProfileProblem } from './printing.ts'
import type { CalendarRefusals } from './refusals/calendar.ts'
import type { CardsRefusals } from './refusals/cards.ts'
import type { CasesRefusals } from './refusals/cases.ts'
import type { ControlRefusals } from './refusals/control.ts'
import type { DocumentsRefusals } from './refusals/documents.ts'
import type { EntryRefusals } from './refusals/entry.ts'
import type { FilesRefusals } from './refusals/files.ts'
import type { HandoversRefusals } from './refusals/handovers.ts'
import type { KiosksRefusals } from './refusals/kiosks.ts'
import type { NumberingRefusals } from './refusals/numbering.ts'
import type { PartiesRefusals } from './refusals/parties.ts'
import type { RecordsRefusals } from './refusals/records.ts'
import type { RegistersRefusals } from './refusals/registers.ts'
import type { RequestsRefusals } from './refusals/requests.ts'
import type { SatisfactionRefusals } from './refusals/satisfaction.ts'
import type { StructureRefusals } from './refusals/structure.ts'
import type { TasksRefusals } from './refusals/tasks.ts'

/**
 * A designed "no": what the law or the state of things does not allow. Each code names the facts its sentence needs;
 * the sentences are in locales. Everything else that is thrown is a bug or a fault of a line or device.
 */
type OfficeRefusals = {
  'authority.denied': { act: string; post: string }
  'sign_in.wrong': Record<never, never>
  'sign_in.disabled': { login: string }
  'sign_in.ended': Record<never, never>
  'sign_in.no_staff_record': { login: string }
  'sign_in.is_hub': { login: string }
  'input.invalid': { problems: string }
  'staff.login_taken': { login: string }
  'staff.unknown': { login: string }
  'staff.self_disable': Record<never, never>
  'password.too_short': { least: number }
  'town.exists': { name: string }
  'town.missing': Record<never, never>
  'municipality.unknown': { text: string; near: string[] }
  'municipality.ambiguous': { text: string; near: string[] }
  'key.not_here': { key: string }
  'list.nothing_chosen': Record<never, never>
  'form.needed': { what: string }
  'desk.unknown': { number: string }
  'desk.needed': Record<never, never>
  'desk.half_typed': { text: string }
  'desk.nothing_found': { text: string }
  'desk.no_payer': Record<never, never>
  'desk.nothing_before': Record<never, never>
  'desk.basket_not_empty': Record<never, never>
  'desk.incomplete': { number: number }
  'printer.unknown': { name: string }
  'printer.incomplete': { name: string }
  'printer.stands_in_for_itself': { name: string }
  'printer.profile_unknown': { profile: string; known: string[] }
  'printer.profile_wrong': { wrong: readonly ProfileProblem[] }
  'printer.profile_shipped': { name: string }
  'printer.no_logo': { name: string; profile: string }
  'printer.fiscal_only': { name: string }
  'printer.logo_too_large': { width: number; height: number; mostWidth: number; mostHeight: number }
  'printer.held': { name: string; program: string }
  'printer.line_wrong': { line: string; piece: string }
  'job.unknown': { id: string }
  'job.has_no_copies': { title: string }
  'job.still_owed': { title: string; state: string }
  'job.of_other_desk': { desk: number }
  'job.not_unsure': { state: string }
  'till.not_open': Record<never, never>
  'till.moved_meanwhile': { expected: Cents }
  'till.none_at_desk': { desk: number }
  'till.unknown': { number: string }
  'movement.needs_reason': Record<never, never>
  'setting.in_the_past': Record<never, never>
  'setting.set_already': { day: string; amount: string }
  'count.unlike_sum': { counted: Cents; sum: Cents }
  'count.no_number': { text: string; most: number }
  'count.no_money': { text: string }
  'till.already_open': Record<never, never>
  'till.too_little_cash': { held: Cents; needed: Cents }
  'till.left_not_counted': { counted: Cents }
  'till.desk_taken': { desk: number; cashier: string; since: string }
  'till.open_elsewhere': { desk: number; since: string }
  'till.difference_needs_reason': { difference: Cents }
  'till.forced_needs_reason': { cashier: string }
  'till.other_session': { since: string; where: string }
  'payment.empty': Record<never, never>
  'payment.too_little_cash': { missing: Cents }
  'payment.too_much_cash': { given: Cents; due: Cents }
  'payment.id_reused': Record<never, never>
  'payment.payer_needed': { code: string }
  'payment.cash_limit': { limit: Cents }
  'payment.cash_limit_split': { limit: Cents; earlier: Cents }
  'payment.card_slip_used': Record<never, never>
  'tender.too_much': { over: Cents }
  'tender.no_cash_due': Record<never, never>
  'tender.taken_already': Record<never, never>
  'tender.none': Record<never, never>
  'tender.reference_needed': Record<never, never>
  'tender.terminal_wrong': { text: string }
  'tender.authorisation_wrong': { text: string }
  'tender.rrn_wrong': { text: string }
  'tender.card_tail_wrong': { text: string }
  'favourite.none': { digit: number }
  'basket.none': Record<never, never>
  'basket.gone': Record<never, never>
  'bill.unknown': { number: string }
  'bill.paid': { number: string; receipt: string; cashier: string; at: string }
  'bill.withdrawn': { number: string }
  'bill.fixed': { number: string }
  'bill.twice': { number: string }
  'bill.number_wrong': { text: string }
  'bill.number_taken': { number: string }
  'bill.withdrawal_needs_reason': Record<never, never>
  'party.unknown': { text: string }
  'party.ambiguous': { text: string; near: string[] }
  'party.name_needed': Record<never, never>
  'party.personal_number': Record<never, never>
  'party.phone_wrong': { text: string }
  'party.email_wrong': { text: string }
  'party.registered': { name: string; partyId: string }
  'party.changed': { name: string; at: string }
  'identifier.wrong': { text: string }
  'settlement.unknown': { text: string }
  'settlement.ambiguous': { text: string; near: string[] }
  'department.unknown': { text: string }
  'override.not_needed': { code: string }
  'override.needs_reason': Record<never, never>
  'receipt.unknown': { text: string }
  'receipt.not_reversed': { number: string }
  'receipt.not_chosen': Record<never, never>
  'reversal.done': { number: string; by: string; at: string }
  'reversal.id_reused': Record<never, never>
  'reversal.needs_reason': Record<never, never>
  'reversal.needs_reference': Record<never, never>
  'confirmation.missing': Record<never, never>
  'confirmation.same_person': Record<never, never>
  'payment.too_large': { most: Cents }
  'payment.too_many_lines': { most: number }
  'service.unknown': { code: string }
  'service.is_free': { code: string }
  'service.no_such_speed': { code: string; speed: string }
  'service.one_speed': { code: string }
  'service.needs_amount': { code: string }
  'service.fixed_amount': { code: string }
  'service.price_changed': { code: string; now: Cents }
  'fee.in_the_past': Record<never, never>
  'fee.pricing_only_today': { code: string }
  'quantity.out_of_range': { least: number; most: number }
  'amount.empty': Record<never, never>
  'amount.not_an_amount': { text: string }
  'amount.too_many_decimals': { text: string }
  'amount.too_large': { most: Cents }
  'amount.zero': Record<never, never>
  'period.wrong': { text: string }
  'report.nothing_behind': Record<never, never>
  'period.too_long': { most: number }
  'books.of_other_desk': { desk: number }
  'voucher.unknown': { number: string }
  'deposit.nothing_waits': Record<never, never>
  'deposit.empty': Record<never, never>
  'deposit.count_differs': { counted: Cents; sum: Cents }
  'deposit.unknown': { number: string }
  'deposit.till_unknown': Record<never, never>
  'deposit.till_of_other': { till: string; cashier: string }
  'deposit.till_taken': { till: string; deposit: string; who: string }
  'terminal.unknown': { terminal: string }
  'books.day_ahead': { day: string }
  'terminal.day_ahead': { day: string }
  'terminal.difference_needs_reason': { terminal: string; difference: Cents }
  'fiscal.revenue_in_the_past': Record<never, never>
  'fiscal.revenue_set_already': { code: string; day: string }
  'fiscal.revenue_needs_ground': Record<never, never>
  'fiscal.no_device': { code: string }
  'fiscal.not_ready': { fault: string }
  'fiscal.none_here': Record<never, never>
  'fiscal.not_a_device': { name: string }
  'fiscal.number_wrong': { text: string }
  'fiscal.number_taken': { number: string; printer: string }
  'fiscal.number_has_sales': { printer: string; number: string }
  'fiscal.password_wrong': Record<never, never>
  'fiscal.not_issued': { unp: string; state: string }
  'fiscal.document_unknown': { unp: string; job: string }
  'fiscal.document_wrong': { text: string }
  'fiscal.document_known': { document: string }
  'fiscal.memory_needed': Record<never, never>
  'fiscal.no_copies': { title: string }
  'fiscal.other_device': { device: string }
  'fiscal.storno_too_late': { until: string }
  'database.not_empty': Record<never, never>
  'backup.wrong': { path: string; why: string }
  'training.missing': Record<never, never>
  'training.stale': Record<never, never>
  'training.staff_newer': { login: string }
  'training.staff_of_town': Record<never, never>
  'training.in_use': { working: string[] }
  'training.no_database': { command: string }
}

export type RefusalFacts = OfficeRefusals &
  CalendarRefusals &
  CardsRefusals &
  CasesRefusals &
  ControlRefusals &
  DocumentsRefusals &
  EntryRefusals &
  FilesRefusals &
  HandoversRefusals &
  KiosksRefusals &
  SatisfactionRefusals &
  NumberingRefusals &
  PartiesRefusals &
  RecordsRefusals &
  RegistersRefusals &
  RequestsRefusals &
  StructureRefusals &
  TasksRefusals

export type RefusalCode = keyof RefusalFacts

export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly facts: RefusalFacts[C]
  constructor(code: C, facts: RefusalFacts[C]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}

export const refusal = <C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Refusal =>
  new Refusal(code, facts) as unknown as Refusal

/** Throws the refusal if there is one; `whyNotX(…)` for screens and `refuseIf(whyNotX(…))` in operations share one body. */
export function refuseIf(why: Refusal | null): void {
  if (why) throw why
}
