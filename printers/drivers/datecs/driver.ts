import type { Device } from '../../device.ts'
import { Fault } from '../../fault.ts'
import type { FiscalSettings } from '../fiscal-settings.ts'
import type { FiscalTalk, JournalEntry } from '../fiscal-talk.ts'
import { islDevice } from '../isl/device.ts'
import type { Dialect, Dialogue } from '../isl/dialogue.ts'
import { drawnWith } from '../isl/drawing.ts'
import { momentIn } from '../isl/values.ts'
import * as say from './commands.ts'
import { DATECS } from './frame.ts'
import { DATECS_STATUS } from './status.ts'

/** Two columns stand for the # before a line and the space after it. */
const MARGIN = 2

/** A Datecs fiscal printer of group A. */
export const datecsDevice = (settings: FiscalSettings): Device =>
  islDevice({ dialect: DIALECT, margin: MARGIN, talkOver }, settings)

/** The status says all; only amounts are refused with a letter. */
const DIALECT: Dialect = { format: DATECS, table: DATECS_STATUS, refusal: () => null }

function talkOver(device: Dialogue, { operator, columns }: FiscalSettings): FiscalTalk {
  const done = async (work: Promise<string>): Promise<void> => void (await work)
  return {
    state: device.state,
    wasRepeated: device.wasRepeated,
    hangUp: device.hangUp,
    countsAll: true,
    tenders: ['cash', 'card', 'bank'],
    identity: async () => say.identityIn(await device.ask(say.identity())),
    clock: async () => say.clockIn(await device.ask(say.clock())),
    setClock: to => done(device.tell(say.setClock(to))),
    lastNumber: async () => say.lastNumberIn(await device.ask(say.lastNumber())),
    receipt: async () => say.receiptIn(await device.ask(say.receipt())),
    openSale: async unp => none(await device.tell(say.openSale(operator, unp))),
    openStorno: async (unp, reason, of) =>
      none(await device.tell(say.openStorno(operator, unp, { reason, of }))),
    sell: line => done(device.tell(say.sell(line, columns - MARGIN))),
    subtotal: async () => say.subtotalIn(await device.tell(say.subtotal())),
    pay: async tender => refuseUnlessPaid(await device.tell(say.pay(tender))),
    close: () => done(device.tell(say.close())),
    cancel: () => done(device.tell(say.cancel())),
    issuedAt: async number => issuedAtIn(await journalOf(device, number)),
    journal: async number => entryIn(await journalOf(device, number)),
    cash: async () => say.cashIn(await device.ask(say.moveCash(0))),
    moveCash: async cents => void say.cashIn(await device.tell(say.moveCash(cents))),
    report: async kind => say.reportIn(await device.tell(say.report(kind))),
    lastReport: async () => say.lastReportIn(await device.ask(say.lastReport())),
    openService: () => done(device.tell(say.openService())),
    write: ({ text }) => done(device.tell(say.write(text))),
    draw: async picture => done(device.tell(drawnWith(picture, { most: say.MOST, draw: say.draw }))),
    closeService: () => done(device.tell(say.closeService())),
    openDrawer: () => done(device.tell(say.openDrawer())),
  }
}

/** The answer to an opened receipt counts receipts of the day, not documents. */
const none = (_: string): null => null

function refuseUnlessPaid(said: string): void {
  if (!say.isPaid(said)) throw new Fault('refused', { detail: `35h: ${said}` })
}

const MOST_ROWS = 1_000

/** The rows of one document: `U,УНП,operator,till,kind,number`, what was sold and paid, `D,begun,ended`. */
async function journalOf(device: Dialogue, number: number): Promise<string[][]> {
  const rows: string[][] = []
  let said = await device.ask(say.journal(number))
  while (said !== 'F' && rows.length < MOST_ROWS) {
    rows.push(said.split(','))
    said = await device.ask(say.journalNext())
  }
  return rows
}

/** The manual: the date on the paper is that of the beginning. */
const issuedAtIn = (rows: string[][]): string => momentText(begunIn(rows))

const begunIn = (rows: string[][]): string | undefined => rows.find(([kind]) => kind === 'D')?.[1]

const momentText = (said: string | undefined): string => momentIn(said).toString({ smallestUnit: 'second' })

const CANCELLED = '4'

function entryIn(rows: string[][]): JournalEntry | null {
  if (rows.length === 0) return null
  const [, unp, , , kind] = rows.find(([row]) => row === 'U') ?? []
  const begun = begunIn(rows)
  return { unp: unp ?? null, isCancelled: kind === CANCELLED, at: begun ? momentText(begun) : null }
}
