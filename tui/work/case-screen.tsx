import { showCase } from '../../office/cases/show-case.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { openDocument } from '../registry/document-screen.tsx'
import { change, type KeyLine, type Outcome, push, type Screen } from '../screen.ts'
import { caseKeys } from './case-acts.ts'
import { caseEvents } from './case-events.ts'
import { type CaseRow, type CaseState, caseAtOpening, rowsOf, turnedSheet, typeAtCase } from './case-state.ts'
import { CaseView } from './case-view.tsx'
import { openTask } from './task-screen.tsx'

/** Opens a case over the screen below. Each look at it is in the logbook, so it is not looked at again by itself. */
export async function openCase<S>(caseId: string, desk: AtDesk): Promise<Outcome<S>> {
  const shown = await showCase(desk.session.ctx(), { caseId })
  return push(caseScreen(desk), caseAtOpening(shown))
}

/** One case: how it stands, its three sections, its tasks, all that happened, and what can be done with it. */
function caseScreen(desk: AtDesk): Screen<CaseState> {
  const { case: texts } = desk.door.texts.screens.work
  const rows = (s: CaseState) => rowsOf(s, shown => caseEvents(shown, desk))
  return {
    title: ({ shown }) => texts.title(shown.number),
    keys: s => keysOf(s, rows(s)[s.cursor], desk),
    type: (s, key) => typeAtCase(s, key, rows(s).length),
    help: () => texts.help,
    shown: async s => {
      if (s.isFresh) return change(now => ({ ...now, isFresh: false }))
      const shown = await showCase(desk.session.ctx(), { caseId: s.shown.id })
      return change(now => ({ ...now, shown }))
    },
    View: ({ state, size }) => <CaseView state={state} size={size} desk={desk} />,
  }
}

function keysOf(s: CaseState, row: CaseRow | undefined, desk: AtDesk): KeyLine<CaseState>[] {
  const { case: texts } = desk.door.texts.screens.work
  const opens = openingOf(row, desk)
  return [
    {
      key: 'enter',
      label: texts.openRow,
      refusal: opens ? null : refusal('list.nothing_chosen', {}),
      run: () => opens?.(),
    },
    { key: 'right', label: texts.turn, run: () => change(now => turnedSheet(now, 1)) },
    { key: 'left', label: texts.turn, quiet: true, run: () => change(now => turnedSheet(now, -1)) },
    { key: 'tab', label: texts.turn, quiet: true, run: () => change(now => turnedSheet(now, 1)) },
    { key: 'shift-tab', label: texts.turn, quiet: true, run: () => change(now => turnedSheet(now, -1)) },
    ...caseKeys(s, desk),
  ]
}

/** What Enter opens: a task, a document, or another case. */
function openingOf(row: CaseRow | undefined, desk: AtDesk): (() => Promise<Outcome<CaseState>>) | null {
  if (row?.kind === 'task') return () => openTask(row.place.task.id, desk, openCase)
  const document = row?.kind === 'filing' ? row.filing.document : null
  if (document) return () => openDocument(document.id, desk, openCase)
  const linked = row?.kind === 'link' ? row.link : row?.kind === 'filing' ? row.filing.linked : null
  return linked ? () => openCase(linked.id, desk) : null
}
