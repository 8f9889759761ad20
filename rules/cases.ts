import { type Refusal, refusal } from './refusal.ts'

/** Why nothing is done in a case, or null: one that is closed is opened again first. */
export const whyNotWorkIn = ({ number, isClosed }: { number: string; isClosed: boolean }): Refusal | null =>
  isClosed ? refusal('case.closed', { number }) : null
