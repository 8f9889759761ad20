import { randomUUIDv7 } from 'node:crypto'
import { listDesks } from '../../office/desks/list-desks.ts'
import { setDesk } from '../../office/desks/set-desk.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare } from '../command.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'

export const desksCommands = () => [
  declare('desks list', (_, door) =>
    withSession(door, 'services.see', async session => {
      const { desks: words } = door.words
      answerTable(door, {
        name: 'desks',
        title: '',
        subtitle: [],
        columns: [
          { key: 'number', title: words.number, kind: 'count' },
          { key: 'name', title: words.name, kind: 'text' },
          { key: 'printer', title: words.printer, kind: 'text' },
          { key: 'terminal', title: words.terminal, kind: 'text' },
        ],
        rows: await listDesks(session.ctx()),
        totals: null,
      })
    }),
  ),
  declare('desks set', (given, door) =>
    withSession(door, 'desks.set', async session => {
      const typed = given.arg('number')
      if (!/^\d{1,4}$/.test(typed) || Number(typed) === 0) throw refusal('desk.unknown', { number: typed })
      const set = await setDesk(session.ctx(), {
        id: randomUUIDv7(),
        number: Number(typed),
        name: given.text('name') ?? null,
        printer: given.text('printer') ?? null,
        terminal: given.text('terminal') ?? null,
      })
      answer(door, set, door.words.deskSet(set.number, set.added))
    }),
  ),
]
