import { randomUUIDv7 } from 'node:crypto'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { listStaff } from '../../office/staff/list-staff.ts'
import { setPassword } from '../../office/staff/set-password.ts'
import { POSTS } from '../../rules/authority.ts'
import { showMoment } from '../../rules/dates.ts'
import { declare } from '../command.ts'
import { newSecret } from '../new-secret.ts'
import { answer, answerTable } from '../output/answer.ts'
import { inSession, withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const staffCommands = () => [
  declare(
    'staff add',
    (given, door) => {
      const asked = given.text('post') ?? ''
      const post = POSTS.find(known => known === asked)
      if (!post) throw new WrongUsage(door.lang, usage => usage.notOneOf('--post', asked, POSTS))
      return withSession(door, 'staff.add', async session => {
        const login = given.arg('login')
        const password = await newSecret(door, given.text('new-password-file'), 'GISHE_NEW_PASSWORD', login)
        const added = await addStaff(session.ctx(), {
          id: randomUUIDv7(),
          login,
          name: given.text('name') ?? '',
          post,
          password,
        })
        answer(door, { login: added.login, post }, door.words.staffAdded(added.login, door.texts.posts[post]))
      })
    },
    { required: ['name', 'post'] },
  ),
  declare('staff list', (_, door) =>
    withSession(door, 'staff.list', async session => {
      const { staff: words } = door.words
      const everybody = await listStaff(session.ctx())
      const posts: Record<string, string> = door.options.json ? {} : door.texts.posts
      answerTable(door, {
        name: 'staff',
        title: '',
        subtitle: [],
        columns: (['login', 'name', 'post', 'disabled'] as const).map(key => ({
          key,
          title: words[key],
          kind: 'text',
        })),
        rows: everybody.map(({ login, name, post, disabledAt }) => ({
          login,
          name,
          post: posts[post] ?? post,
          disabled:
            disabledAt && (door.options.json ? disabledAt.toString() : showMoment(disabledAt, door.lang)),
        })),
        totals: null,
      })
    }),
  ),
  declare('staff disable', (given, door) =>
    withSession(door, 'staff.disable', async session => {
      const disabled = await disableStaff(session.ctx(), given.arg('login'))
      answer(door, disabled, door.words.staffDisabled(disabled.login))
    }),
  ),
  declare('staff password', (given, door) =>
    inSession(door, given.optionalArg('login') ? 'staff.set_password' : 'services.see', async session => {
      const login = given.optionalArg('login') ?? session.who.login
      const password = await newSecret(door, given.text('new-password-file'), 'GISHE_NEW_PASSWORD', login)
      const changed = await setPassword(session.ctx(), { login, password })
      answer(door, changed, door.words.passwordSet(changed.login))
    }),
  ),
]
