import { type AskDevice, askDevice } from '../../office/fiscal/ask-device.ts'
import { seeDevice } from '../../office/fiscal/see-device.ts'
import { listJobs, type PrintJob } from '../../office/print/list-jobs.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type KeyLine, type Outcome, type Screen } from '../screen.ts'
import { type Asking, asks, type DeviceState, owed, taskAsked, typeAtDevice } from './device-state.ts'
import { DeviceView } from './device-view.tsx'

const LOOK_EVERY_MS = 1_000

/** The fiscal device of the desk: how it does and what it owes; X, Z and the cash that it counts. */
export function deviceScreen(desk: AtDesk): Screen<DeviceState> {
  const { fiscal: texts } = desk.door.texts.screens
  return {
    title: () => texts.title(desk.session.desk?.number ?? 0),
    keys: s => (s.asking === null ? menuKeys(s, desk) : askingKeys(s, s.asking, desk)),
    type: typeAtDevice,
    help: () => texts.help,
    dirty: s => s.amount.value !== '',
    shown: async s => change(await look(s, desk)),
    tick: { every_ms: LOOK_EVERY_MS, run: s => look(s, desk) },
    View: ({ state, size }) => <DeviceView state={state} size={size} desk={desk} />,
  }
}

/** What the office knows by now: the day of the device, and how far the paper is that was asked for. */
async function look(s: DeviceState, desk: AtDesk): Promise<Change<DeviceState>> {
  const ctx = desk.session.ctx()
  const [seen, jobs] = await Promise.all([
    seeDevice(ctx, desk.session.desk?.id ?? ''),
    s.paper && s.paper.state !== 'printed' ? listJobs(ctx, { named: s.paper.id, limit: 1 }) : [],
  ])
  const [paper] = jobs
  return now => ({ ...now, seen, ...(paper && now.paper?.id === paper.id && moved(now, paper)) })
}

/** Once a paper is out, what the device said before is no longer so. */
const moved = ({ told }: DeviceState, paper: PrintJob): Pick<DeviceState, 'paper' | 'told'> => ({
  paper,
  told: paper.state === 'printed' ? null : told,
})

function menuKeys(s: DeviceState, desk: AtDesk): KeyLine<DeviceState>[] {
  const { fiscal: texts } = desk.door.texts.screens
  const none = s.seen ? null : refusal('fiscal.none_here', {})
  const asking = (key: '2' | '3' | '4', what: Asking): KeyLine<DeviceState> => ({
    key,
    label: texts.entries[what],
    quiet: true,
    refusal: none,
    run: () => change(now => asks(now, what)),
  })
  return [
    { key: 'enter', label: texts.ask, refusal: none, run: () => askNow(desk) },
    {
      key: '1',
      label: texts.entries.x_report,
      quiet: true,
      refusal: none,
      run: now => owe(now, { task: 'x_report' }, desk),
    },
    asking('2', 'z_report'),
    asking('3', 'cash_in'),
    asking('4', 'cash_out'),
  ]
}

function askingKeys(s: DeviceState, asking: Asking, desk: AtDesk): KeyLine<DeviceState>[] {
  const { fiscal: texts } = desk.door.texts.screens
  const task = taskAsked(s)
  const isRefused = task instanceof Refusal
  return [
    {
      key: 'enter',
      label: texts.doIt[asking],
      refusal: isRefused ? task : null,
      run: now => (isRefused ? undefined : owe(now, task, desk)),
    },
    { key: 'esc', label: texts.back, run: () => change(now => asks(now, null)) },
  ]
}

/** The device itself is asked, between two papers. */
async function askNow(desk: AtDesk): Promise<Outcome<DeviceState>> {
  const { printing } = desk
  if (!printing) throw refusal('fiscal.none_here', {})
  const told = await printing.askFiscal()
  return change(now => ({ ...now, told }))
}

async function owe(s: DeviceState, task: AskDevice['task'], desk: AtDesk): Promise<Outcome<DeviceState>> {
  if (!s.seen) throw refusal('fiscal.none_here', {})
  const { printJobId, title } = await askDevice(desk.session.ctx(), {
    id: s.nextId,
    device: s.seen.name,
    task,
  })
  return change(now => owed(now, printJobId, title))
}
