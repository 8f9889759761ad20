export type RequestsRefusals = {
  'request.ended': { number: string }
  'request.has_open_phase': { number: string }
  'request.late_reason_needed': { number: string; due: string }
}
