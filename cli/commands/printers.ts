import { randomUUIDv7 } from 'node:crypto'
import { listPrinters } from '../../office/print/lookup.ts'
import { setPrinter } from '../../office/print/set-printer.ts'
import { profiles } from '../../printers/profiles.ts'
import { declare } from '../command.ts'
import { answer, answerTable } from '../output/answer.ts'
import { whyNotPrinter } from '../printing.ts'
import { withSession } from '../town.ts'

export const printersCommands = () => [
  declare('printers list', (_, door) =>
    withSession(door, 'print.see', async session => {
      const { printers: words } = door.words
      const rows = (await listPrinters(session.ctx())).map(({ name, profile, line }) => ({
        name,
        profile,
        line,
      }))
      const columns = (['name', 'profile', 'line'] as const).map(key => ({
        key,
        title: words[key],
        kind: 'text' as const,
      }))
      answerTable(door, { name: 'printers', title: '', subtitle: [], columns, rows, totals: null })
    }),
  ),
  declare('printers set', (given, door) =>
    withSession(door, 'printers.set', async session => {
      const settings = {
        id: randomUUIDv7(),
        name: given.arg('name'),
        profile: given.text('profile') ?? null,
        line: given.text('line') ?? null,
      }
      const set = await setPrinter(session.ctx(), settings, (profile, line, own) =>
        whyNotPrinter([...profiles, ...own.map(name => ({ name }))], profile, line),
      )
      answer(door, set, door.words.printerSet(set.name, set.added))
    }),
  ),
]
