import type { Post } from '../rules/authority.ts'
import { type Grants, together } from './grants.ts'
import {
  HUB,
  KIOSKS_SEEN,
  KIOSKS_SET,
  QUESTIONS_ASKED,
  SATISFACTION_NOTED,
  SATISFACTION_SEEN,
} from './kiosk-privileges.ts'

const JOB_STATE = 'update(state, confirmed, attempts, fault, changed_at, note, printer_id, stands_in_for_id)'

const EVERYONE: Grants = {
  town: ['select'],
  departments: ['select'],
  printers: ['select'],
  printer_profiles: ['select'],
  printer_states: ['select'],
  desks: ['select'],
  staff: ['select'],
  open_tills: ['select'],
  services: ['select'],
  service_fees: ['select'],
  fiscal_revenues: ['select'],
  settlements: ['select'],
  settings: ['select'],
  calendar_days: ['select'],
  substitutions: ['select'],
  logbook: ['insert'],
}

const MONEY_SEEN: Grants = {
  tills: ['select'],
  till_closings: ['select'],
  payments: ['select'],
  payment_lines: ['select'],
  payment_tenders: ['select'],
  receipts: ['select'],
  number_series: ['select'],
  print_jobs: ['select'],
  reversals: ['select'],
  confirmations: ['select'],
  cash_movements: ['select'],
  cash_vouchers: ['select'],
  bank_deposits: ['select'],
  deposited_tills: ['select'],
  undeposited_tills: ['select'],
  terminal_reports: ['select'],
  favourites: ['select'],
  held_baskets: ['select'],
  fiscal_devices: ['select(printer_id, device_number, operator)'],
  fiscal_desks: ['select'],
  fiscal_sales: ['select'],
  fiscal_series: ['select'],
  fiscal_documents: ['select'],
}

/** Who prints works the devices: with their passwords, and tells how they do and what they issued. */
const PRINTING: Grants = {
  print_jobs: ['insert', JOB_STATE],
  printer_states: ['insert', 'update(fault, warnings, program, seen_at)'],
  fiscal_devices: ['select(operator_password)'],
  fiscal_documents: ['insert'],
}

/** The whole register, with personal numbers. */
const PARTIES_KEPT: Grants = {
  parties: [
    'select',
    'insert',
    'update(kind, identifier_kind, identifier, name, name_folded, ekatte, address, phone, email, changed_at)',
  ],
}

/** What the registry holds; which rows of it, the row policies of db/migrations say. */
const REGISTRY_SEEN: Grants = {
  registers: ['select'],
  document_series: ['select'],
  document_kinds: ['select'],
  nomenclature: ['select'],
  cards: ['select'],
  cases: ['select'],
  filings: ['select'],
  case_access: ['select'],
  restricted_cases: ['select(case_id, restricted_at, restricted_by)'],
  case_closings: ['select'],
  case_reopenings: ['select'],
  documents: ['select'],
  document_parties: ['select'],
  document_corrections: ['select'],
  files: ['select'],
  document_files: ['select'],
  dispatches: ['select'],
  deliveries: ['select'],
  handovers: ['select'],
  handover_receipts: ['select'],
  requests: ['select'],
  request_items: ['select'],
  request_events: ['select'],
  open_requests: ['select'],
  request_endings: ['select'],
  ready_requests: ['select'],
  hand_outs: ['select'],
  tasks: ['select'],
  task_moves: ['select'],
  task_terms: ['select'],
  open_tasks: ['select'],
  task_endings: ['select'],
  opinions: ['select'],
  reviews: ['select'],
}

/** What everybody of the registry adds to it in their work. Nothing of it is ever changed. */
const REGISTRY_WORKED: Grants = {
  cases: ['insert'],
  filings: ['insert'],
  case_access: ['insert'],
  case_closings: ['insert'],
  case_reopenings: ['insert'],
  documents: ['insert'],
  document_parties: ['insert'],
  files: ['insert'],
  document_files: ['insert'],
  dispatches: ['insert'],
  deliveries: ['insert'],
  handovers: ['insert'],
  handover_receipts: ['insert'],
  tasks: ['insert'],
  task_moves: ['insert'],
  task_terms: ['insert'],
  task_endings: ['insert'],
  request_events: ['insert'],
}

const REQUESTS_TAKEN: Grants = { requests: ['insert'], request_items: ['insert'] }

const REQUESTS_DECIDED: Grants = { request_endings: ['insert'], opinions: ['insert'] }

const RECORDS_CORRECTED: Grants = {
  document_corrections: ['insert'],
  restricted_cases: ['insert'],
  party_merges: ['insert'],
}

/** Slips, labels and lists: printed by those who owe them, on printers that are no fiscal devices. */
const SLIPS_PRINTED: Grants = {
  print_jobs: ['select', 'insert', JOB_STATE],
  printer_states: ['insert', 'update(fault, warnings, program, seen_at)'],
  fiscal_devices: ['select(printer_id, device_number, operator)'],
  fiscal_desks: ['select'],
}

const MERGES_SEEN: Grants = { merged_parties: ['select'], party_merges: ['select'] }

/** The register without the personal numbers: only what papers carry of them. */
const PARTIES_MASKED: Grants = {
  parties: [
    'select(id, kind, identifier_kind, identifier_masked, name, name_folded, ekatte, address, phone, email, added_at, changed_at)',
  ],
}

