import { makeSatisfactionReport } from '../../office/satisfaction/make-report.ts'
import type { AtDesk } from '../door.ts'
import { moveCursor } from '../parts/list.tsx'
import { withNextKind, withStep } from '../reports/looked-period.ts'
import { type Change, change, type KeyLine, type Outcome, type Screen } from '../screen.ts'
import {
  askedFor,
  linesIn,
  nextHall,
  nextQuestion,
  type SatisfactionState,
  satisfactionAtOpening,
  turnedView,
  VIEWS,
  withLoaded,
} from './satisfaction-state.ts'
import { SatisfactionView } from './satisfaction-view.tsx'

export { satisfactionAtOpening }

/** What citizens answered on the devices in the halls: every figure of a question, when, where, week by week, and why. */
export function satisfactionScreen(desk: AtDesk): Screen<SatisfactionState> {
  const { satisfaction: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, linesIn(s.tables)) }),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    View: ({ state, size }) => <SatisfactionView state={state} size={size} desk={desk} />,
  }
}

async function load(s: SatisfactionState, desk: AtDesk): Promise<Change<SatisfactionState>> {
  const ctx = desk.session.ctx()
  const loaded = await makeSatisfactionReport(ctx, askedFor(s, ctx.today))
  return now => withLoaded(now, loaded)
}

/** The figures of the other view are there before the view changes: nothing is drawn half. */
const turn =
  (desk: AtDesk, how: (s: SatisfactionState) => SatisfactionState) =>
  async (s: SatisfactionState): Promise<Outcome<SatisfactionState>> => {
    const turned = how(s)
    if (turned === s) return
    const loaded = await load(turned, desk)
    return change(() => loaded(turned))
  }

function keysOf(s: SatisfactionState, desk: AtDesk): KeyLine<SatisfactionState>[] {
  const { report: words, satisfaction: texts } = desk.door.texts.screens
  const to = (how: (s: SatisfactionState) => SatisfactionState) => turn(desk, how)
  const step = (by: 1 | -1) => to(now => withStep(now, by, desk.session.ctx().today))
  return [
    { key: 'right', label: words.by, run: to(now => turnedView(now, 1)) },
    { key: 'left', label: words.by, quiet: true, run: to(now => turnedView(now, -1)) },
    { key: 'tab', label: words.by, quiet: true, run: to(now => turnedView(now, 1)) },
    { key: 'shift-tab', label: words.by, quiet: true, run: to(now => turnedView(now, -1)) },
    { key: 'pageup', label: words.earlier, run: step(-1) },
    { key: 'pagedown', label: words.later, run: step(1) },
    { key: '0', label: words.today, run: to(now => ({ ...now, day: null })) },
    ...VIEWS.map((view, at) => ({
      key: `${at + 1}` as const,
      label: texts.views[view],
      quiet: true,
      run: to(now => ({ ...now, view, cursor: 0 })),
    })),
    { key: 'f2', label: words.kinds[s.kind], run: to(withNextKind) },
    { key: 'f3', label: texts.question, run: to(nextQuestion) },
    { key: 'f4', label: texts.hall, run: to(nextHall) },
    ...(s.view === 'heat'
      ? [
          {
            key: 'f5' as const,
            label: texts.heatOf[s.heatOf],
            run: to(now => ({ ...now, heatOf: now.heatOf === 'index' ? 'count' : 'index' })),
          },
        ]
      : []),
  ]
}
