import { setTimeout as pause } from 'node:timers/promises'
import { describeFault } from '../../locales/texts.ts'
import { isScreen } from '../../office/print/lookup.ts'
import { printQueueOf } from '../../office/print/print-queue.ts'
import { deviceOfPrinter, type PrinterAsSeen, seePrinters } from '../../office/print/see-devices.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Health, StatusAnswer } from '../../printers/device.ts'
import type { PrintQueue } from '../../printers/print-queue.ts'
import { may } from '../../rules/authority.ts'
import { dayOf, showMoment, showTime } from '../../rules/dates.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { EXIT } from '../exits.ts'
import { onlyNew } from '../only-new.ts'
import { answer } from '../output/answer.ts'
import { tableText } from '../output/table-text.ts'
import {
  asCondition,
  conditionOf,
  type PrinterCondition,
  printerJson,
  shortCondition,
  wholeCondition,
} from '../printer-words.ts'
import { deviceFor } from '../printing.ts'
import { withSession } from '../town.ts'

const LOOK_EVERY_MS = 2_000
const CLEAR = '\x1b[H\x1b[2J'

export const printerWatchCommands = () => [
  declare('printers list', (_, door) =>
    withSession(door, 'print.see', async session => {
      const printers = await seePrinters(session.ctx())
      const json = { name: 'printers', rows: printers.map(one => printerJson(one, conditionOf(one))) }
      answer(door, json, tableText(listTable(printers, door), door.lang, process.stdout.columns))
    }),
  ),
  declare('printers status', (given, door) =>
    withSession(door, 'print.see', session => status(session, given.optionalArg('printer'), door)),
  ),
  declare('printers watch', (given, door) =>
    withSession(door, 'print.see', session => watch(session, given.optionalArg('printer'), door)),
  ),
]

function listTable(printers: PrinterAsSeen[], door: Door): Table {
  const { printers: words } = door.words
  const spare = ['profile', 'line', 'by']
  return {
    name: 'printers',
    title: '',
    subtitle: [],
    columns: (['name', 'desks', 'state', 'seen', 'standIn', 'by', 'profile', 'line'] as const).map(key => ({
      key,
      title: words[key],
      kind: 'text',
      spare: spare.includes(key),
    })),
    rows: printers.map(printer => ({
      name: printer.name,
      desks: printer.desks.join(', '),
      state: shortCondition(conditionOf(printer), door),
      seen: seenAt(printer, door),
      standIn: printer.standIn ?? '',
      by: door.words.printedBy[printer.printedBy === 'agent' ? 'agent' : 'desk'],
      profile: printer.profile,
      line: printer.line,
    })),
    totals: null,
  }
}

/** The time of today, the whole moment of days before. */
function seenAt({ seen }: PrinterAsSeen, door: Door): string {
  if (!seen) return ''
  const isToday = dayOf(seen.seenAt).equals(dayOf(Temporal.Now.instant()))
  return isToday ? showTime(seen.seenAt) : showMoment(seen.seenAt, door.lang)
}

/** What a printer was seen to do, by whom it was asked, and the device's own word for its fault. */
type Look = {
  printer: PrinterAsSeen
  condition: PrinterCondition
  detail: string
  answers: StatusAnswer[]
  askedHere: boolean
}

async function status(session: Session, name: string | undefined, door: Door): Promise<void> {
  const all = await seePrinters(session.ctx(), name === undefined ? [] : [name])
  const { desk } = session
  const meant = name === undefined && desk ? all.filter(({ desks }) => desks.includes(desk.number)) : all
  const looks: Look[] = []
  for (const printer of meant) looks.push(await lookAt(session, printer))
  const json = looks.map(({ printer, condition, detail, answers, askedHere }) => ({
    ...printerJson(printer, condition),
    detail: detail || null,
    answers,
    asked: askedHere,
  }))
  answer(door, json, looks.map(look => lookText(look, door)).join('\n\n'))
  if (looks.some(({ condition }) => condition.state === 'unable')) process.exitCode = EXIT.fault
}

