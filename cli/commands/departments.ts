import { randomUUIDv7 } from 'node:crypto'
import { addDepartment } from '../../office/departments/add-department.ts'
import { changeDepartment } from '../../office/departments/change-department.ts'
import { closeDepartment } from '../../office/departments/close-department.ts'
import { type Placed, type Structure, seeStructure } from '../../office/departments/see-structure.ts'
import { chooseSettlement } from '../../office/parties/choose-settlement.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { DEPARTMENT_KINDS, type Department } from '../../rules/structure.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const departmentsCommands = () => [
  declare('departments tree', (given, door) =>
    withSession(door, 'departments.see', async session => {
      const structure = await seeStructure(session.ctx())
      const tree = structure.tree.filter(({ department }) => given.has('closed') || !department.isClosed)
      tell({ ...structure, tree }, door)
    }),
  ),
  declare(
    'departments add',
    (given, door) =>
      withSession(door, 'departments.set', async session => {
        const name = given.text('name') ?? ''
        const made = await addDepartment(session.ctx(), {
          id: randomUUIDv7(),
          code: given.arg('code'),
          nameBg: name,
          nameEn: given.text('name-en') ?? name,
          kind: kindTyped(given.text('kind'), door) ?? 'department',
          under: given.text('under') ?? null,
          ekatte: (await ekatteOf(session, given.text('settlement'))) ?? null,
        })
        answer(door, departmentJson(made), door.words.structure.added(made.name[door.lang], made.code))
      }),
    { required: ['name'] },
  ),
  declare('departments change', (given, door) =>
    withSession(door, 'departments.set', async session => {
      const under = given.text('under')
      const changed = await changeDepartment(session.ctx(), {
        code: given.arg('code'),
        nameBg: given.text('name'),
        nameEn: given.text('name-en'),
        kind: kindTyped(given.text('kind'), door),
        under: under === 'none' ? null : under,
        ekatte: await ekatteOf(session, given.text('settlement')),
      })
      answer(
        door,
        departmentJson(changed),
        door.words.structure.changed(changed.name[door.lang], changed.code),
      )
    }),
  ),
  declare('departments close', (given, door) =>
    withSession(door, 'departments.set', async session => {
      const closed = await closeDepartment(session.ctx(), { code: given.arg('code') })
      answer(door, closed, door.words.structure.departmentClosed(closed.name))
    }),
  ),
]

function kindTyped(text: string | undefined, door: Door) {
  if (text === undefined) return undefined
  const kind = DEPARTMENT_KINDS.find(known => known === text)
  if (!kind) throw new WrongUsage(door.lang, usage => usage.notOneOf('--kind', text, DEPARTMENT_KINDS))
  return kind
}

const ekatteOf = async (session: Session, text: string | undefined): Promise<string | undefined> =>
  text === undefined ? undefined : (await chooseSettlement(session.ctx(), { text })).ekatte

const departmentJson = ({ name, kind, parentId, isClosed, ...rest }: Department) => ({
  ...rest,
  name_bg: name.bg,
  name_en: name.en,
  kind,
  parent_id: parentId,
  closed: isClosed,
})

function tell({ tree, whole }: Structure, door: Door): void {
  const { structure: words } = door.words
  const lines = tree.flatMap(({ department, depth, people }) => {
    const before = '  '.repeat(depth)
    const closed = department.isClosed ? ` (${words.closed})` : ''
    return [
      `${before}${department.name[door.lang]} [${department.code}]${closed}`,
      ...people.map(person => `${before}    ${personLine(person, door)}`),
    ]
  })
  const others = whole.map(person => `    ${personLine(person, door)}`)
  answer(
    door,
    {
      departments: tree.map(({ department, depth, people }) => ({
        ...departmentJson(department),
        depth,
        people: people.map(personJson),
      })),
      whole: whole.map(personJson),
    },
    [...lines, ...(others.length > 0 ? ['', words.whole, ...others] : [])].join('\n'),
  )
}

function personLine({ login, name, post, position, substitute }: Placed, door: Door): string {
  const acts =
    substitute && door.words.structure.actsToday(substitute.name, showDay(substitute.until, door.lang))
  return [`${name} (${login})`, position ?? door.texts.posts[post], acts].filter(Boolean).join(', ')
}

const personJson = ({ login, name, post, position, substitute }: Placed) => ({
  login,
  name,
  post,
  position,
  substitute: substitute && {
    login: substitute.login,
    name: substitute.name,
    until: substitute.until.toString(),
  },
})
