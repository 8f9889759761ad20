import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Session } from '../../office/staff/sign-in.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { Door } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, widthOf } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type HostApi, type Opened, type Outcome, quit, replace, type Screen } from '../screen.ts'

const FIELDS = ['login', 'password', 'desk'] as const
type Field = (typeof FIELDS)[number]

/** `chosen`: the demo user who stands in the lines; null once somebody types their own. */
export type SignInState = Record<Field, EntryLine> & {
  field: Field
  chosen: number | null
  isTraining: boolean
}

/** Before anybody is known. In a demo town the first user stands ready, so that Enter is enough. */
export function signInAtOpening(door: Door, isTraining: boolean): SignInState {
  const state: SignInState = {
    login: entryLine(),
    password: entryLine(),
    desk: entryLine(),
    field: 'login',
    chosen: null,
    isTraining,
  }
  return door.demo ? chooseDemo(state, 0, door) : state
}

function chooseDemo(s: SignInState, at: number, door: Door): SignInState {
  const member = door.demo?.staff[at]
  return member
    ? { ...s, chosen: at, login: entryLine(member.login), password: entryLine(door.demo?.password) }
    : s
}

/** Asks who sits down at which desk; `seat` gives the first screen of whoever that is. */
export function signInScreen(door: Door, seat: (session: Session) => Promise<Opened>): Screen<SignInState> {
  const { signIn: texts } = door.texts.screens
  return {
    title: s => (s.isTraining ? texts.trainingTitle : texts.title),
    isBare: true,
    keys: s => [
      isReady(s)
        ? {
            key: 'enter',
            label: texts.enter,
            holdsTyping: true,
            run: (now, host) => enter(now, host, door, seat),
          }
        : { key: 'enter', label: texts.next, run: () => change(now => ({ ...now, field: nextEmpty(now) })) },
      {
        key: 'f2',
        label: s.isTraining ? texts.work : texts.practise,
        run: () => change(now => ({ ...now, isTraining: !now.isTraining })),
      },
      { key: 'f12', label: texts.quit, run: () => quit() },
    ],
    type: (s, key) => typeAtSignIn(s, key, door),
    help: () => texts.help,
    View: ({ state, size }) => (
      <SignInView state={state} columns={size.columns} rows={size.rows} door={door} />
    ),
  }
}

const isReady = (s: SignInState): boolean => s.login.value.trim() !== '' && s.password.value !== ''

const nextEmpty = (s: SignInState): Field => (s.login.value.trim() === '' ? 'login' : 'password')

function typeAtSignIn(s: SignInState, key: Key, door: Door): SignInState {
  if (key.kind === 'key') {
    const step = { tab: 1, 'shift-tab': FIELDS.length - 1 }[key.name as string]
    if (step) return { ...s, field: FIELDS[(FIELDS.indexOf(s.field) + step) % FIELDS.length] ?? 'login' }
    if (door.demo && (key.name === 'up' || key.name === 'down'))
      return chooseDemo(s, moveCursor(s.chosen ?? 0, key, door.demo.staff.length), door)
  }
  const own = key.kind === 'text' ? withoutDemo(s) : s
  return { ...own, [s.field]: typeInto(own[s.field], key, s.field === 'desk' ? 4 : 80) }
}

/** Whoever types a user or a password means their own, not what the demo put there. */
function withoutDemo(s: SignInState): SignInState {
  if (s.chosen === null || s.field === 'desk') return s
  const login = s.field === 'login' ? entryLine() : s.login
  return { ...s, chosen: null, login, password: entryLine() }
}

async function enter(
  s: SignInState,
  host: HostApi<SignInState>,
  door: Door,
  seat: (session: Session) => Promise<Opened>,
): Promise<Outcome<SignInState>> {
  const desk = s.desk.value.trim()
  if (desk !== '' && !/^\d{1,4}$/.test(desk)) throw refusal('desk.unknown', { number: desk })
  const session = await door
    .signIn(s.login.value, s.password.value, desk === '' ? null : Number(desk), s.isTraining)
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'sign_in.wrong') host.change(askAgain)
      throw error
    })
  const { screen, state } = await seatOrClose(session, seat)
  return replace(screen, state)
}

/** The first screen of whoever signed in; who cannot be seated keeps no line to the database. */
export async function seatOrClose(
  session: Session,
  seat: (session: Session) => Promise<Opened>,
): Promise<Opened> {
  try {
    return await seat(session)
  } catch (error) {
    await session.close()
    throw error
  }
}

/** Nobody can mend what they cannot see: a wrong password is typed anew. */
const askAgain = (s: SignInState): SignInState => ({
  ...s,
  field: 'password',
  chosen: null,
  password: entryLine(),
})

const LABEL_WIDTH = 14

function SignInView({
  state,
  columns,
  rows,
  door,
}: {
  state: SignInState
  columns: number
  rows: number
  door: Door
}): ReactNode {
  const { signIn: texts } = door.texts.screens
  const field = (name: Field, label: string, hint: string, isSecret: boolean) => (
    <Line>
      <Line tone="title">{fit(label, LABEL_WIDTH)}</Line>
      <EntryField
        line={state[name]}
        width={34}
        isFocused={state.field === name}
        isSecret={isSecret}
        hint={hint}
      />
    </Line>
  )
  return (
    <Box flexDirection="column" paddingLeft={4} paddingTop={1}>
      <TrainingBand text={state.isTraining ? texts.training : ''} columns={columns - 8} />
      {field('login', texts.login, '', false)}
      <Line> </Line>
      {field('password', texts.password, '', true)}
      <Line> </Line>
      {field('desk', texts.desk, texts.deskHint, false)}
      {door.demo && (
        <Box flexDirection="column" paddingTop={2}>
          <Line tone="warning">{texts.demo(door.demo.password)}</Line>
          <Line> </Line>
          <List
            rows={door.demo.staff}
            cursor={state.chosen}
            width={Math.min(60, columns - 8)}
            height={Math.min(door.demo.staff.length, rows - 11)}
            row={(member, width) =>
              fit(`${fit(member.login, 12)}${fit(member.name, 24)}${texts.posts[member.post]}`, width)
            }
          />
        </Box>
      )}
    </Box>
  )
}

/** A band that nobody can miss, in a row that is kept free for it. */
function TrainingBand({ text, columns }: { text: string; columns: number }): ReactNode {
  if (text === '') return <Line> </Line>
  const before = Math.max(0, Math.floor((columns - widthOf(text)) / 2))
  return <Line tone="chosen">{fit(' '.repeat(before) + text, columns)}</Line>
}
