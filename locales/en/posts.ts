import type { PostTexts } from '../bg/posts.ts'

export const posts: PostTexts = {
  posts: {
    cashier: 'cashier',
    clerk: 'registry clerk',
    head: 'head of department',
    admin: 'administrator',
    auditor: 'auditor',
  },
  acts: {
    'tills.open': 'open a till',
    'tills.close': 'close a till',
    'tills.see': 'see the tills',
    'payments.take': 'take payments',
    'services.see': 'see the services',
    'services.set_fee': 'set fees',
    'reports.cash': 'see the reports of cash taken',
    'print.see': 'see the papers to be printed',
    'print.run': 'print',
    'print.resolve': 'say which paper came out of the printer',
    'print.copy': 'print duplicates',
    'print.test': 'print a test page',
    'staff.add': 'add staff',
    'staff.list': 'see the staff',
    'staff.disable': 'disable staff',
    'staff.set_password': 'set the password of somebody else',
    'desks.set': 'set up desks',
    'printers.set': 'set up printers',
  },
}
