import { owedPapers } from '../office/print/owed-papers.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { may } from '../rules/authority.ts'
import { refusal } from '../rules/refusal.ts'
import type { AtDesk, Door } from './door.ts'
import type { UsualKeys } from './f-keys.ts'
import { FIRST_SCREENS } from './first-screens.ts'
import { type Host, startHost } from './host.tsx'
import { passOver } from './notices.ts'
import { type Opened, open } from './screen.ts'
import { seatOrClose, signInAtOpening, signInScreen } from './sign-in/sign-in-screen.tsx'
import { statusOf } from './top-bar.ts'

const OWED_EVERY_MS = 4000

/** Runs the screens on a terminal until somebody leaves: sign in, then where each post begins its day. */
export async function runDesk(door: Door): Promise<void> {
  let seated: AtDesk | null = null
  let host: Host | null = null
  const redraw = () => host?.changed()
  const seat = async (session: Session): Promise<Opened> => {
    const first = FIRST_SCREENS[session.who.post]
    if (!first) throw refusal('authority.denied', { act: 'board.see', post: session.who.post })
    const desk: AtDesk = {
      door,
      session,
      printing: null,
      owed: { waiting: 0, unsure: 0, failed: 0 },
      leave: () => leave(desk, door.training),
      leaveForOther: () => leave(desk, !session.town.training),
    }
    if (first.prints && session.desk)
      desk.printing = await door.startPrinting(session, () => void countOwed(desk, redraw))
    seated = desk
    return first.opens(desk)
  }
  const leave = async (desk: AtDesk, isTraining: boolean) => {
    seated = null
    await standUp(desk)
    return open(signInScreen(door, seat), signInAtOpening(door, isTraining))
  }
  const first = await firstScreen(door, seat)
  host = startHost({
    stdin: door.stdin,
    stdout: door.stdout,
    first,
    texts: door.texts.screens.frame,
    town: () => (seated ? townOf(seated) : ''),
    status: () => (seated ? statusOf(seated) : []),
    functionKeys: () => usualKeysOf(seated, door),
    describeRefusal: door.describeRefusal,
    isConnectionFault: door.isConnectionFault,
    describeFault: door.describeFault,
    onConnectionFault: door.reopen,
    onBug: door.onBug,
  })
  const watch = setInterval(() => seated && void countOwed(seated, redraw), OWED_EVERY_MS)
  await host.ended
  clearInterval(watch)
  if (seated) await standUp(seated)
}

/** Straight to the desk where the command line said who it is; a refusal of that ends the program with its sentence. */
async function firstScreen(door: Door, seat: (session: Session) => Promise<Opened>): Promise<Opened> {
  if (!door.first) return open(signInScreen(door, seat), signInAtOpening(door, door.training))
  const { login, password, desk } = door.first
  return seatOrClose(await door.signIn(login, password, desk, door.training), seat)
}

async function standUp(desk: AtDesk): Promise<void> {
  await desk.printing?.stop()
  await desk.session.close()
}

/** Counts what the printer still owes; a database that is away is told by the operations, not here. */
async function countOwed(desk: AtDesk, changed: () => void): Promise<void> {
  const deskId = desk.session.desk?.id
  if (!deskId || !desk.printing) return
  try {
    desk.owed = await owedPapers(desk.session.ctx(), deskId)
  } catch (error) {
    passOver(error, desk.door)
  }
  changed()
}

/** Whoever works with documents has other words for the same keys. */
const usualKeysOf = (seated: AtDesk | null, { texts: { screens } }: Door): UsualKeys =>
  seated && may(seated.session.who.post, 'documents.see')
    ? screens.frame.registryKeys
    : screens.frame.functionKeys

/** Practice is of no town: its name makes room for the alarm. */
const townOf = ({ door, session }: AtDesk): string =>
  session.town.training ? '' : session.town.name[door.lang]
