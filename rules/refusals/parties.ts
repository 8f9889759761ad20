import type { LikenessReason } from '../duplicates.ts'

/** A record of the register as a refusal names it: number and address as far as they are known. */
export type NearRecord = {
  name: string
  number: string | null
  address: string | null
  reasons: LikenessReason[]
}

export type PartiesRefusals = {
  'party.near': { partyId: string; near: NearRecord[] }
}
