import type { ScreenTexts } from '../locales/bg/screens.ts'
import type { Printer } from '../office/print/lookup.ts'
import type { OwedPapers } from '../office/print/owed-papers.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Post } from '../rules/authority.ts'
import type { FiscalTold } from '../rules/fiscal.ts'
import type { Lang } from '../rules/languages.ts'
import type { Paper } from '../rules/papers/paper.ts'
import type { PrinterWarning } from '../rules/printing.ts'
import type { Refusal } from '../rules/refusal.ts'
import type { ReportTexts } from '../rules/reports/texts.ts'
import type { Opened } from './screen.ts'
import type { TerminalIn, TerminalOut } from './terminal.ts'

/** The printer of a desk as the desk sees it; the program that starts the screens prints. */
export type Printing = {
  /** A screen instead of a printer: papers are read in the preview. */
  isPreview: boolean
  /** Why the next paper waits, as the code of a printer's fault; null when nothing is known to be wrong. */
  fault: () => string | null
  /** What the printer warns of while it still prints. */
  warnings: () => readonly PrinterWarning[]
  /** The name of the printer that has taken over what waits here; null while none stands in. */
  standIn: () => string | null
  /** How the desk's fiscal device does, in the same words; null where none stands here. */
  readonly fiscal: FiscalState | null
  /** Asks the fiscal device itself, between two papers; throws a refusal where none stands here, a fault where it does not answer. */
  askFiscal: () => Promise<FiscalTold>
  /** Another program prints for this printer. */
  isElsewhere: () => boolean
  stop: () => Promise<void>
}

export type FiscalState = {
  fault: string | null
  warnings: readonly PrinterWarning[]
  /** It prints the receipts of the desk too. */
  isPrinter: boolean
}

/** One question of a printer's set-up, in words. */
export type SetUpAsked = {
  question: string
  told: string[]
  notice: string | null
  choices: { key: string; text: string }[]
  /** What an empty answer takes. */
  proposal: string | null
  isSecret: boolean
  /** Null where there is nothing to be printed or looked for again. */
  againHint: string | null
  /** What has been found out so far. */
  known: [label: string, value: string][]
}

/** The set-up of a printer under way: the program that starts the screens speaks to the printer. */
export type PrinterSetUp = {
  asked: () => SetUpAsked
  /** Gives what was saved after the last answer; `=` prints the sheet again. `onWork` is told what takes its time. */
  answer: (
    typed: string,
    onWork: (what: string) => void,
  ) => Promise<{ name: string; profile: string; page: string } | null>
  /** False where this is the first question. */
  back: () => boolean
  close: () => Promise<void>
}

/** What the screens need from the program that starts them: the database, the printer and the incident log are its affair. */
export type Door = {
  stdin: TerminalIn
  stdout: TerminalOut
  lang: Lang
  texts: { screens: ScreenTexts; reports: ReportTexts }
  /** Users and their password, shown to everybody in a demo town. */
  demo: { password: string; staff: readonly { login: string; name: string; post: Post }[] } | null
  /** Signs in at once, without the sign-in screen, e.g. from --user; a refusal is thrown. */
  first: { login: string; password: string; desk: number | null } | null
  /** The sign-in screen opens for practice, and so does whoever is first. */
  training: boolean
  /** `isTraining`: where the town practises, instead of the town. */
  signIn: (login: string, password: string, desk: number | null, isTraining: boolean) => Promise<Session>
  startPrinting: (session: Session, onChange: () => void) => Promise<Printing>
  setUpPrinter: (session: Session) => Promise<PrinterSetUp>
  /** Owes a test page to this printer, as wide as it prints. */
  queueTestPage: (session: Session, printer: Printer) => Promise<unknown>
  /** Writes a paper on A4; refuses a place where nothing can be written. */
  writePdf: (session: Session, paper: Paper, file: string) => Promise<void>
  describeRefusal: (refusal: Refusal) => string
  /** A fault of the database or its machine in a sentence; null for what is no known fault. */
  describeFault: (error: unknown) => string | null
  /** A print job's fault code in words. */
  describePrintFault: (code: string) => string
  isConnectionFault: (error: unknown) => boolean
  /** Brings the database back up where that is in our hands; never throws. */
  reopen: () => Promise<void>
  onBug: (error: unknown) => string
}

/** Somebody at a desk: the session, the printer and what is known of both for the top bar. */
export type AtDesk = {
  door: Door
  session: Session
  printing: Printing | null
  owed: OwedPapers
  /** Back to the sign-in screen: stops printing, lets the till and the database go. */
  leave: () => Promise<Opened>
  /** The same, to sign in for practice; from practice, for work. */
  leaveForOther: () => Promise<Opened>
}
