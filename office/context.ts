import type { Db } from '../db/open.ts'
import type { Post } from '../rules/authority.ts'
import type { WorkingHours } from '../rules/deadlines.ts'
import type { Lang } from '../rules/languages.ts'

export type Town = {
  municipalityCode: string
  name: Record<Lang, string>
  /** ЕИК по БУЛСТАТ, 9 digits. */
  bulstat: string
  demo: boolean
  /** The database where people practise. */
  training: boolean
  /** When the offices work, as it was at the sign-in. */
  hours: WorkingHours
}

export type StaffMember = { id: string; login: string; name: string; post: Post }

export type Desk = {
  id: string
  number: number
  name: string
  printerId: string
  /** The card terminal (TID) that stands here. */
  terminal: string | null
}

/** Who does what, where and when: made anew for each operation by the session of a door. */
export type Ctx = {
  db: Db
  who: StaffMember
  desk: Desk | null
  town: Town
  lang: Lang
  now: Temporal.Instant
  /** The day of `now` in the town's zone. */
  today: Temporal.PlainDate
}
