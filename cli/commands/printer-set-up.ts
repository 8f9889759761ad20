import { isScreen } from '../../office/print/lookup.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { profileOf } from '../../printers/profiles.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare, type Given } from '../command.ts'
import { type Door, isTalking } from '../door.ts'
import { EXIT } from '../exits.ts'
import { answer } from '../output/answer.ts'
import { paperText } from '../output/show-paper.ts'
import { columnsOf, jobJson, jobStateText, printerMeant, untilPrinted } from '../printing.ts'
import { beginSetUp } from '../set-up/conversation.ts'
import { setUpOnTerminal } from '../set-up/on-terminal.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const printerSetUpCommands = () => [
  declare('printers test', (given, door) =>
    withSession(door, 'print.test', session => test(session, given, door)),
  ),
  declare('printers set-up', async (_, door) => {
    if (!isTalking()) throw new WrongUsage(door.lang, usage => usage.setUpNeedsTerminal)
    await withSession(door, 'printers.set', session => setUp(session, door))
  }),
]

/** Ctrl-C ends it at any question: nothing is kept before the last answer. */
async function setUp(session: Session, door: Door): Promise<void> {
  const talk = await beginSetUp(session, door)
  try {
    const done = await setUpOnTerminal(talk, door)
    answer(door, done, door.words.setUp.saved(done.name, done.profile, done.page))
  } finally {
    await talk.close()
  }
}

async function test(session: Session, given: Given<'printers test'>, door: Door): Promise<void> {
  const printer = await printerMeant(session, given.optionalArg('printer'))
  if (profileOf(printer)?.driver === 'erpnet-fp') throw refusal('printer.fiscal_only', { name: printer.name })
  const { jobId } = await printTestPage(session.ctx(), printer, columnsOf(printer))
  if (!given.has('print'))
    return answer(door, { id: jobId, state: 'queued' }, door.words.testQueued(printer.name))
  const job = await untilPrinted(session, printer, jobId)
  if (isScreen(printer.line) && !door.options.json) door.answer(paperText(job.paper, columnsOf(printer)))
  answer(door, jobJson(job), `${job.title}: ${jobStateText(job, door)}`)
  if (job.state !== 'printed') process.exitCode = EXIT.fault
}
