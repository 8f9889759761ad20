import { describeRefusal } from '../../locales/texts.ts'
import { demoTown } from '../../office/town/demo-town.ts'
import type { FoundTown } from '../../office/town/found-town.ts'
import { municipalityNamed } from '../../office/town/municipalities.ts'
import { profiles } from '../../printers/profiles.ts'
import { Refusal, refuseIf } from '../../rules/refusal.ts'
import { askLine } from '../ask.ts'
import { declare, type Given } from '../command.ts'
import { type Door, isTalking } from '../door.ts'
import { found } from '../founding.ts'
import { newSecret } from '../new-secret.ts'
import { answer } from '../output/answer.ts'
import { whyNotPrinter } from '../printing.ts'
import { deskAsked } from '../sign-in.ts'
import { reachTown } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const initCommands = () => [
  declare('init', async (given, door) => {
    const plan = given.has('demo') ? demoTown(true) : await planOf(given, door)
    const made = await found(door, await reachTown(door), plan)
    const words = plan.demo ? door.words.demoMade : door.words.townMade
    answer(
      door,
      { ...made, demo: plan.demo },
      made.founded ? words(made.name) : door.words.townThere(made.name),
    )
  }),
]

type Asked =
  | 'municipality'
  | 'admin'
  | 'admin-name'
  | 'desk-name'
  | 'printer-name'
  | 'printer-profile'
  | 'printer-line'

/** What to make, from the options and, where somebody is there, from questions for the rest. */
async function planOf(given: Given<'init'>, door: Door): Promise<FoundTown> {
  const { init: words } = door.words
  const ask = async (option: Asked, suggestion: string, whyNot: WhyNot = () => null): Promise<string> => {
    const known = given.text(option)
    if (known !== undefined) return known
    if (isTalking()) return askUntilRight(words[option], suggestion, whyNot, door)
    if (suggestion === '') throw new WrongUsage(door.lang, usage => usage.missingOption(`--${option}`))
    return suggestion
  }
  const municipality = municipalityNamed(await ask('municipality', '', whyNotMunicipality)).code
  const login = await ask('admin', 'admin')
  const name = await ask('admin-name', '')
  const password = await newSecret(door, given.text('admin-password-file'), 'GISHE_ADMIN_PASSWORD', login)
  const number = deskAsked(door) ?? 1
  const deskName = await ask('desk-name', words.deskName(number))
  const printer = {
    name: await ask('printer-name', words.printerName(number)),
    profile: await ask('printer-profile', 'text', profile => whyNotPrinter(profiles, profile, 'preview:')),
    line: await ask('printer-line', 'preview:', line => whyNotPrinter(profiles, 'text', line)),
  }
  refuseIf(whyNotPrinter(profiles, printer.profile, printer.line))
  return {
    municipality,
    demo: false,
    staff: [{ login, name, post: 'admin', password }],
    desks: [{ number, name: deskName, printer }],
  }
}

type WhyNot = (text: string) => Refusal | null

/** Asks until the answer will do, so that what was answered before is not lost; what has no suggestion must be said. */
async function askUntilRight(
  question: string,
  suggestion: string,
  whyNot: WhyNot,
  door: Door,
): Promise<string> {
  for (;;) {
    const text = await askLine(question, suggestion)
    const why = text === '' ? null : whyNot(text)
    if (text !== '' && !why) return text
    if (why) door.say(describeRefusal(why, door.lang))
  }
}

function whyNotMunicipality(text: string): Refusal | null {
  try {
    municipalityNamed(text)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
