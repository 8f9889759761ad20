import type { FiscalDevice } from '../office/fiscal/lookup.ts'
import { seeDeviceDay } from '../office/fiscal/see-device.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { showDay, showMoment, ZONE } from '../rules/dates.ts'
import type { FiscalTold } from '../rules/fiscal.ts'
import { cents, showEuro } from '../rules/money.ts'
import type { Door } from './door.ts'
import { EXIT } from './exits.ts'
import { toldBy, withFiscalDevice } from './fiscal-device.ts'
import { answer } from './output/answer.ts'

const printerOf = ({ printerId: id, name }: FiscalDevice) => ({ id, name })

/** What the device says and what the office knows of it; a device of another number than was set is told. */
export async function answerStatus(session: Session, device: FiscalDevice, door: Door): Promise<void> {
  const [told, known, owner] = await Promise.all([
    withFiscalDevice(session, printerOf(device), toldBy),
    seeDeviceDay(session.ctx(), device.printerId),
    session.holds.holder('printer', device.printerId),
  ])
  const { fiscal: words } = door.words
  if (told.deviceNumber !== device.deviceNumber) {
    door.say(words.otherNumber(told.deviceNumber))
    process.exitCode = EXIT.fault
  }
  const rows: [string, string][] = [
    [words.status.device, `${device.name}, ${told.model} ${told.firmware}`.trim()],
    [words.status.number, told.deviceNumber],
    [words.status.memory, told.fiscalMemory],
    [words.status.clock, `${showClock(told.clock, door)}, ${differenceOf(told.aheadSeconds, door)}`],
    [words.status.last, told.lastDocument.document ?? words.unknown],
    [words.status.cash, showEuro(cents(told.cashCents), door.lang)],
    [words.status.lastZ, known.lastZAt ? showMoment(known.lastZAt, door.lang) : words.unknown],
    [words.status.since, words.sold(known.sold.documents, showEuro(known.sold.total, door.lang))],
    [words.status.waiting, String(known.waiting + known.inDoubt)],
    [words.status.owner, owner?.program ?? words.nobody],
  ]
  const widest = Math.max(...rows.map(([label]) => label.length))
  answer(
    door,
    {
      ...statusJson(told),
      device: device.name,
      last_z_at: known.lastZAt?.toString() ?? null,
      sold_since: { documents: known.sold.documents, total_cents: known.sold.total },
      waiting: known.waiting,
      in_doubt: known.inDoubt,
      owner: owner?.program ?? null,
    },
    rows.map(([label, value]) => `${label.padEnd(widest)}  ${value}`).join('\n'),
  )
}

const statusJson = ({ clock, lastDocument, ...told }: FiscalTold) => ({
  model: told.model,
  firmware: told.firmware,
  number: told.deviceNumber,
  fiscal_memory: told.fiscalMemory,
  clock: clock.toString(),
  ahead_seconds: told.aheadSeconds,
  last_document: lastDocument.document,
  cash_cents: told.cashCents,
})

const showClock = (clock: Temporal.PlainDateTime, door: Door): string =>
  `${showDay(clock.toPlainDate(), door.lang)} ${clock.toPlainTime().toString({ smallestUnit: 'second' })}`

function differenceOf(seconds: number, { words: { fiscal: words } }: Door): string {
  if (Math.abs(seconds) <= 1) return words.isExact
  return seconds > 0 ? words.isAhead(seconds) : words.isBehind(-seconds)
}

/** The clock of the device, after it was set where that was asked for. */
export async function answerClock(
  session: Session,
  device: FiscalDevice,
  isSet: boolean,
  door: Door,
): Promise<void> {
  const { fiscal: words } = door.words
  const { clock, ahead } = await withFiscalDevice(session, printerOf(device), async work => {
    const now = () => Temporal.Now.plainDateTimeISO(ZONE).round('second')
    if (isSet) await work.setClock(now())
    const told = await work.clock()
    return { clock: told, ahead: Math.round(told.since(now()).total('seconds')) }
  })
  answer(
    door,
    { device: device.name, clock: clock.toString(), ahead_seconds: ahead, set: isSet },
    isSet
      ? words.clockSet(showClock(clock, door))
      : words.clock(showClock(clock, door), differenceOf(ahead, door)),
  )
}

/** What was done with a receipt that was left open. */
export async function answerEnded(session: Session, device: FiscalDevice, door: Door): Promise<void> {
  const ended = await withFiscalDevice(session, printerOf(device), work => work.endOpenReceipt())
  answer(door, { device: device.name, ended }, door.words.fiscal.ended[ended])
}
