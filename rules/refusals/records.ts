export type RecordsRefusals = {
  'document.ambiguous': { text: string; near: string[] }
  'document.annulled': { number: string; reason: string }
  'document.nothing_corrected': Record<never, never>
  'document.reason_needed': Record<never, never>
  'document.has_open_request': { number: string }
  'document.not_outgoing': { number: string }
  'dispatch.unknown': Record<never, never>
  'dispatch.delivered': { day: string }
  'dispatch.day_wrong': { day: string }
  'dispatch.proof_needed': Record<never, never>
  'dispatch.address_needed': Record<never, never>
  'file.attached': { name: string; as: string }
  'file.none_such': { text: string }
}
