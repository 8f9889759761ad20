export type CasesRefusals = {
  'case.unknown': { text: string }
  'case.ambiguous': { text: string; near: string[] }
  'case.closed': { number: string }
  'case.not_closed': { number: string }
  'case.has_open_work': { number: string }
  'case.index_needed': { number: string }
  'case.index_unknown': { text: string }
  'case.reopen_needs_reason': Record<never, never>
  'case.filed_already': { number: string }
  'case.not_official': { number: string }
  'case.taken_out': { number: string }
  'case.take_out_needs_reason': Record<never, never>
  'case.linked_to_itself': { number: string }
  'case.linked_already': { number: string }
  'case.restricted': { number: string }
  'case.restrict_needs_reason': Record<never, never>
  'case.restricted_to_people': { number: string }
  'case.not_seen': Record<never, never>
  'case.code_wrong': Record<never, never>
}
