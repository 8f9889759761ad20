import { randomUUIDv7 } from 'node:crypto'
import { endSubstitution } from '../../office/staff/end-substitution.ts'
import { listSubstitutions } from '../../office/staff/list-substitutions.ts'
import { placeStaff } from '../../office/staff/place-staff.ts'
import { setSubstitution } from '../../office/staff/set-substitution.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { readLogin } from '../../rules/logins.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Substitution, SubstitutionState } from '../../rules/structure.ts'
import { declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'

export const staffPlacesCommands = () => [
  declare(
    'staff place',
    (given, door) =>
      withSession(door, 'staff.place', async session => {
        const department = given.text('department') ?? ''
        const position = given.text('position')
        const placed = await placeStaff(session.ctx(), {
          login: given.arg('login'),
          department: department === 'none' ? null : department,
          ...(position === undefined ? {} : { position }),
        })
        const { name, department: where, position: as } = placed
        answer(door, placed, door.words.structure.placed(name, where, as))
      }),
    { required: ['department'] },
  ),
  declare(
    'staff absent',
    (given, door) => withSession(door, 'staff.substitute', session => substitute(session, given, door)),
    { required: ['substitute', 'until', 'ground'] },
  ),
  declare('staff back', (given, door) =>
    withSession(door, 'staff.substitute', async session => {
      const login = readLogin(given.arg('login'))
      const lasting = await listSubstitutions(session.ctx())
      const known = lasting.find(one => one.absent.login === login)
      if (!known) throw refusal('substitution.unknown', { id: login })
      const ended = await endSubstitution(session.ctx(), { substitutionId: known.id })
      answer(door, json(ended), door.words.structure.back(ended.absent.name))
    }),
  ),
  declare('staff substitutes', (given, door) =>
    withSession(door, 'departments.see', async session =>
      list(await listSubstitutions(session.ctx(), { all: given.has('all') }), door),
    ),
  ),
]

async function substitute(session: Session, given: Given<'staff absent'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const made = await setSubstitution(ctx, {
    id: given.text('id') ?? randomUUIDv7(),
    absent: given.arg('login'),
    substitute: given.text('substitute') ?? '',
    from: dayTyped(given.text('from') ?? 'today', ctx.today),
    until: dayTyped(given.text('until') ?? '', ctx.today),
    ground: given.text('ground') ?? '',
  })
  const days = [showDay(made.from, door.lang), showDay(made.until, door.lang)] as const
  answer(door, json(made), door.words.structure.substituted(made.absent.name, made.substitute.name, ...days))
}

const json = ({ from, until, ...rest }: Substitution & { state?: SubstitutionState }) => ({
  ...rest,
  from: from.toString(),
  until: until.toString(),
})

function list(found: readonly (Substitution & { state: SubstitutionState })[], door: Door): void {
  const { structure: words } = door.words
  if (door.options.json || found.length === 0) answer(door, found.map(json), words.noSubstitutions)
  else
    answerTable(door, {
      name: 'substitutions',
      title: '',
      subtitle: [],
      columns: (['absent', 'substitute', 'from', 'until', 'state', 'ground'] as const).map(key => ({
        key,
        title: words.columns[key],
        kind: 'text',
      })),
      rows: found.map(one => ({
        absent: one.absent.name,
        substitute: one.substitute.name,
        from: showDay(one.from, door.lang),
        until: showDay(one.until, door.lang),
        state: words.states[one.state],
        ground: one.ground,
      })),
      totals: null,
    })
}
