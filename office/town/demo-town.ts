import type { Post } from '../../rules/authority.ts'
import type { FoundTown } from './found-town.ts'

/** Everybody's password in a demo town; the sign-in screen shows it. */
export const DEMO_PASSWORD = 'gishe-demo'

type DemoMember = { login: string; name: string; post: Post; department?: string; position?: string }

/** `head` is the secretary of the municipality and `delo` the central registry: they see all; the others see their own. */
export const DEMO_STAFF: readonly DemoMember[] = [
  { login: 'kasa1', name: 'Мария Иванова', post: 'cashier', department: 'taxes', position: 'касиер' },
  { login: 'kasa2', name: 'Петър Георгиев', post: 'cashier', department: 'taxes', position: 'касиер' },
  {
    login: 'delo',
    name: 'Елена Димитрова',
    post: 'clerk',
    department: 'cao',
    position: 'главен специалист „Деловодство“',
  },
  {
    login: 'grao1',
    name: 'Калина Маринова',
    post: 'officer',
    department: 'grao',
    position: 'старши експерт „Гражданска регистрация“',
  },
  { login: 'head', name: 'Стоян Стоянов', post: 'head', position: 'секретар на общината' },
  { login: 'admin', name: 'Десислава Петрова', post: 'admin', position: 'системен администратор' },
  { login: 'audit', name: 'Никола Колев', post: 'auditor', position: 'вътрешен одитор' },
  {
    login: 'tsu1',
    name: 'Борис Хаджиев',
    post: 'officer',
    department: 'tsu',
    position: 'главен експерт „Устройство на територията“',
  },
  {
    login: 'sobst1',
    name: 'Ирина Ковачева',
    post: 'officer',
    department: 'property',
    position: 'главен експерт „Общинска собственост“',
  },
  {
    login: 'dan1',
    name: 'Георги Пашов',
    post: 'officer',
    department: 'taxes',
    position: 'старши инспектор „Местни данъци“',
  },
  {
    login: 'eko1',
    name: 'Виолета Русева',
    post: 'officer',
    department: 'ecology',
    position: 'старши експерт „Екология“',
  },
  {
    login: 'kmet1',
    name: 'Здравка Ботева',
    post: 'clerk',
    department: 'momchilovtsi',
    position: 'специалист в кметство',
  },
  {
    login: 'kmet2',
    name: 'Румен Арнаудов',
    post: 'clerk',
    department: 'smilyan',
    position: 'специалист в кметство',
  },
  {
    login: 'diradm',
    name: 'Антоанета Кирова',
    post: 'head',
    department: 'admin',
    position: 'директор на дирекция',
  },
  {
    login: 'dirtsu',
    name: 'Пламен Чакъров',
    post: 'head',
    department: 'ustroistvo',
    position: 'директор на дирекция, главен архитект',
  },
]

/** The hub of the satisfaction devices: nobody of the staff. */
const DEMO_HUB: DemoMember = { login: 'hub', name: 'Хъб на устройствата', post: 'hub' }

const DESK_NAMES = ['Каса партер', 'Каса местни данъци', 'Център за обслужване']

/** Община Смолян as a demo: three desks whose paper is shown on the screen, staff of every post, sample fees; with `documents` also some of the last weeks. */
export const demoTown = (documents = false): FoundTown => ({
  municipality: 'SML31',
  demo: true,
  documents,
  staff: [...DEMO_STAFF, DEMO_HUB].map(member => ({ ...member, password: DEMO_PASSWORD })),
  desks: DESK_NAMES.map((name, at) => ({
    number: at + 1,
    name,
    printer: { name: `екран ${at + 1}`, profile: 'text', line: 'preview:' },
  })),
})
