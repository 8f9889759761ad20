export type KiosksRefusals = {
  'kiosk.code_wrong': Record<never, never>
  'kiosk.key_unknown': Record<never, never>
  'kiosk.revoked': Record<never, never>
  'kiosk.replayed': Record<never, never>
  'kiosk.doubled': { seq: number }
  'kiosk.ask_unknown': Record<never, never>
  'kiosk.asks_nothing': { number: number }
  'kiosk.runs_already': Record<never, never>
  'kiosk.no_question': Record<never, never>
  'kiosk.unknown': { number: number }
  'kiosk.number_taken': { number: number }
  'kiosk.hall_has_presses': { number: number }
  'kiosk.hall_unknown': { text: string }
  'kiosk.not_enrolled': { number: number }
  'kiosk.still_enrolled': { number: number; waiting: number }
  'kiosk.closed': { number: number }
  'kiosk.question_not_yaml': { file: string; line: number; column: number }
  'kiosk.pin_weak': Record<never, never>
  'kiosk.no_hub': { login: string }
}
