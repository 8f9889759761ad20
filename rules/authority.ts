import { type Refusal, refusal } from './refusal.ts'

/** The posts of the office; each is a group role in the database with privileges of its own (db/privileges.ts). */
export const POSTS = ['cashier', 'clerk', 'head', 'admin', 'auditor'] as const
export type Post = (typeof POSTS)[number]

const MAY = {
  'tills.open': ['cashier'],
  'tills.close': ['cashier', 'head'],
  'tills.see': ['cashier', 'head', 'auditor'],
  'payments.take': ['cashier'],
  'services.see': ['cashier', 'clerk', 'head', 'admin', 'auditor'],
  'services.set_fee': ['admin'],
  'reports.cash': ['cashier', 'head', 'admin', 'auditor'],
  'print.see': ['cashier', 'head', 'admin', 'auditor'],
  'print.run': ['cashier', 'admin'],
  'print.resolve': ['cashier', 'admin'],
  'print.copy': ['cashier', 'head', 'admin'],
  'print.test': ['cashier', 'admin'],
  'staff.add': ['admin'],
  'staff.list': ['admin', 'head', 'auditor'],
  'staff.disable': ['admin'],
  'staff.set_password': ['admin'],
  'desks.set': ['admin'],
  'printers.set': ['admin'],
} as const satisfies Record<string, readonly Post[]>

export type Act = keyof typeof MAY
export const ACTS = Object.keys(MAY) as Act[]

export const may = (post: Post, act: Act): boolean => (MAY[act] as readonly Post[]).includes(post)

/** Why somebody of this post may not do this, or null. */
export const whyNotMay = (post: Post, act: Act): Refusal | null =>
  may(post, act) ? null : refusal('authority.denied', { act, post })
