import { countInbox } from '../../office/tasks/count-inbox.ts'
import { listTasks } from '../../office/tasks/list-tasks.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type KeyLine, type Outcome, push, type Screen } from '../screen.ts'
import { openCase } from './case-screen.tsx'
import { casesAtOpening, casesScreen } from './cases-screen.tsx'
import {
  type Box,
  chosenTask,
  type InboxState,
  inboxAtOpening,
  turnedBox,
  typeInInbox,
  withRows,
} from './inbox-state.ts'
import { InboxView } from './inbox-view.tsx'
import { firstKeys, type PushMenu } from './push-menu.ts'
import { taskKeys } from './task-acts.ts'
import { openTask } from './task-screen.tsx'

export { inboxAtOpening }

const LOOK_EVERY_MS = 4000
/** Fetched at a time; the next are fetched before the cursor comes to the last. */
const PAGE = 50
const LOOK_AHEAD = 10
const MOST_ROWS = 500

const ASKED: Record<Box, Parameters<typeof listTasks>[1]> = {
  mine: { box: 'mine' },
  unit: { box: 'department', untaken: true },
  given: { box: 'given' },
  ended: { box: 'mine', state: 'ended' },
}

/** What somebody has to do, what their department has, what they gave to others: due first. `pushMenu` opens the menu of whoever begins the day here. */
export function inboxScreen(desk: AtDesk, pushMenu: PushMenu | null = null): Screen<InboxState> {
  const { inbox: texts } = desk.door.texts.screens.work
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, pushMenu),
    type: typeInInbox,
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    tick: { every_ms: LOOK_EVERY_MS, run: s => load(s, desk) },
    View: ({ state, size }) => <InboxView state={state} size={size} desk={desk} />,
  }
}

/** As many rows as are on the screen already, and the next page where the cursor comes near their end. */
async function load(s: InboxState, desk: AtDesk): Promise<Change<InboxState>> {
  const ctx = desk.session.ctx()
  const isNearEnd = s.isMore && s.cursor >= s.rows.length - LOOK_AHEAD
  const known = s.loaded === s.box ? s.rows.length : 0
  const limit = Math.min(MOST_ROWS, Math.max(PAGE, Math.ceil(known / PAGE) * PAGE + (isNearEnd ? PAGE : 0)))
  const [listed, counts] = await Promise.all([listTasks(ctx, { ...ASKED[s.box], limit }), countInbox(ctx)])
  return now => withRows(now, s.box, { rows: listed.tasks, isMore: listed.isMore, counts })
}

/** The rows of the other list are there before it is shown. */
const turn =
  (desk: AtDesk, step: 1 | -1) =>
  async (s: InboxState): Promise<Outcome<InboxState>> => {
    const turned = turnedBox(s, step)
    const loaded = await load(turned, desk)
    return change(now => loaded({ ...now, box: turned.box, cursor: 0 }))
  }

function keysOf(s: InboxState, desk: AtDesk, pushMenu: PushMenu | null): KeyLine<InboxState>[] {
  const { inbox: texts } = desk.door.texts.screens.work
  const task = chosenTask(s)
  const nothing = task ? null : refusal('list.nothing_chosen', {})
  return [
    {
      key: 'enter',
      label: texts.open,
      refusal: nothing,
      run: () => (task ? openTask(task.id, desk, openCase) : undefined),
    },
    { key: 'right', label: texts.box, run: turn(desk, 1) },
    { key: 'left', label: texts.box, quiet: true, run: turn(desk, -1) },
    { key: 'tab', label: texts.box, quiet: true, run: turn(desk, 1) },
    { key: 'shift-tab', label: texts.box, quiet: true, run: turn(desk, -1) },
    {
      key: 'f6',
      label: texts.find,
      run: () =>
        push<InboxState, ReturnType<typeof casesAtOpening>, void>(casesScreen(desk), casesAtOpening()),
    },
    ...taskKeys<InboxState>(task ?? null, desk, s => load(s, desk)),
    ...(pushMenu ? firstKeys<InboxState>(desk, pushMenu) : []),
  ]
}
