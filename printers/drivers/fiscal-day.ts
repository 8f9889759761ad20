import type { FiscalDocument, FiscalTask } from '../../rules/fiscal.ts'
import type { Note } from '../../rules/printing.ts'
import type { TakeNote } from '../device.ts'
import { Fault } from '../fault.ts'
import { unlessDoubt } from './fiscal-doubt.ts'
import { amount, clockOf } from './fiscal-receipt.ts'
import type { FiscalTalk } from './fiscal-talk.ts'

export type CashTask = Extract<FiscalTask, { task: 'cash_in' | 'cash_out' }>

/** Money put into the drawer or taken out of it; what is not there is not taken. */
export async function moveCash(
  talk: FiscalTalk,
  { task, amountCents }: CashTask,
  note: TakeNote,
): Promise<FiscalDocument> {
  const before = await talk.cash()
  if (task === 'cash_out' && before.cashCents < amountCents)
    throw new Fault('refused', { detail: `${amount(before.cashCents)} < ${amount(amountCents)}` })
  const [document, report] = [await talk.lastNumber(), await lastReport(talk)]
  await note({ document, report, in: before.inCents, out: before.outCents })
  await talk.moveCash(task === 'cash_in' ? amountCents : -amountCents)
  return cashDocument(talk, amountCents)
}

/**
 * The device counts what was put in and what was taken out, each by itself, from one Z report to the next: after another Z
 * report they tell nothing. Where reports cannot be counted there may be no other document, which might be one.
 */
export async function cashAfterDoubt(
  talk: FiscalTalk,
  { task, amountCents }: CashTask,
  note: Note,
): Promise<FiscalDocument | 'not_printed' | { unknown: string }> {
  const { inCents, outCents } = await talk.cash()
  const moved = task === 'cash_in' ? inCents - Number(note['in']) : outCents - Number(note['out'])
  const [report, last] = [await lastReport(talk), await talk.lastNumber()]
  const others = last - Number(note['document']) - (moved === 0 ? 0 : 1)
  const isSameDay = report === note['report'] && (report !== null || others <= 0)
  if (isSameDay && moved === 0) return 'not_printed'
  return isSameDay && moved === amountCents ? cashDocument(talk, amountCents) : { unknown: amount(moved) }
}

async function cashDocument(talk: FiscalTalk, amountCents: number): Promise<FiscalDocument> {
  return { document: null, fiscalMemory: await memoryOf(talk), at: await clockOf(talk), amountCents }
}

/** A report of the day; Z also ends the day and has a number. */
export async function printReport(
  talk: FiscalTalk,
  kind: 'x_report' | 'z_report',
  note: TakeNote,
): Promise<FiscalDocument> {
  await note({ document: await talk.lastNumber(), report: await lastReport(talk) })
  return reportDocument(
    talk,
    kind === 'z_report' ? await talk.report(kind) : await nothing(talk.report(kind)),
  )
}

const nothing = (work: Promise<unknown>): Promise<null> => work.then(() => null)

/** An X report changes nothing, so it is printed again; a Z report is counted. */
export async function reportAfterDoubt(
  talk: FiscalTalk,
  kind: 'x_report' | 'z_report',
  note: Note,
): Promise<FiscalDocument | 'not_printed' | { unknown: string }> {
  if (kind === 'x_report') return 'not_printed'
  const last = await lastReport(talk)
  if (last === null) return afterDocument(talk, Number(note['document']))
  const more = last - Number(note['report'])
  if (more === 0) return 'not_printed'
  return more === 1 ? reportDocument(talk, last) : { unknown: `Z ${last}` }
}

/** Where reports cannot be counted, documents can: a report is one. */
async function afterDocument(
  talk: FiscalTalk,
  before: number,
): Promise<FiscalDocument | 'not_printed' | { unknown: string }> {
  const last = await talk.lastNumber()
  if (last === before) return 'not_printed'
  return last === before + 1 ? reportDocument(talk, null) : { unknown: `${before + 1}–${last}` }
}

async function reportDocument(talk: FiscalTalk, number: number | null): Promise<FiscalDocument> {
  const document = number === null ? null : String(number)
  return { document, fiscalMemory: await memoryOf(talk), at: await clockOf(talk), amountCents: null }
}

/** Null where the device does not count them. */
const lastReport = (talk: FiscalTalk): Promise<number | null> => talk.lastReport().catch(unlessDoubt)

const memoryOf = (talk: FiscalTalk): Promise<string | null> =>
  talk.identity().then(
    ({ fiscalMemory }) => fiscalMemory,
    () => null,
  )
