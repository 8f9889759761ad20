import { randomUUIDv7 } from 'node:crypto'
import { setDesk } from '../../office/desks/set-desk.ts'
import { giveDevice } from '../../office/fiscal/give-device.ts'
import { setDevice } from '../../office/fiscal/set-device.ts'
import { printerNamed } from '../../office/print/lookup.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import { setPrinter } from '../../office/print/set-printer.ts'
import { setProfile } from '../../office/print/set-profile.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { profiles } from '../../printers/profiles.ts'
import type { SetUp } from '../../printers/set-up/draft.ts'
import { ownProfile } from '../commands/printer-profiles.ts'
import { isFiscalPrinter } from '../fiscal-device.ts'
import { columnsOf, jobStateText, untilPrinted, whyNotPrinter } from '../printing.ts'
import type { SetUpDone, Words } from './conversation.ts'

/** Keeps the profile, the printer and its desk, each as the commands do, and prints the test page through the queue. */
export async function saveSetUp(session: Session, setUp: SetUp, door: Words): Promise<SetUpDone> {
  const { name, profileName, profile, line, desk, fiscal } = setUp
  if (profile) await setProfile(session.ctx(), profile, ownProfile)
  const printer = { id: randomUUIDv7(), name, profile: profileName, line }
  await setPrinter(session.ctx(), printer, (chosen, at, own) =>
    whyNotPrinter([...profiles, ...own.map(name => ({ name }))], chosen, at),
  )
  if (fiscal) await setDevice(session.ctx(), { printer: name, ...fiscal }, isFiscalPrinter)
  if (desk !== null && fiscal) await giveDevice(session.ctx(), { desk, printer: name })
  if (desk !== null && !fiscal)
    await setDesk(session.ctx(), { id: randomUUIDv7(), number: desk, name: null, printer: name })
  return { name, profile: profileName, page: await printedPage(session, name, door) }
}

/** What became of the test page, in words. */
async function printedPage(session: Session, name: string, door: Words): Promise<string> {
  const printer = await printerNamed(session.ctx().db, name)
  const { jobId } = await printTestPage(session.ctx(), printer, columnsOf(printer))
  const job = await untilPrinted(session, printer, jobId)
  return jobStateText(job, door)
}