/** Whoever prints there knows; where nobody does, the device itself is asked, if it stands at this machine. */
async function lookAt(session: Session, printer: PrinterAsSeen): Promise<Look> {
  const known = { printer, condition: conditionOf(printer), detail: '', answers: [], askedHere: false }
  if (isScreen(printer.line) || !may(session.who.post, 'print.run')) return known
  const queue = printQueueOf(session, printer.id)
  if ((await queue.own()) === 'elsewhere') return known
  try {
    if (printer.printedBy === 'agent') return { ...known, condition: asCondition('no_agent', []) }
    const said = await askDevice(session, printer, queue)
    if (!said) return known
    const { fault, warnings, answers } = said
    const condition = asCondition(fault?.code ?? null, warnings)
    return { printer, condition, detail: fault?.detail ?? '', answers, askedHere: true }
  } finally {
    await queue.release()
  }
}

type Said = Health & { answers: StatusAnswer[] }

/** Null where practice is printing there. */
async function askDevice(session: Session, printer: PrinterAsSeen, queue: PrintQueue): Promise<Said | null> {
  if (!(await queue.takeTurn())) return null
  try {
    const device = deviceFor(await deviceOfPrinter(session.ctx(), printer))
    const health = await device.health()
    return { ...health, answers: (await device.answers?.().catch(() => [])) ?? [] }
  } finally {
    await queue.endTurn()
  }
}

function lookText({ printer, condition, detail, answers, askedHere }: Look, door: Door): string {
  const { words } = door
  const { name, profile, line, seen } = printer
  const source = askedHere ? words.askedNow : seen && words.seenBy(seen.program, seenAt(printer, door))
  const told = wholeCondition(condition, door, detail).split('\n')
  const lines = [...told, source ?? '', ...answers.map(answer => answerText(answer, door))]
  return [`${name} (${profile}, ${line})`, ...lines.filter(Boolean).map(text => `  ${text}`)].join('\n')
}

/** `DLE EOT 4 = 1E: хартията свършва` */
function answerText({ question, byte, words }: StatusAnswer, door: Door): string {
  const hex = byte === null ? '' : ` = ${byte.toString(16).padStart(2, '0').toUpperCase()}`
  return `${question}${hex}: ${words.map(word => door.words.statusWords[word]).join(', ')}`
}

/** Until somebody stops it: on a terminal a table that is drawn anew, else a line for each change. */
async function watch(session: Session, name: string | undefined, door: Door): Promise<void> {
  const ending = new AbortController()
  const stop = () => ending.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const say = onlyNew(door.say)
  const isDrawn = process.stdout.isTTY && !door.options.json
  const tell = isDrawn ? draw : teller()
  while (!ending.signal.aborted) {
    try {
      tell(await seePrinters(session.ctx(), name === undefined ? [] : [name]), door)
    } catch (error) {
      const known = describeFault(error, door.lang)
      if (known === null) throw error
      say(known)
    }
    await pause(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined)
  }
}

function draw(printers: PrinterAsSeen[], door: Door): void {
  const now = showMoment(Temporal.Now.instant(), door.lang)
  const table = { ...listTable(printers, door), title: door.words.printersAsOf(now) }
  process.stdout.write(`${CLEAR}${tableText(table, door.lang, process.stdout.columns)}\n`)
}

function teller(): typeof draw {
  const before = new Map<string, string>()
  return (printers, door) => {
    for (const printer of printers) {
      const condition = conditionOf(printer)
      const now = JSON.stringify(condition)
      if (before.get(printer.id) === now) continue
      before.set(printer.id, now)
      const at = Temporal.Now.instant()
      const line = `${showMoment(at, door.lang)}  ${printer.name}: ${shortCondition(condition, door)}`
      const json = { at: at.toString(), ...printerJson(printer, condition) }
      door.answer(door.options.json ? JSON.stringify(json) : line)
    }
  }
}
