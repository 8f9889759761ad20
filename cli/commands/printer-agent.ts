import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { describeFault } from '../../locales/texts.ts'
import { printerNamed } from '../../office/print/lookup.ts'
import { type DevicesOfDesk, deviceOfPrinter, type PrinterToRun } from '../../office/print/see-devices.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { SpoolerState } from '../../printers/tended.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { followPrinters } from '../follow-printers.ts'
import { onlyNew } from '../only-new.ts'
import { shortId, startPrinting } from '../printing.ts'
import { credentialsFor, deskAsked } from '../sign-in.ts'
import { enterTown, reachFoundedTown } from '../town.ts'
import { isTraining } from '../training.ts'
import { WrongUsage } from '../wrong-usage.ts'

const AGAIN_MS = 5_000

export const printerAgentCommands = () => [
  declare('printers agent', async (given, door) => {
    const desk = deskAsked(door)
    const name = given.optionalArg('printer')
    if (desk === null && name === undefined)
      throw new WrongUsage(door.lang, usage => usage.missingOption('--desk'))
    const ending = new AbortController()
    const stop = () => ending.abort()
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    const session = await enterPatiently(door, desk, ending.signal)
    if (!session) return
    try {
      refuseIf(whyNotMay(session.who.post, 'print.run'))
      await (name === undefined
        ? printForDesk(session, door, ending.signal)
        : printOn(name, session, door, ending.signal))
      door.say(door.words.printingStopped)
    } finally {
      await session.close()
    }
  }),
]

/** Whoever is refused is told so at once; a database that is away is waited for. Null where it was stopped meanwhile. */
async function enterPatiently(door: Door, desk: number | null, ending: AbortSignal): Promise<Session | null> {
  const town = await reachFoundedTown(door)
  const credentials = await credentialsFor(door, town, 'print.run')
  const seat = { desk, program: 'gishe printers agent', training: isTraining(door) }
  const say = onlyNew(door.say)
  while (!ending.aborted) {
    try {
      return await enterTown(door, town, credentials, seat)
    } catch (error) {
      const known = error instanceof Refusal ? null : describeFault(error, door.lang)
      if (known === null) throw error
      say(known)
      await pause(AGAIN_MS, undefined, { signal: ending }).catch(() => undefined)
    }
  }
  return null
}

/** Prints on what the settings say an agent prints on, until it is told to stop; the paper at the printer ends first. */
async function printForDesk(session: Session, door: Door, ending: AbortSignal): Promise<void> {
  const { desk } = session
  if (!desk) throw refusal('desk.needed', {})
  const { agent: words } = door.words
  const say = onlyNew(door.say)
  const sayDevices = (devices: DevicesOfDesk) => {
    for (const printer of devicesIn(devices))
      say(
        printer.printedBy === 'agent' ? words.prints(printer.name, printer.line) : words.byDesk(printer.name),
      )
  }
  const sayOf = speakersOf(door)
  const followed = await followPrinters(session, desk.id, {
    pick: devices => devicesIn(devices).filter(({ printedBy }) => printedBy === 'agent'),
    onState: (printer, state) => sayOf(printer)(state),
    onChange: sayDevices,
    onMissed: error => say(describeFault(error, door.lang) ?? String(error)),
  })
  sayDevices(followed.devices())
  if (!ending.aborted) await once(ending, 'abort')
  await followed.stop()
}

const SETTLED_MS = 1_000

/** Prints on one printer, whoever prints there otherwise: as long as another program has it, its turn is waited for. */
async function printOn(name: string, session: Session, door: Door, ending: AbortSignal): Promise<void> {
  const printer = await deviceOfPrinter(session.ctx(), await printerNamed(session.ctx().db, name))
  door.say(door.words.agent.prints(printer.name, printer.line))
  const spooler = startPrinting(session, printer, speaker(printer.name, door))
  const notOurs = setTimeout(() => {
    if (!spooler.state().owner) door.say(door.words.printingElsewhere)
  }, SETTLED_MS)
  if (!ending.aborted) await once(ending, 'abort')
  clearTimeout(notOurs)
  await spooler.stop()
}

const devicesIn = ({ printer, fiscal }: DevicesOfDesk): PrinterToRun[] =>
  fiscal && fiscal.id !== printer.id ? [printer, fiscal] : [printer]

/** For each printer what happens there, each thing once as long as nothing else happens. */
function speakersOf(door: Door): (printer: PrinterToRun) => (state: SpoolerState) => void {
  const speakers = new Map<string, (state: SpoolerState) => void>()
  return ({ id, name }) => {
    const known = speakers.get(id) ?? speaker(name, door)
    speakers.set(id, known)
    return known
  }
}

function speaker(name: string, door: Door): (state: SpoolerState) => void {
  const { agent: words } = door.words
  let wasFaulty = false
  const say = onlyNew(text => door.say(`${name}: ${text}`))
  return ({ fault, printing, standIn }) => {
    if (fault) say(describeFault(fault, door.lang) ?? fault.message)
    else if (printing) say(door.words.printing(shortId(printing)))
    else if (wasFaulty) say(words.wellAgain)
    if (standIn !== null) say(words.standsIn(standIn))
    wasFaulty = fault !== null
  }
}
