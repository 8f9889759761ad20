import type { Grants } from './grants.ts'

export const KIOSKS_SEEN: Grants = {
  kiosks: ['select'],
  kiosk_questions: ['select'],
  kiosk_asks: ['select'],
  kiosk_rules: ['select(id, silent_minutes, negatives, negative_minutes, pace, set_at, set_by)'],
  kiosk_keys: ['select(id, device_id, kiosk_id, enrolled_at, revoked_at, revoked_by, revoke_reason)'],
  kiosk_states: ['select'],
  kiosk_presses: ['select'],
  kiosk_hours: ['select'],
  kiosk_reasons: ['select'],
  kiosk_events: ['select'],
  satisfaction_methods: ['select'],
}

export const SATISFACTION_SEEN: Grants = {
  kiosks: ['select'],
  kiosk_questions: ['select'],
  kiosk_asks: ['select'],
  kiosk_hours: ['select'],
  kiosk_reasons: ['select'],
  satisfaction_methods: ['select'],
}

export const QUESTIONS_ASKED: Grants = { kiosk_questions: ['insert'], kiosk_asks: ['insert'] }

export const SATISFACTION_NOTED: Grants = { satisfaction_methods: ['insert'] }

/** Where devices stand and which may speak; the keys themselves are the hub's alone. */
export const KIOSKS_SET: Grants = {
  kiosks: ['insert', 'update(department_id, place, closed_at)'],
  kiosk_codes: ['select', 'insert'],
  kiosk_keys: ['select(code_hash)', 'update(revoked_at, revoked_by, revoke_reason)'],
  kiosk_rules: ['insert', 'select(pin_hash)'],
}

/** The program that devices speak to adds presses and tells how devices do; it reads what it tells them, and no other row of the town. */
export const HUB: Grants = {
  town: ['select'],
  calendar_days: ['select'],
  departments: ['select'],
  kiosks: ['select'],
  kiosk_codes: ['select'],
  kiosk_keys: ['select', 'insert'],
  kiosk_questions: ['select'],
  kiosk_asks: ['select'],
  kiosk_rules: ['select'],
  kiosk_states: [
    'select',
    'insert',
    'update(kiosk_id, last_word_at, signed_ms, highest_seq, skew_ms, outbox, program, configuration, facts)',
  ],
  kiosk_presses: [
    'select',
    'insert(device_id, seq, kiosk_id, ask_id, face, reason, mark, origin, pressed_at, device_at, skew_ms)',
  ],
  kiosk_events: ['select', 'insert', 'update(ended_at)'],
  logbook: ['insert'],
}
