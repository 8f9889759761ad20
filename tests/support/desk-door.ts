import { writeQuietly } from '../../cli/desk-door.ts'
import { printingOfDesk } from '../../cli/desk-printing.ts'
import { openDoor } from '../../cli/door.ts'
import { columnsOf } from '../../cli/printing.ts'
import { beginSetUp } from '../../cli/set-up/conversation.ts'
import type { Place } from '../../db/open.ts'
import { isConnectionFault } from '../../db/open.ts'
import { trainingPlace } from '../../db/training.ts'
import { answers as bgAnswers } from '../../locales/bg/answers.ts'
import { screens as bg } from '../../locales/bg/screens.ts'
import { answers as enAnswers } from '../../locales/en/answers.ts'
import { screens as en } from '../../locales/en/screens.ts'
import { describeFault, describePrintFault, describeRefusal, textsFor } from '../../locales/texts.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD, DEMO_STAFF } from '../../office/town/demo-town.ts'
import type { Pace } from '../../printers/tended.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Door } from '../../tui/door.ts'
import { runDesk } from '../../tui/main.tsx'
import { runInTerminal, type TestSize, type TestTerminal } from './terminal.ts'
import type { TestTown } from './town.ts'

export type DeskOptions = TestSize & {
  lang?: Lang
  /** The program was started for practice. */
  training?: boolean
  /** Straight to the desk as this cashier; null shows the sign-in screen. */
  as?: string | null
  desk?: number | null
  /** A town that is not a demo shows nobody's name at sign-in. */
  isDemo?: boolean
  /** Where the program finds the database, e.g. behind a line that the test can cut. */
  place?: Place
  /** How patient its spoolers are. */
  pace?: Pace
  /** Name of the program, as another session is told. */
  program?: string
}

export type TestDesk = TestTerminal & {
  /** What the program would have logged as its own faults. */
  bugs: unknown[]
}

/** Once asks where something would be lost, twice leaves. */
const CTRL_C_TWICE = '\x03\x03'

/** The whole program of the desk on a test terminal, with a real database and a real spooler. */
export async function openTestDesk(town: TestTown, options: DeskOptions = {}): Promise<TestDesk> {
  const {
    lang = 'bg',
    as = 'kasa1',
    desk = 1,
    isDemo = true,
    place = town.place,
    training = false,
    ...rest
  } = options
  const bugs: unknown[] = []
  const program = rest.program ?? 'gishe desk'
  const door: Omit<Door, 'stdin' | 'stdout'> = {
    lang,
    texts: { screens: lang === 'bg' ? bg : en, reports: textsFor(lang).reports },
    demo: isDemo ? { password: DEMO_PASSWORD, staff: DEMO_STAFF } : null,
    first: as === null ? null : { login: as, password: DEMO_PASSWORD, desk },
    training,
    signIn: (login, password, number, isTraining) =>
      signIn({
        place: isTraining ? trainingPlace(place) : place,
        login,
        password,
        desk: number,
        lang,
        program,
      }),
    startPrinting: (session, onChange) => printingOfDesk(session, onChange, { pace: options.pace }),
    queueTestPage: (session, printer) => printTestPage(session.ctx(), printer, columnsOf(printer)),
    setUpPrinter: session => beginSetUp(session, { lang, words: lang === 'bg' ? bgAnswers : enAnswers }),
    writePdf: (session, paper, file) => writeQuietly(openDoor(lang), session, paper, file),
    describeRefusal: refusal => describeRefusal(refusal, lang),
    describeFault: error => describeFault(error, lang),
    describePrintFault: code => describePrintFault(code, lang),
    isConnectionFault,
    reopen: async () => undefined,
    onBug: error => {
      bugs.push(error)
      return 'a1b2'
    },
  }
  const terminal = await runInTerminal((stdin, stdout) => {
    const ended = runDesk({ ...door, stdin, stdout })
    ended.catch(() => undefined)
    return { ended, quit: () => stdin.emit('data', CTRL_C_TWICE) }
  }, rest)
  return { ...terminal, bugs }
}

/** The frame with the moments of this run made ones that do not change, each as wide as it was. */
export const steady = (frame: string): string =>
  frame
    .replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/g, '02.01.2026 10:15:00')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '2026-01-02 10:15:00')
    .replace(/\d\d\.\d\d\.\d{4}/g, '02.01.2026')
    .replace(/\d{4}-\d\d-\d\d/g, '2026-01-02')
    .replace(/\b\d\d:\d\d\b/g, '10:15')
    .replace(/\b(\d+)-\d{4}-(\d{6})\b/g, '$1-2026-$2')

/** The steady frame once the screen has stood still for a moment, so that no half-drawn one is compared. */
export async function stillFrame(screen: TestDesk): Promise<string> {
  for (let before = ''; ; ) {
    const now = steady(screen.frame())
    if (now === before) return now
    before = now
    await new Promise(resolve => setTimeout(resolve, STILL_MS))
  }
}

/** Longer than the desk waits for typing to rest. */
const STILL_MS = 250

/** The board of the cash desks as a head comes to it, from the deadlines through the menu. */
export async function atCashBoard(screen: TestDesk, title = 'Табло на касите'): Promise<void> {
  await screen.until('F10')
  await screen.press('f10')
  await screen.until('1  ')
  await screen.type(/(\d) {2}(?:Каси, |Cash desks, )/.exec(screen.frame())?.[1] ?? '?')
  await screen.until(`1  ${title}`)
  await screen.type('1')
  await screen.until(`│ ${title}`)
}
