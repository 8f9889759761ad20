import type { Device } from '../../device.ts'
import { asFault } from '../../fault.ts'
import type { FiscalSettings } from '../fiscal-settings.ts'
import type { FiscalTalk, JournalEntry } from '../fiscal-talk.ts'
import { islDevice } from '../isl/device.ts'
import type { Dialect, Dialogue } from '../isl/dialogue.ts'
import { drawnWith } from '../isl/drawing.ts'
import * as say from './commands.ts'
import { DATECS_X } from './frame.ts'
import { DATECS_X_STATUS } from './status.ts'

/** The manual: texts of receipts have two letters less than the paper. */
const MARGIN = 2

/** A Datecs fiscal device of group C. */
export const datecsXDevice = (settings: FiscalSettings): Device =>
  islDevice({ dialect: DIALECT, margin: MARGIN, talkOver }, settings)

const DIALECT: Dialect = { format: DATECS_X, table: DATECS_X_STATUS, refusal: say.refusal }

function talkOver(device: Dialogue, { operator }: FiscalSettings): FiscalTalk {
  const done = async (work: Promise<string>): Promise<void> => void (await work)
  return {
    state: device.state,
    wasRepeated: device.wasRepeated,
    hangUp: device.hangUp,
    countsAll: false,
    tenders: say.TENDERS,
    identity: async () => say.identityIn(await device.ask(say.identity())),
    clock: async () => say.clockIn(await device.ask(say.clock())),
    setClock: to => done(device.tell(say.setClock(to))),
    lastNumber: async () => say.receiptIn(await device.ask(say.receipt())).number,
    receipt: async () => say.receiptIn(await device.ask(say.receipt())),
    openSale: async unp => say.numberedIn(await device.tell(say.openSale(operator, unp))),
    openStorno: async (unp, reason, of) =>
      say.numberedIn(await device.tell(say.openStorno(operator, unp, { reason, of }))),
    sell: line => done(device.tell(say.sell(line))),
    subtotal: async () => say.subtotalIn(await device.tell(say.subtotal())),
    pay: tender => done(device.tell(say.pay(tender))),
    close: () => done(device.tell(say.close())),
    cancel: () => done(device.tell(say.cancel())),
    issuedAt: async number => momentIn(await device.ask(say.journal(number))),
    journal: number => journalOf(device, number),
    cash: async () => say.cashIn(await device.ask(say.moveCash(0))),
    moveCash: async cents => void say.cashIn(await device.tell(say.moveCash(cents))),
    report: async kind => say.reportIn(await device.tell(say.report(kind))),
    lastReport: async () => say.lastReportIn(await device.ask(say.lastReport())),
    dayBegan: () => dayBegan(device),
    openService: () => done(device.tell(say.openService())),
    write: line => done(device.tell(say.write(line))),
    draw: async picture => done(device.tell(drawnWith(picture, { most: say.MOST, draw: say.draw }))),
    closeService: () => done(device.tell(say.closeService())),
    openDrawer: () => done(device.tell(say.openDrawer())),
  }
}

/** The first sale after the last Z report; null on a day without any. */
async function dayBegan(device: Dialogue): Promise<Temporal.PlainDateTime | null> {
  const { receipt, report } = say.lastMomentsIn(await device.ask(say.lastReport()))
  if (receipt === null || report === null || Temporal.PlainDateTime.compare(receipt, report) <= 0) return null
  const first = say.firstFoundIn(await device.ask(say.searchSales(report)))
  return say.journalMomentIn(await device.ask(say.journal(first)))
}

const MOST_LINES = 1_000
const UNP = /[A-Z]{2}\d{6}-[0-9A-Za-z]{4}-\d{7}/

/** The text of one document, where there is one. */
async function journalOf(device: Dialogue, number: number): Promise<JournalEntry | null> {
  const found = await unless(say.NOT_FOUND, device.ask(say.journal(number)))
  if (found === null) return null
  let text = ''
  for (let line = 0; line < MOST_LINES; line++) {
    const said = await unless(say.NO_MORE, device.ask(say.journalNext()))
    if (said === null) break
    text += `${say.journalTextIn(said)}\n`
  }
  return { unp: UNP.exec(text)?.[0] ?? null, isCancelled: say.isCancelledIn(found), at: momentIn(found) }
}

const momentIn = (said: string): string => say.journalMomentIn(said).toString({ smallestUnit: 'second' })

/** Null where the device says that there is nothing there. */
const unless = (nothing: number, answer: Promise<string>): Promise<string | null> =>
  answer.catch(error => {
    const fault = asFault(error)
    if (fault.detail?.endsWith(` ${nothing}`) && !fault.sentBytes) return null
    throw fault
  })
