import type { FoundTown } from './found-town.ts'

/** Everybody's password in a demo town; the sign-in screen shows it. */
export const DEMO_PASSWORD = 'gishe-demo'

export const DEMO_STAFF = [
  { login: 'kasa1', name: 'Мария Иванова', post: 'cashier' },
  { login: 'kasa2', name: 'Петър Георгиев', post: 'cashier' },
  { login: 'delo', name: 'Елена Димитрова', post: 'clerk' },
  { login: 'grao1', name: 'Калина Маринова', post: 'officer' },
  { login: 'head', name: 'Стоян Стоянов', post: 'head' },
  { login: 'admin', name: 'Десислава Петрова', post: 'admin' },
  { login: 'audit', name: 'Никола Колев', post: 'auditor' },
] as const

const DESK_NAMES = ['Каса партер', 'Каса местни данъци', 'Център за обслужване']

/** Община Смолян as a demo: three desks whose paper is shown on the screen, staff of every post, sample fees. */
export const demoTown = (): FoundTown => ({
  municipality: 'SML31',
  demo: true,
  staff: DEMO_STAFF.map(member => ({ ...member, password: DEMO_PASSWORD })),
  desks: DESK_NAMES.map((name, at) => ({
    number: at + 1,
    name,
    printer: { name: `екран ${at + 1}`, profile: 'text', line: 'preview:' },
  })),
})
