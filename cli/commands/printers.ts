import { randomUUIDv7 } from 'node:crypto'
import { setPrinter } from '../../office/print/set-printer.ts'
import { profiles } from '../../printers/profiles.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { whyNotPrinter } from '../printing.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const printersCommands = () => [
  declare('printers set', (given, door) =>
    withSession(door, 'printers.set', async session => {
      const settings = {
        id: randomUUIDv7(),
        name: given.arg('name'),
        profile: given.text('profile') ?? null,
        line: given.text('line') ?? null,
        printedBy: printedByIn(given.text('printed-by'), door),
        standIn: standInIn(given.text('stand-in')),
      }
      const set = await setPrinter(session.ctx(), settings, (profile, line, own) =>
        whyNotPrinter([...profiles, ...own.map(name => ({ name }))], profile, line),
      )
      answer(door, set, door.words.printerSet(set.name, set.added))
    }),
  ),
]

function printedByIn(text: string | undefined, door: Door): 'desk' | 'agent' | null {
  if (text === undefined || text === 'desk' || text === 'agent') return text ?? null
  throw new WrongUsage(door.lang, usage => usage.notOneOf('--printed-by', text, ['desk', 'agent']))
}

const standInIn = (text: string | undefined): string | null => (text === 'none' ? '' : (text ?? null))
