import type { LikenessReason } from '../duplicates.ts'

/** A record of the register as a refusal names it: number and address as far as they are known. */
export type NearRecord = {
  name: string
  number: string | null
  address: string | null
  reasons: LikenessReason[]
}

/** What was written to a record after it was merged. */
export type WrittenSince = 'document' | 'bill' | 'payment' | 'merge' | 'change'

export type PartiesRefusals = {
  'party.near': { partyId: string; near: NearRecord[] }
  'party.merge_itself': { name: string }
  'party.merged_already': { name: string; into: string; intoId: string }
  'party.other_kind': { name: string; into: string }
  'party.other_number': { name: string; into: string }
  'party.keep_numbered': { name: string; into: string }
  'party.not_merged': { name: string }
  'party.merge_followed': { name: string; what: WrittenSince; at: string }
}
