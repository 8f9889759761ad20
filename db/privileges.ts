import type { Post } from '../rules/authority.ts'

/**
 * What each post may do with each table, and nothing else. Money, receipts and the logbook are insert and select only;
 * a print job's state may move on, its paper may not change. Applied whole after every migration, tested as each role.
 */
type Privilege = 'select' | 'insert' | 'delete' | `select(${string})` | `update(${string})`
type Grants = Record<string, Privilege[]>

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
  departments: ['insert', 'update(name_bg, name_en)'],
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

const together = (...parts: Grants[]): Grants => {
  const all: Grants = {}
  for (const part of parts)
    for (const [table, privileges] of Object.entries(part))
      all[table] = [...(all[table] ?? []), ...privileges]
  return all
}

export const TABLE_PRIVILEGES: Record<Post, Grants> = {
  cashier: together(EVERYONE, MONEY_SEEN, MONEY_TAKEN, PRINTING, BOOKS_KEPT, PARTIES_KEPT, BILLS_SEEN),
  clerk: together(EVERYONE, PARTIES_KEPT, BILLS_SEEN, BILLS_ISSUED),
  officer: together(EVERYONE, PARTIES_KEPT, BILLS_SEEN),
  head: together(EVERYONE, MONEY_SEEN, BOOKS_KEPT, PARTIES_KEPT, BILLS_SEEN, BILLS_ISSUED, {
    print_jobs: ['insert'],
  }),
  admin: together(EVERYONE, MONEY_SEEN, PRINTING, SET_UP, PARTIES_MASKED, BILLS_SEEN),
  auditor: together(EVERYONE, MONEY_SEEN, PARTIES_MASKED, BILLS_SEEN, { logbook: ['select'] }),
}

export const FUNCTION_PRIVILEGES: Record<string, Post[]> = {
  'add_staff(uuid, text, text, text, text)': ['admin'],
  'disable_staff(text)': ['admin'],
  'set_staff_password(text, text)': ['cashier', 'clerk', 'officer', 'head', 'admin', 'auditor'],
  'word_starts(text)': ['cashier', 'clerk', 'officer', 'head', 'admin', 'auditor'],
}
