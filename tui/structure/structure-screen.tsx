import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type Placed, type Structure, seeStructure } from '../../office/departments/see-structure.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { showDay } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { Department } from '../../rules/structure.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { type Change, change, type KeyLine, type Opened, push, type Screen, type Size } from '../screen.ts'
import { changeForm, closeForm, newForm } from './department-forms.ts'
import { absenceForm, backForm, placeForm } from './staff-forms.ts'

/** A department, somebody in one, or the heading of those of the whole municipality. */
export type StructureRow =
  | { kind: 'department'; department: Department; depth: number }
  | { kind: 'person'; person: Placed; depth: number }
  | { kind: 'whole' }

type State = { rows: readonly StructureRow[] | null; cursor: number }

export const structureAtOpening = (): State => ({ rows: null, cursor: 0 })

/** The tree of the town and who stands in for whom; heads name substitutes, the administrator changes it. */
export function structureScreen(desk: AtDesk): Screen<State> {
  const { structure: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s.rows?.[s.cursor], desk),
    type: (s, key) => {
      const cursor = moveCursor(s.cursor, key, s.rows?.length ?? 0)
      return cursor === s.cursor ? s : { ...s, cursor }
    },
    help: () => texts.help,
    shown: async () => {
      const rows = rowsOf(await seeStructure(desk.session.ctx()))
      return change(s => ({ rows, cursor: Math.min(s.cursor, rows.length - 1) }))
    },
    View: ({ state, size }) => <StructureView state={state} size={size} desk={desk} />,
  }
}

function rowsOf({ tree, whole }: Structure): StructureRow[] {
  const open = tree.filter(({ department }) => !department.isClosed)
  return [
    ...open.flatMap(({ department, depth, people }): StructureRow[] => [
      { kind: 'department', department, depth },
      ...people.map(person => ({ kind: 'person' as const, person, depth: depth + 1 })),
    ]),
    ...(whole.length > 0 ? [{ kind: 'whole' as const }] : []),
    ...whole.map(person => ({ kind: 'person' as const, person, depth: 1 })),
  ]
}

function keysOf(row: StructureRow | undefined, desk: AtDesk): KeyLine<State>[] {
  const { structure: texts } = desk.door.texts.screens
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  const nobody = row?.kind === 'person' ? null : refusal('list.nothing_chosen', {})
  const person = row?.kind === 'person' ? row.person : null
  const form = async (opened: Promise<Opened>) => pushForm<State>(await opened)
  return [
    {
      key: 'f8',
      label: person?.substitute ? texts.back : texts.absent,
      refusal: may('staff.substitute') ?? nobody,
      run: () =>
        person ? form(person.substitute ? backForm(person, desk) : absenceForm(person, desk)) : undefined,
    },
    {
      key: 'f3',
      label: texts.add,
      refusal: may('departments.set'),
      run: () => form(newForm(row?.kind === 'department' ? row.department : null, desk)),
    },
    {
      key: 'enter',
      label: texts.change,
      refusal:
        may('departments.set') ?? (row && row.kind !== 'whole' ? null : refusal('list.nothing_chosen', {})),
      run: () =>
        person
          ? form(placeForm(person, desk))
          : row?.kind === 'department'
            ? push(
                actsScreen(row.department, desk),
                menuAtOpening(() => actsOf(row.department, desk)),
                (s: State, how: Change<State>) => how(s),
              )
            : undefined,
    },
  ]
}

const actsScreen = (department: Department, desk: AtDesk) =>
  menuScreen<State>(department.name[desk.door.lang], () => actsOf(department, desk), desk)

function actsOf(department: Department, desk: AtDesk): MenuEntry<State>[] {
  const { structure: texts } = desk.door.texts.screens
  return [
    { label: texts.rename, run: () => goTo(changeForm(department, desk)) },
    { label: texts.close, run: () => goTo(closeForm(department, desk)) },
  ]
}

const COLUMNS: Column[] = [{ width: 'rest' }, { width: 34 }]

function StructureView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { structure: texts } = desk.door.texts.screens
  const { rows, cursor } = state
  const chosen = rows?.[cursor]
  return (
    <Box flexDirection="column">
      <List
        rows={rows ?? []}
        cursor={rows ? cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 3)}
        row={(row, width) => textOf(row, width, desk)}
        tone={row => (row.kind === 'person' ? (row.person.substitute ? 'warning' : 'plain') : 'title')}
        empty={rows ? texts.none : texts.reading}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Line>{fit(chosen ? ` ${toldOf(chosen, desk)}` : '', size.columns)}</Line>
      <Line tone="warning">
        {fit(chosen?.kind === 'person' ? ` ${absenceOf(chosen.person, desk)}` : '', size.columns)}
      </Line>
    </Box>
  )
}

function textOf(row: StructureRow, width: number, desk: AtDesk): string {
  const { structure: texts } = desk.door.texts.screens
  if (row.kind === 'whole') return fit(texts.whole, width)
  const before = '  '.repeat(row.depth)
  if (row.kind === 'department') return fit(`${before}${row.department.name[desk.door.lang]}`, width)
  const { name, substitute, position, post } = row.person
  const note = substitute ? texts.substitutedBy(substitute.name) : (position ?? texts.posts[post])
  return fitRow(COLUMNS, [`${before}${name}`, note], width)
}

function toldOf(row: StructureRow, desk: AtDesk): string {
  const { structure: texts } = desk.door.texts.screens
  if (row.kind === 'whole') return texts.whole
  if (row.kind === 'department') {
    const { code, kind, name } = row.department
    return `${name[desk.door.lang]} · ${texts.kinds[kind]} · ${code}`
  }
  const { name, login, position, post } = row.person
  return [name, login, position ?? texts.posts[post]].join(' · ')
}

function absenceOf({ substitute }: Placed, desk: AtDesk): string {
  const { structure: texts } = desk.door.texts.screens
  return substitute ? texts.absentUntil(substitute.name, showDay(substitute.until, desk.door.lang)) : ''
}
