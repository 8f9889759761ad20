import { randomUUIDv7 } from 'node:crypto'
import { listKinds } from '../../office/registers/list-kinds.ts'
import { listNomenclature } from '../../office/registers/list-nomenclature.ts'
import { listRegisters } from '../../office/registers/list-registers.ts'
import { setKind } from '../../office/registers/set-kind.ts'
import { setNomenclature } from '../../office/registers/set-nomenclature.ts'
import { setRegister } from '../../office/registers/set-register.ts'
import type { Row } from '../../rules/reports/table.ts'
import { showRetention } from '../../rules/retention.ts'
import { type DeclaredCommand, declare } from '../command.ts'
import { oneOf } from '../documents.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'

const MODES = ['starts', 'continues', 'unsolicited'] as const
const MOST_REGISTERS = 9999

export const registersCommands = (): DeclaredCommand[] => [
  declare('registers list', (given, door) =>
    withSession(door, 'registers.see', async session => {
      const { registers: words } = door.words
      const rows = (await listRegisters(session.ctx())).map(row => ({
        index: String(row.index),
        name: row.name,
        official: row.isOfficial ? words.yes : null,
        template: row.template,
        replies: row.replyTemplate,
        last: row.last,
        example: row.isClosed ? null : row.example,
        closed: row.isClosed ? words.yes : null,
      }))
      listed(
        'registers',
        words,
        ['index', 'name', 'official', 'template', 'replies', 'last', 'example', 'closed'],
        rows,
        door,
        given.has('csv'),
      )
    }),
  ),
  declare('registers set', (given, door) =>
    withSession(door, 'registers.set', async session => {
      const done = await setRegister(session.ctx(), {
        id: randomUUIDv7(),
        index: readNumber(given.arg('index'), 0, 1, MOST_REGISTERS, '<index>', door),
        nameBg: given.text('name') ?? null,
        nameEn: given.text('name-en') ?? null,
        template: given.text('template') ?? null,
        replyTemplate: given.text('replies') ?? null,
        close: given.has('close'),
      })
      answer(door, done, door.words.registerSet(done.index, done.added))
    }),
  ),
  declare('registers kinds', (given, door) =>
    withSession(door, 'registers.see', async session => {
      const { kinds: words } = door.words
      const rows = (await listKinds(session.ctx())).map(row => ({
        code: row.code,
        name: row.name,
        letters: row.letters,
        mode: words.modes[row.mode],
        theme: row.theme,
        offered: row.offered ? words.yes : words.no,
      }))
      listed(
        'kinds',
        words,
        ['code', 'name', 'letters', 'mode', 'theme', 'offered'],
        rows,
        door,
        given.has('csv'),
      )
    }),
  ),
  declare('registers kind', (given, door) =>
    withSession(door, 'registers.set', async session => {
      const mode = given.text('mode')
      const done = await setKind(session.ctx(), {
        id: randomUUIDv7(),
        code: given.arg('code'),
        nameBg: given.text('name') ?? null,
        nameEn: given.text('name-en') ?? null,
        letters: given.text('letters') ?? null,
        mode: mode === undefined ? null : oneOf(mode, MODES, '--mode', door),
        theme: given.text('nomenclature') ?? null,
        offered: given.has('not-offered') ? false : given.has('offered') ? true : null,
      })
      answer(door, done, door.words.kindSet(done.code, done.added))
    }),
  ),
]

export const nomenclatureCommands = (): DeclaredCommand[] => [
  declare('nomenclature list', (given, door) =>
    withSession(door, 'registers.see', async session => {
      const { nomenclature: words } = door.words
      const rows = (await listNomenclature(session.ctx())).map(row => ({
        index: row.index,
        name: row.name,
        retention: showRetention(row.retention, door.lang),
        closed: row.isClosed ? words.yes : null,
        source: row.source,
      }))
      const keys = ['index', 'name', 'retention', 'closed'] as const
      const all = door.options.json || given.has('csv') ? [...keys, 'source' as const] : keys
      listed('nomenclature', words, all, rows, door, given.has('csv'))
    }),
  ),
  declare('nomenclature set', (given, door) =>
    withSession(door, 'registers.set', async session => {
      const done = await setNomenclature(session.ctx(), {
        id: randomUUIDv7(),
        index: given.arg('index'),
        name: given.text('name') ?? null,
        retention: given.text('retention') ?? null,
        source: given.text('source') ?? null,
        close: given.has('close'),
      })
      answer(door, done, door.words.nomenclatureSet(done.index, done.added))
    }),
  ),
]

/** Left out first where there is little room. */
const SPARE = ['closed', 'official', 'replies', 'mode', 'offered']

function listed<Key extends string>(
  name: string,
  titles: Record<Key, string>,
  keys: readonly Key[],
  rows: Row[],
  door: Door,
  csv: boolean,
): void {
  const columns = keys.map(key => ({
    key,
    title: titles[key],
    kind: key === 'last' ? ('count' as const) : ('text' as const),
    spare: SPARE.includes(key),
  }))
  answerTable(door, { name, title: '', subtitle: [], columns, rows, totals: null }, csv)
}
