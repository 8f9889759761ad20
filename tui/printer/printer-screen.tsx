import { Box } from 'ink'
import type { ReactNode } from 'react'
import { isScreen } from '../../office/print/lookup.ts'
import { type OwedPapers, owedPapers } from '../../office/print/owed-papers.ts'
import { type DevicesOfDesk, devicesOfDesk, type PrinterToRun } from '../../office/print/see-devices.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { change, type Screen, say } from '../screen.ts'
import type { Tone } from '../theme.ts'

type State = { devices: DevicesOfDesk; owed: OwedPapers }

const LOOK_EVERY_MS = 2_000

/** How the printers of this desk are now. Refuses a session without a desk. */
export async function printerAtOpening(desk: AtDesk): Promise<State> {
  const { session } = desk
  if (!session.desk) throw refusal('desk.needed', {})
  const [devices, owed] = await Promise.all([
    devicesOfDesk(session.ctx(), session.desk.id),
    owedPapers(session.ctx(), session.desk.id),
  ])
  return { devices, owed }
}

/** The printer of the desk and its fiscal device: state, settings, what is owed; Enter prints a test page. */
export function printerScreen(desk: AtDesk): Screen<State> {
  const { printer: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => [
      {
        key: 'enter',
        label: texts.testPage,
        refusal: whyNotMay(desk.session.who.post, 'print.test'),
        run: async () => {
          await desk.door.queueTestPage(desk.session, s.devices.printer)
          return say(texts.queued)
        },
      },
    ],
    type: s => s,
    help: () => texts.help,
    tick: {
      every_ms: LOOK_EVERY_MS,
      run: async () => {
        const now = await printerAtOpening(desk)
        return () => now
      },
    },
    shown: async () => {
      const now = await printerAtOpening(desk)
      return change(() => now)
    },
    View: ({ state, size }) => <PrinterView state={state} columns={size.columns} desk={desk} />,
  }
}

type ViewProps = { state: State; columns: number; desk: AtDesk }

const LABEL_WIDTH = 15
const COUNT_WIDTH = 6

function PrinterView({ state, columns, desk }: ViewProps): ReactNode {
  const { printer: texts } = desk.door.texts.screens
  const { devices, owed } = state
  const isOwn = devices.fiscal?.id === devices.printer.id
  return (
    <Box flexDirection="column" paddingX={1}>
      <Device of="printer" printer={devices.printer} columns={columns} desk={desk} />
      {devices.fiscal && !isOwn && (
        <Device of="fiscal" printer={devices.fiscal} columns={columns} desk={desk} />
      )}
      {devices.standIn && <Device of="standIn" printer={devices.standIn} columns={columns} desk={desk} />}
      <Line>{count(texts.owed, owed.waiting)}</Line>
      <Line tone={owed.unsure > 0 ? 'warning' : 'plain'}>{count(texts.unsure, owed.unsure)}</Line>
      <Line tone={owed.failed > 0 ? 'warning' : 'plain'}>{count(texts.failed, owed.failed)}</Line>
      {owed.unsure + owed.failed > 0 && <Line tone="dim">{fit(texts.whereToCheck, columns - 2)}</Line>}
    </Box>
  )
}

const count = (label: string, papers: number): string =>
  fit(label, LABEL_WIDTH) + fit(String(papers), COUNT_WIDTH, 'right')

type DeviceProps = {
  of: 'printer' | 'fiscal' | 'standIn'
  printer: PrinterToRun
  columns: number
  desk: AtDesk
}

function Device({ of, printer, columns, desk }: DeviceProps): ReactNode {
  const { printer: texts } = desk.door.texts.screens
  const width = columns - 2 - LABEL_WIDTH
  const { tone, lines } = stateOf(of, printer, desk)
  const told: [string, string, Tone][] = [
    [texts.labels.profile, printer.profile, 'plain'],
    [texts.labels.line, printer.line, 'plain'],
    [texts.labels.by, printedBy(of, printer, desk), 'plain'],
    ...lines
      .flatMap(line => wrapped(line, width))
      .map((line, at): [string, string, Tone] => [at === 0 ? texts.labels.state : '', line, tone]),
  ]
  return (
    <Box flexDirection="column">
      <Line tone="title">{fit(`${texts.roles[of]}: ${printer.name}`, columns - 2)}</Line>
      {told.map(([label, value, shade], at) => (
        <Line key={at}>
          <Line tone="dim">{fit(label, LABEL_WIDTH)}</Line>
          <Line tone={shade}>{fit(value, width)}</Line>
        </Line>
      ))}
      <Line> </Line>
    </Box>
  )
}

function printedBy(of: DeviceProps['of'], printer: PrinterToRun, desk: AtDesk): string {
  const { printer: texts } = desk.door.texts.screens
  if (printer.printedBy === 'agent') return texts.by.agent
  const isOurs = desk.printing !== null && (of !== 'printer' || !desk.printing.isElsewhere())
  return isOurs ? texts.here : (printer.seen?.program ?? texts.by.desk)
}

/** As this program knows it, else as whoever prints there last saw it. */
function stateOf(
  of: DeviceProps['of'],
  printer: PrinterToRun,
  desk: AtDesk,
): { tone: Tone; lines: string[] } {
  const { printer: texts, desk: words } = desk.door.texts.screens
  if (isScreen(printer.line)) return { tone: 'plain', lines: [texts.screen] }
  const known = knownOf(of, printer, desk)
  if (known === null)
    return {
      tone: 'dim',
      lines: [printer.seen ? texts.stale(showMoment(printer.seen.seenAt, desk.door.lang)) : texts.unknown],
    }
  const warnings = known.warnings.map(warning => words.printerWarnings[warning])
  if (known.fault) return { tone: 'danger', lines: [desk.door.describePrintFault(known.fault), ...warnings] }
  return warnings.length > 0 ? { tone: 'warning', lines: warnings } : { tone: 'good', lines: [texts.ready] }
}

function knownOf(of: DeviceProps['of'], { seen }: PrinterToRun, { printing }: AtDesk) {
  if (printing && of === 'fiscal' && printing.fiscal) return printing.fiscal
  if (printing && of === 'printer') return { fault: printing.fault(), warnings: printing.warnings() }
  return seen?.isFresh ? seen : null
}
