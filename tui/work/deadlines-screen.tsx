import { seeBoard } from '../../office/control/see-board.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { change, type KeyLine, push, type Screen } from '../screen.ts'
import { casesAtOpening, casesScreen } from './cases-screen.tsx'
import {
  COLUMNS,
  chosenCell,
  type DeadlinesState,
  deadlinesAtOpening,
  otherWork,
  typeOnBoard,
  withBoard,
} from './deadlines-state.ts'
import { DeadlinesView } from './deadlines-view.tsx'
import { figuresAtOpening, figuresScreen } from './figures-screen.tsx'
import { inboxScreen } from './inbox-screen.tsx'
import { inboxAtOpening } from './inbox-state.ts'
import { openWorkAtOpening, openWorkScreen } from './open-work-screen.tsx'
import { firstKeys, type PushMenu } from './push-menu.ts'

export { deadlinesAtOpening }

const LOOK_EVERY_MS = 5000

/** What is overdue and what is due soon, by department: where a head begins the day. `pushMenu` opens the menu of whoever begins the day here. */
export function deadlinesScreen(desk: AtDesk, pushMenu: PushMenu | null = null): Screen<DeadlinesState> {
  const { deadlines: texts } = desk.door.texts.screens.work
  const load = async () => {
    const board = await seeBoard(desk.session.ctx())
    return (s: DeadlinesState): DeadlinesState => withBoard(s, board)
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, pushMenu),
    type: typeOnBoard,
    help: () => texts.help,
    shown: async () => change(await load()),
    tick: { every_ms: LOOK_EVERY_MS, run: load },
    View: ({ state, size }) => <DeadlinesView state={state} size={size} desk={desk} />,
  }
}

function keysOf(s: DeadlinesState, desk: AtDesk, pushMenu: PushMenu | null): KeyLine<DeadlinesState>[] {
  const { deadlines: texts } = desk.door.texts.screens.work
  const cell = chosenCell(s)
  const { post } = desk.session.who
  return [
    {
      key: 'enter',
      label: texts.list,
      refusal: cell && cell.count > 0 ? null : refusal('list.nothing_chosen', {}),
      run: now => openCell(now, desk),
    },
    { key: 'tab', label: texts.what[otherWork(s).what], run: () => change(otherWork) },
    {
      key: 'f3',
      label: texts.inbox,
      refusal: whyNotMay(post, 'tasks.work'),
      run: () =>
        push<DeadlinesState, ReturnType<typeof inboxAtOpening>, void>(inboxScreen(desk), inboxAtOpening()),
    },
    {
      key: 'f6',
      label: texts.find,
      run: () =>
        push<DeadlinesState, ReturnType<typeof casesAtOpening>, void>(casesScreen(desk), casesAtOpening()),
    },
    {
      key: 'f7',
      label: texts.reports,
      refusal: whyNotMay(post, 'reports.registry'),
      run: () =>
        push<DeadlinesState, ReturnType<typeof figuresAtOpening>, void>(
          figuresScreen(desk),
          figuresAtOpening(),
        ),
    },
    ...(pushMenu ? firstKeys<DeadlinesState>(desk, pushMenu) : []),
  ]
}

function openCell(s: DeadlinesState, desk: AtDesk) {
  const { deadlines: texts } = desk.door.texts.screens.work
  const cell = chosenCell(s)
  if (!cell) return
  const nearness = COLUMNS[s.column] ?? null
  const where = cell.shown.row?.name[desk.door.lang] ?? texts.total
  const title = texts.listTitle(where, nearness ? texts.columns[nearness] : texts.all)
  return push<DeadlinesState, ReturnType<typeof openWorkAtOpening>, void>(
    openWorkScreen({ what: s.what, whose: cell.shown.code, nearness }, title, desk),
    openWorkAtOpening(),
  )
}
