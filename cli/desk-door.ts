import { isConnectionFault } from '../db/open.ts'
import type { TownDatabase } from '../db/place.ts'
import { screens as bgScreens } from '../locales/bg/screens.ts'
import { screens as enScreens } from '../locales/en/screens.ts'
import { describeFault, describePrintFault, describeRefusal } from '../locales/texts.ts'
import { printTestPage } from '../office/print/print-test-page.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Paper } from '../rules/papers/paper.ts'
import { refusal } from '../rules/refusal.ts'
import { demoOf } from './demo.ts'
import { printingOfDesk } from './desk-printing.ts'
import type { Door } from './door.ts'
import { writeIncident } from './incidents.ts'
import { writePapersPdf } from './output/pdf-file.ts'
import { columnsOf } from './printing.ts'
import { beginSetUp } from './set-up/conversation.ts'
import { credentialsGiven, deskAsked } from './sign-in.ts'
import { enterTown, reachTown } from './town.ts'
import { isTraining } from './training.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Opens the screens on this terminal and hands them the database, the printer and the incident log. */
export async function openDesk(door: Door, town: TownDatabase): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new WrongUsage(door.lang, usage => usage.needsTerminal)
  const given = credentialsGiven(door, town)
  const desk = deskAsked(door)
  const { runDesk } = await import('../tui/main.tsx')
  await runDesk({
    stdin: process.stdin,
    stdout: process.stdout,
    lang: door.lang,
    texts: { screens: door.lang === 'bg' ? bgScreens : enScreens, reports: door.texts.reports },
    demo: demoOf(town),
    first: given && { ...given, desk },
    training: isTraining(door),
    signIn: (login, password, asked, training) =>
      enterTown(door, town, { login, password }, { desk: asked ?? desk, program: 'gishe desk', training }),
    startPrinting: (session, onChange) => printingOfDesk(session, onChange),
    queueTestPage: (session, printer) => printTestPage(session.ctx(), printer, columnsOf(printer)),
    setUpPrinter: session => beginSetUp(session, door),
    writePdf: (session, paper, file) => writeQuietly(door, session, paper, file),
    describeRefusal: why => describeRefusal(why, door.lang),
    describeFault: error => describeFault(error, door.lang),
    describePrintFault: code => describePrintFault(code, door.lang),
    isConnectionFault,
    reopen: () => reachTown({ ...door, progress: () => undefined }).then(nothing, nothing),
    onBug: error => writeIncident(error).number,
  })
}

const nothing = (): void => undefined

/** The screens have the terminal: nothing is said on it beside them. */
export async function writeQuietly(door: Door, session: Session, paper: Paper, file: string): Promise<void> {
  try {
    await writePapersPdf({ ...door, answer: nothing }, file, [paper], session)
  } catch (error) {
    if (error instanceof WrongUsage) throw refusal('file.not_written', { path: file })
    throw error
  }
}
