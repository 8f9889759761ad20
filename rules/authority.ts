import { type Refusal, refusal } from './refusal.ts'

/** The posts of the office; each is a group role in the database with privileges of its own (db/privileges.ts). */
export const POSTS = ['cashier', 'clerk', 'head', 'admin', 'auditor'] as const
export type Post = (typeof POSTS)[number]

const MAY = {
  'tills.open': ['cashier'],
  'tills.close': ['cashier', 'head'],
  'tills.see': ['cashier', 'head', 'admin', 'auditor'],
  'tills.print_report': ['cashier', 'head', 'admin'],
  'tills.move_cash': ['cashier'],
  'payments.take': ['cashier'],
  'baskets.hold': ['cashier'],
  'favourites.set': ['cashier', 'admin'],
  'reversals.make': ['cashier'],
  'reversals.confirm': ['cashier', 'head'],
  'overrides.confirm': ['head'],
  'receipts.see': ['cashier', 'head', 'admin', 'auditor'],
  'parties.see': ['cashier', 'clerk', 'head', 'admin', 'auditor'],
  'parties.register': ['cashier', 'clerk', 'head'],
  'bills.see': ['cashier', 'clerk', 'head'],
  'bills.issue': ['clerk', 'head'],
  'bills.withdraw': ['clerk', 'head'],
  'books.see': ['cashier', 'head', 'admin', 'auditor'],
  'books.print': ['cashier', 'head', 'admin'],
  'books.deposit': ['cashier', 'head'],
  'books.match_terminal': ['cashier', 'head'],
  'board.see': ['head', 'admin', 'auditor'],
  'settings.see': ['cashier', 'clerk', 'head', 'admin', 'auditor'],
  'settings.set': ['admin'],
  'services.see': ['cashier', 'clerk', 'head', 'admin', 'auditor'],
  'services.set_fee': ['admin'],
  'services.set_payer': ['admin'],
  'services.set_fiscal': ['admin'],
  'fiscal.see': ['cashier', 'head', 'admin', 'auditor'],
  'fiscal.work': ['cashier', 'admin'],
  'fiscal.set': ['admin'],
  'reports.cash': ['cashier', 'head', 'admin', 'auditor'],
  'reports.print': ['cashier', 'head', 'admin'],
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
  'printers.set_profile': ['admin'],
} as const satisfies Record<string, readonly Post[]>

export type Act = keyof typeof MAY
export const ACTS = Object.keys(MAY) as Act[]

export const may = (post: Post, act: Act): boolean => (MAY[act] as readonly Post[]).includes(post)

/** Why somebody of this post may not do this, or null. */
export const whyNotMay = (post: Post, act: Act): Refusal | null =>
  may(post, act) ? null : refusal('authority.denied', { act, post })
