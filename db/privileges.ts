import type { Post } from '../rules/authority.ts'

/**
 * What each post may do with each table, and nothing else. Money, receipts and the logbook are insert and select only;
 * a print job's state may move on, its paper may not change. Applied whole after every migration, tested as each role.
 */
type Privilege = 'select' | 'insert' | `update(${string})`
type Grants = Record<string, Privilege[]>

const JOB_STATE = 'update(state, confirmed, attempts, fault, changed_at)'

const EVERYONE: Grants = {
  town: ['select'],
  departments: ['select'],
  printers: ['select'],
  desks: ['select'],
  staff: ['select'],
  open_tills: ['select'],
  services: ['select'],
  service_fees: ['select'],
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
}

const MONEY_TAKEN: Grants = {
  tills: ['insert'],
  till_closings: ['insert'],
  payments: ['insert'],
  payment_lines: ['insert'],
  payment_tenders: ['insert'],
  receipts: ['insert'],
  print_jobs: ['insert', JOB_STATE],
}

const SET_UP: Grants = {
  departments: ['insert', 'update(name_bg, name_en)'],
  printers: ['insert', 'update(profile, line)'],
  desks: ['insert', 'update(name, printer_id)'],
  services: ['insert', 'update(name_bg, name_en, department_id, pricing, note, payment_code, offered)'],
  service_fees: ['insert', 'update(fee_cents, lev_cents)'],
  print_jobs: ['insert', JOB_STATE, 'update(printer_id)'],
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
  cashier: together(EVERYONE, MONEY_SEEN, MONEY_TAKEN),
  clerk: EVERYONE,
  head: together(EVERYONE, MONEY_SEEN, { till_closings: ['insert'], print_jobs: ['insert'] }),
  admin: together(EVERYONE, MONEY_SEEN, SET_UP),
  auditor: together(EVERYONE, MONEY_SEEN, { logbook: ['select'] }),
}

export const FUNCTION_PRIVILEGES: Record<string, Post[]> = {
  'add_staff(uuid, text, text, text, text)': ['admin'],
  'disable_staff(text)': ['admin'],
  'set_staff_password(text, text)': ['cashier', 'clerk', 'head', 'admin', 'auditor'],
}
