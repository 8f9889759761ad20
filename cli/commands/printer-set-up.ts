import { isScreen } from '../../office/print/lookup.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { EXIT } from '../exits.ts'
import { answer } from '../output/answer.ts'
import { paperText } from '../output/show-paper.ts'
import { columnsOf, jobJson, jobStateText, printerMeant, untilPrinted } from '../printing.ts'
import { withSession } from '../town.ts'

export const printerSetUpCommands = () => [
  declare('printers test', (given, door) =>
    withSession(door, 'print.test', session => test(session, given, door)),
  ),
]

async function test(session: Session, given: Given<'printers test'>, door: Door): Promise<void> {
  const printer = await printerMeant(session, given.optionalArg('printer'))
  const { jobId } = await printTestPage(session.ctx(), printer, columnsOf(printer))
  if (!given.has('print'))
    return answer(door, { id: jobId, state: 'queued' }, door.words.testQueued(printer.name))
  const job = await untilPrinted(session, printer, jobId)
  if (isScreen(printer.line) && !door.options.json) door.answer(paperText(job.paper, columnsOf(printer)))
  answer(door, jobJson(job), `${job.title}: ${jobStateText(job, door)}`)
  if (job.state !== 'printed') process.exitCode = EXIT.fault
}