const BILLS_SEEN: Grants = { bills: ['select'], open_bills: ['select'], bill_withdrawals: ['select'] }

const BILLS_ISSUED: Grants = { bills: ['insert'], bill_withdrawals: ['insert'] }

/** What follows the closing of tills, and a second person's yes. */
const BOOKS_KEPT: Grants = {
  till_closings: ['insert'],
  cash_vouchers: ['insert'],
  bank_deposits: ['insert'],
  deposited_tills: ['insert'],
  terminal_reports: ['insert'],
  confirmations: ['insert'],
}

const MONEY_TAKEN: Grants = {
  tills: ['insert'],
  payments: ['insert'],
  payment_lines: ['insert'],
  payment_tenders: ['insert'],
  receipts: ['insert'],
  reversals: ['insert'],
  cash_movements: ['insert'],
  held_baskets: ['insert', 'delete'],
  favourites: ['insert', 'delete'],
  fiscal_sales: ['insert'],
}

const SET_UP: Grants = {
  town: ['update(opens_at, closes_at)'],
  departments: ['insert', 'update(name_bg, name_en, kind, parent_id, ekatte, closed_at)'],
  staff: ['update(department_id, position)'],
  substitutions: ['insert', 'update(until_day)'],
  calendar_days: ['insert', 'update(is_working, name_bg, name_en, kind, basis, source, set_at, set_by)'],
  document_series: ['select'],
  registers: ['select', 'insert', 'update(name_bg, name_en, template, reply_template, closed_at)'],
  document_kinds: ['select', 'insert', 'update(name_bg, name_en, letters, mode, nomenclature_id, offered)'],
  nomenclature: ['select', 'insert', 'update(name, retention, years, is_expert, source, closed_at)'],
  cards: ['select', 'insert'],
  printers: ['insert', 'update(profile, line, printed_by, stand_in_id)'],
  printer_profiles: ['insert', 'update(profile)'],
  fiscal_devices: ['insert', 'update(device_number, operator, operator_password)'],
  fiscal_desks: ['insert', 'delete', 'update(printer_id)'],
  fiscal_revenues: ['insert'],
  desks: ['insert', 'update(name, printer_id, terminal)'],
  services: [
    'insert',
    'update(name_bg, name_en, department_id, pricing, note, payment_code, offered, needs_payer)',
  ],
  service_fees: ['insert', 'update(fee_cents, lev_cents)'],
  settings: ['insert'],
  settlements: ['insert', 'update(name_bg, name_en, kind, municipality_bg, district_bg)'],
  favourites: ['insert', 'delete'],
  logbook: ['select'],
}

/**
 * What each post may do with each table, and nothing else. Money, receipts and the logbook are insert and select only;
 * a print job's state may move on, its paper may not change. Applied whole after every migration, tested as each role.
 */
export const TABLE_PRIVILEGES: Record<Post, Grants> = {
  cashier: together(
    EVERYONE,
    MONEY_SEEN,
    MONEY_TAKEN,
    PRINTING,
    BOOKS_KEPT,
    PARTIES_KEPT,
    MERGES_SEEN,
    BILLS_SEEN,
  ),
  clerk: together(
    EVERYONE,
    PARTIES_KEPT,
    MERGES_SEEN,
    BILLS_SEEN,
    BILLS_ISSUED,
    SLIPS_PRINTED,
    REGISTRY_SEEN,
    REGISTRY_WORKED,
    REQUESTS_TAKEN,
    RECORDS_CORRECTED,
    KIOSKS_SEEN,
    SATISFACTION_NOTED,
    { hand_outs: ['insert'] },
  ),
  officer: together(
    EVERYONE,
    PARTIES_KEPT,
    MERGES_SEEN,
    BILLS_SEEN,
    BILLS_ISSUED,
    SLIPS_PRINTED,
    REGISTRY_SEEN,
    REGISTRY_WORKED,
    REQUESTS_DECIDED,
    SATISFACTION_SEEN,
    { hand_outs: ['insert'] },
  ),
  head: together(
    EVERYONE,
    MONEY_SEEN,
    BOOKS_KEPT,
    PARTIES_KEPT,
    MERGES_SEEN,
    BILLS_SEEN,
    BILLS_ISSUED,
    REGISTRY_SEEN,
    REGISTRY_WORKED,
    REQUESTS_DECIDED,
    RECORDS_CORRECTED,
    KIOSKS_SEEN,
    QUESTIONS_ASKED,
    SATISFACTION_NOTED,
    {
      print_jobs: ['insert'],
      substitutions: ['insert', 'update(until_day)'],
      reviews: ['insert'],
      logbook: ['select'],
    },
  ),
  admin: together(
    EVERYONE,
    MONEY_SEEN,
    PRINTING,
    SET_UP,
    PARTIES_MASKED,
    MERGES_SEEN,
    BILLS_SEEN,
    KIOSKS_SEEN,
    KIOSKS_SET,
    QUESTIONS_ASKED,
  ),
  auditor: together(
    EVERYONE,
    MONEY_SEEN,
    PARTIES_MASKED,
    MERGES_SEEN,
    BILLS_SEEN,
    REGISTRY_SEEN,
    KIOSKS_SEEN,
    {
      logbook: ['select'],
    },
  ),
  hub: HUB,
}
