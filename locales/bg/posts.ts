import type { Act, Post } from '../../rules/authority.ts'

/** What people are called and what they may do; an act completes „не можете …“. */
export type PostTexts = { posts: Record<Post, string>; acts: Record<Act, string> }

export const posts: PostTexts = {
  posts: {
    cashier: 'касиер',
    clerk: 'деловодител',
    head: 'ръководител',
    admin: 'администратор',
    auditor: 'одитор',
  },
  acts: {
    'tills.open': 'да отваряте каса',
    'tills.close': 'да приключвате каса',
    'tills.see': 'да виждате касите',
    'payments.take': 'да приемате плащания',
    'services.see': 'да виждате услугите',
    'services.set_fee': 'да определяте такси',
    'reports.cash': 'да виждате отчетите за приетите суми',
    'print.see': 'да виждате документите за печат',
    'print.run': 'да печатате',
    'print.resolve': 'да отбелязвате кой документ е излязъл от принтера',
    'print.copy': 'да печатате дубликати',
    'print.test': 'да пускате пробна страница',
    'staff.add': 'да добавяте служители',
    'staff.list': 'да виждате служителите',
    'staff.disable': 'да спирате достъпа на служители',
    'staff.set_password': 'да сменяте паролата на друг служител',
    'desks.set': 'да настройвате каси',
    'printers.set': 'да настройвате принтери',
  },
}
