import { randomUUIDv7 } from 'node:crypto'
import { makeControlReport } from '../../office/control/make-report.ts'
import { printControlReport } from '../../office/control/print-report.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { moveCursor } from '../parts/list.tsx'
import { withNextKind, withStep } from '../reports/looked-period.ts'
import { type Change, change, type KeyLine, type Outcome, type Screen, say } from '../screen.ts'
import { askedFor, FIGURES, type FiguresState, figuresAtOpening, turnedBy } from './figures-state.ts'
import { FiguresView } from './figures-view.tsx'

export { figuresAtOpening }

/** The reports of the registry: services and their terms, delays with reasons, the load of people, documents. */
export function figuresScreen(desk: AtDesk): Screen<FiguresState> {
  const { figures: texts } = desk.door.texts.screens.work
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.table?.rows.length ?? 0) }),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    View: ({ state, size }) => <FiguresView state={state} size={size} desk={desk} />,
  }
}

async function load(s: FiguresState, desk: AtDesk): Promise<Change<FiguresState>> {
  const ctx = desk.session.ctx()
  const [table = null] = await makeControlReport(ctx, askedFor(s, ctx.today))
  return now => ({ ...now, table, cursor: 0 })
}

/** The table of the other view is there before the view changes: nothing is drawn half. */
const turn =
  (desk: AtDesk, how: (s: FiguresState) => FiguresState) =>
  async (s: FiguresState): Promise<Outcome<FiguresState>> => {
    const turned = how(s)
    if (turned === s) return
    const loaded = await load(turned, desk)
    return change(now => loaded({ ...turned, printId: now.printId }))
  }

function keysOf(s: FiguresState, desk: AtDesk): KeyLine<FiguresState>[] {
  const { report: words, work } = desk.door.texts.screens
  const { figures: texts } = work
  const to = (how: (s: FiguresState) => FiguresState) => turn(desk, how)
  const step = (by: 1 | -1) => to(now => withStep(now, by, desk.session.ctx().today))
  return [
    { key: 'right', label: texts.by, run: to(now => turnedBy(now, 1)) },
    { key: 'left', label: texts.by, quiet: true, run: to(now => turnedBy(now, -1)) },
    { key: 'tab', label: texts.by, quiet: true, run: to(now => turnedBy(now, 1)) },
    { key: 'shift-tab', label: texts.by, quiet: true, run: to(now => turnedBy(now, -1)) },
    { key: 'pageup', label: words.earlier, run: step(-1) },
    { key: 'pagedown', label: words.later, run: step(1) },
    { key: '0', label: words.today, run: to(now => ({ ...now, day: null })) },
    ...FIGURES.map((report, at) => ({
      key: `${at + 1}` as const,
      label: texts.reports[report],
      quiet: true,
      run: to(now => ({ ...now, report, by: 0 })),
    })),
    { key: 'f2', label: words.kinds[s.kind], run: to(withNextKind) },
    { key: 'f8', label: words.print, refusal: whyNotPrinted(desk), run: now => print(now, desk) },
  ]
}

const whyNotPrinted = ({ session }: AtDesk): Refusal | null =>
  whyNotMay(session.who.post, 'control.print') ?? (session.desk ? null : refusal('desk.needed', {}))

async function print(s: FiguresState, desk: AtDesk): Promise<Outcome<FiguresState>> {
  const ctx = desk.session.ctx()
  const { title } = await printControlReport(ctx, s.printId, askedFor(s, ctx.today))
  const said = desk.door.texts.screens.report.printed(title)
  return { ...say(said), change: now => ({ ...now, printId: randomUUIDv7() }) }
}
