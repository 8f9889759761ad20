import { isScreen, type Printer } from '../../office/print/lookup.ts'
import { sendLogo } from '../../office/print/send-logo.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { profileOf } from '../../printers/profiles.ts'
import { MOST_LOGO_HEIGHT } from '../../rules/papers/logo.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { EXIT } from '../exits.ts'
import { answer } from '../output/answer.ts'
import { type BlackAndWhite, bitmapIn } from '../png.ts'
import { jobJson, jobStateText, untilPrinted } from '../printing.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const printerLogoCommands = () => [
  declare('printers logo', (given, door) => {
    const picture = bitmapIn(given.arg('file'))
    if (!picture) throw new WrongUsage(door.lang, usage => usage.fileNotPng(given.arg('file')))
    return withSession(door, 'printers.set', session => send(session, picture, given, door))
  }),
]

async function send(
  session: Session,
  picture: BlackAndWhite,
  given: Given<'printers logo'>,
  door: Door,
): Promise<void> {
  const { width, rows } = picture
  const input = { printer: given.arg('printer'), logo: { width, rows } }
  const { jobId, printer } = await sendLogo(session.ctx(), input, known => whyNotKept(known, picture))
  if (!given.has('print'))
    return answer(door, { id: jobId, state: 'queued' }, door.words.logoQueued(printer.name))
  const job = await untilPrinted(session, printer, jobId)
  answer(door, jobJson(job), `${job.title}: ${jobStateText(job, door)}`)
  if (job.state !== 'printed') process.exitCode = EXIT.fault
}

function whyNotKept(printer: Printer, { width, height }: BlackAndWhite): Refusal | null {
  const profile = profileOf(printer)
  if (profile?.driver !== 'escpos' || profile.logo === 'none' || isScreen(printer.line))
    return refusal('printer.no_logo', { name: printer.name, profile: printer.profile })
  if (width <= profile.dots && height <= MOST_LOGO_HEIGHT) return null
  return refusal('printer.logo_too_large', {
    width,
    height,
    mostWidth: profile.dots,
    mostHeight: MOST_LOGO_HEIGHT,
  })
}
