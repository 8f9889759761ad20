import type { Delivery } from '../cards/card.ts'

export type RequestsRefusals = {
  'request.unknown': { text: string }
  'request.id_reused': Record<never, never>
  'request.no_kind': Record<never, never>
  'request.ended': { number: string }
  'request.ended_by': { number: string; standing: string; by: string; at: string }
  'request.not_ended': { number: string }
  'request.has_open_phase': { number: string }
  'request.late_reason_needed': { number: string; due: string }
  'request.item_unknown': { code: string; known: readonly string[] }
  'request.asked_ex_officio': { name: string }
  'request.delivery_not_offered': { delivery: Delivery; offered: readonly Delivery[] }
  'request.address_needed': { delivery: Delivery }
  'request.ground_needed': Record<never, never>
  'request.stands_still': { number: string; standing: string }
  'request.not_irregular': { number: string }
  'request.not_suspended': { number: string }
  'request.not_notified': { number: string }
  'request.notified_already': { number: string; on: string }
  'request.may_be_mended': { number: string; until: string }
  'request.reason_needed': Record<never, never>
  'request.document_needed': { number: string }
  'request.document_of_other_case': { number: string }
  'request.day_wrong': { day: string; from: string }
  'request.unpaid': { number: string }
  'hand_out.taker_needed': Record<never, never>
  'hand_out.identity_needed': Record<never, never>
  'hand_out.reference_needed': Record<never, never>
  'hand_out.done': { number: string; takenBy: string; at: string }
}
