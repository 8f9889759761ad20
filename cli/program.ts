import { Command } from 'commander'
import { commands as bgCommands, type CommandTexts } from '../locales/bg/commands.ts'
import { help as bgHelp, type HelpTexts } from '../locales/bg/help.ts'
import { commands as enCommands } from '../locales/en/commands.ts'
import { help as enHelp } from '../locales/en/help.ts'
import { addCommand, type DeclaredCommand } from './command.ts'
import type { Door } from './door.ts'
import { localised } from './help.ts'
import { programVersion } from './installation.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Each subject's commands live in a module that is read only when one of them is asked for. */
const SUBJECTS = {
  start: async () => (await import('./commands/start.ts')).startCommands(),
  desk: async () => (await import('./commands/desk.ts')).deskCommands(),
  init: async () => (await import('./commands/init.ts')).initCommands(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommands(),
  payments: async () => (await import('./commands/payments.ts')).paymentsCommands(),
  parties: async () => [
    ...(await import('./commands/parties.ts')).partiesCommands(),
    ...(await import('./commands/party-duplicates.ts')).partyDuplicatesCommands(),
    ...(await import('./commands/party-dossier.ts')).partyDossierCommands(),
  ],
  documents: async () => (await import('./commands/documents.ts')).documentsCommands(),
  registers: async () => (await import('./commands/registers.ts')).registersCommands(),
  nomenclature: async () => (await import('./commands/registers.ts')).nomenclatureCommands(),
  cases: async () => (await import('./commands/cases.ts')).casesCommands(),
  tasks: async () => (await import('./commands/tasks.ts')).tasksCommands(),
  papers: async () => (await import('./commands/papers.ts')).papersCommands(),
  bills: async () => (await import('./commands/bills.ts')).billsCommands(),
  baskets: async () => (await import('./commands/baskets.ts')).basketsCommands(),
  favourites: async () => (await import('./commands/favourites.ts')).favouritesCommands(),
  receipts: async () => (await import('./commands/receipts.ts')).receiptsCommands(),
  till: async () => (await import('./commands/till.ts')).tillCommands(),
  board: async () => (await import('./commands/board.ts')).boardCommands(),
  reports: async () => (await import('./commands/reports.ts')).reportsCommands(),
  control: async () => [
    ...(await import('./commands/control.ts')).controlCommands(),
    ...(await import('./commands/control-reports.ts')).controlReportsCommands(),
  ],
  satisfaction: async () => [
    ...(await import('./commands/satisfaction.ts')).satisfactionCommands(),
    ...(await import('./commands/satisfaction-year.ts')).satisfactionYearCommands(),
  ],
  books: async () => (await import('./commands/books.ts')).booksCommands(),
  calendar: async () => (await import('./commands/calendar.ts')).calendarCommands(),
  requests: async () => (await import('./commands/requests.ts')).requestsCommands(),
  cards: async () => (await import('./commands/cards.ts')).cardsCommands(),
  services: async () => (await import('./commands/services.ts')).servicesCommands(),
  print: async () => (await import('./commands/print.ts')).printCommands(),
  printers: async () => [
    ...(await import('./commands/printer-watch.ts')).printerWatchCommands(),
    ...(await import('./commands/printers.ts')).printersCommands(),
    ...(await import('./commands/printer-agent.ts')).printerAgentCommands(),
    ...(await import('./commands/printer-set-up.ts')).printerSetUpCommands(),
    ...(await import('./commands/printer-profiles.ts')).printerProfilesCommands(),
    ...(await import('./commands/printer-emulate.ts')).printerEmulateCommands(),
    ...(await import('./commands/printer-logo.ts')).printerLogoCommands(),
  ],
  kiosk: async () => [
    ...(await import('./commands/kiosk.ts')).kioskCommands(),
    ...(await import('./commands/kiosk-install.ts')).kioskInstallCommands(),
  ],
  fiscal: async () => (await import('./commands/fiscal.ts')).fiscalCommands(),
  departments: async () => (await import('./commands/departments.ts')).departmentsCommands(),
  desks: async () => (await import('./commands/desks.ts')).desksCommands(),
  settings: async () => (await import('./commands/settings.ts')).settingsCommands(),
  staff: async () => [
    ...(await import('./commands/staff.ts')).staffCommands(),
    ...(await import('./commands/staff-places.ts')).staffPlacesCommands(),
  ],
  kiosks: async () => (await import('./commands/kiosks.ts')).kiosksCommands(),
  db: async () => (await import('./commands/db.ts')).dbCommands(),
  training: async () => (await import('./commands/training.ts')).trainingCommands(),
  web: async () => (await import('./commands/web.ts')).webCommands(),
} satisfies Record<string, () => Promise<DeclaredCommand[]>>

type Subject = keyof typeof SUBJECTS
const isSubject = (word: string | undefined): word is Subject =>
  word !== undefined && Object.hasOwn(SUBJECTS, word)

/** The program with the commands of the subject that is asked for; with all of them where `args` is null (for the manual). */
export async function programFor(args: readonly string[] | null, door: Door): Promise<Command> {
  const texts =
    door.lang === 'bg' ? { commands: bgCommands, help: bgHelp } : { commands: enCommands, help: enHelp }
  const program = bareProgram(texts.help)
  const asked = args === null ? null : askedSubject(program, args)
  for (const subject of Object.keys(SUBJECTS) as Subject[]) {
    if (asked === null || subject === asked) await addSubject(program, subject, texts, door)
    else
      program.addCommand(localised(new Command(subject), texts.help).description(summaryOf(subject, texts)))
  }
  program.hook('preAction', (_, action) => {
    door.options = action.optsWithGlobals()
    refuseTraining(action, door)
  })
  return program
}

/** Set-up and upkeep are of the town itself: nobody signs in for them. */
const OF_THE_TOWN: readonly string[] = [
  'start',
  'init',
  'doctor',
  'db',
  'training',
  'web',
  'kiosk',
] satisfies Subject[]

function refuseTraining(action: Command, door: Door): void {
  const subject = action.parent?.parent ? action.parent.name() : action.name()
  if (door.options.training && OF_THE_TOWN.includes(subject))
    throw new WrongUsage(door.lang, usage => usage.notInTraining(subject))
}

type ProgramTexts = { commands: CommandTexts; help: HelpTexts }

/** The first word that is no option: for `gishe help x` the word after it. */
function askedSubject(program: Command, args: readonly string[]): Subject | '' {
  const { operands, unknown } = program.parseOptions([...args])
  const words = [...operands, ...unknown].filter(word => word !== 'help')
  return words.find(isSubject) ?? ''
}

const summaryOf = (subject: Subject, { commands, help }: ProgramTexts): string =>
  subject in commands
    ? commands[subject as keyof CommandTexts].does
    : help.groups[subject as keyof HelpTexts['groups']]

async function addSubject(program: Command, subject: Subject, texts: ProgramTexts, door: Door) {
  const group = subject in texts.commands ? program : localised(program.command(subject), texts.help)
  if (group !== program) group.description(summaryOf(subject, texts))
  let parent = group
  for (const command of await SUBJECTS[subject]()) {
    const added = addCommand(parent, command, texts, door)
    // A subject that is a command itself stands first and has the others under it: options after their names are theirs.
    if (command.name === subject) parent = added.enablePositionalOptions()
  }
}

function bareProgram(help: HelpTexts): Command {
  const program = localised(new Command('gishe'), help)
    .description(help.program)
    .version(programVersion(), '-V, --version', help.version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', () => `\n${help.more}`)
  for (const [name, [shown, meaning]] of Object.entries(help.global))
    program.option(`--${name} ${shown}`.trim(), meaning)
  return program
}
