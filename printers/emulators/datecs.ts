import { copyReceipt, journalLines } from './datecs-journal.ts'
import {
  closeService,
  moveCash,
  openService,
  printDuplicate,
  report,
  writeService,
  writeServiceText,
} from './fiscal-day.ts'
import {
  type FiscalMemory,
  type FiscalSettings,
  newFiscalMemory,
  type Receipt,
  Refused,
  refuseWhen,
  type Why,
} from './fiscal-memory.ts'
import {
  cancel,
  checkOperator,
  close,
  openReceipt,
  openSale,
  openStorno,
  pay,
  sell,
  sumOf,
  writeText,
} from './fiscal-receipt.ts'
import { documentNumber, isoOf, LETTERS, momentOf, money, plain, shortStamp } from './fiscal-text.ts'
import { type Conduct, commandsNamed, type Dialect, type FiscalEmulator, islEmulator } from './isl.ts'
import { statusBytes } from './isl-status.ts'

/**
 * Datecs of group A (FP-800, FP-2000, FP-650, SK1-21F, FMP-10, FP-550, FP-700), ISL with six status bytes. After «Фискален
 * принтер версия 1.00BG, описание на командите».
 */
export function datecsEmulator(settings: FiscalSettings = {}, conduct: Conduct = {}): FiscalEmulator {
  const memory = newFiscalMemory(settings, 'P')
  return islEmulator(memory, dialectOf(memory), conduct)
}

const NAMES: Record<number, string> = {
  38: 'service-open',
  39: 'service-close',
  42: 'service-text',
  44: 'feed',
  45: 'cut',
  46: 'storno',
  48: 'open',
  49: 'sale',
  51: 'subtotal',
  53: 'payment',
  54: 'text',
  56: 'close',
  60: 'cancel',
  61: 'set-clock',
  62: 'clock',
  69: 'report',
  70: 'cash',
  74: 'status',
  76: 'transaction',
  84: 'barcode',
  90: 'identity',
  92: 'rule',
  103: 'sums',
  106: 'drawer',
  109: 'duplicate',
  113: 'last-document',
  119: 'journal',
}

export const datecsCommands = commandsNamed(NAMES)

function dialectOf(memory: FiscalMemory): Dialect {
  const commands = commandsOf(memory)
  return {
    framing: { digits: 1 },
    nameOf: (command, data) => (command === 69 ? reportName(data) : (NAMES[command] ?? 'unknown')),
    textOf: bytes => Array.from(bytes, letterOfRom).join(''),
    execute(command, data) {
      const known = commands[command]
      if (!known) throw new Refused('unknown_command')
      return known(data)
    },
    refusal: (command, why) => (command === 53 || command === 70 ? refusedSums(memory, command, why) : ''),
    status: why => statusBytes(memory, why, { length: 6, tellsStorno: true }),
  }
}

const reportName = (data: string): string => (data.startsWith('0') ? 'z' : 'x')

/** The letters А–я are burnt in twice, at 80h and at C0h. */
const letterOfRom = (byte: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0x410 + (byte - (byte < 0xc0 ? 0x80 : 0xc0)))

const refusedSums = ({ day }: FiscalMemory, command: number, why: Why): string =>
  command === 53 || why === 'syntax' ? 'F' : ['F', day.cash, day.cashIn, day.cashOut].join(',')

function commandsOf(memory: FiscalMemory): Record<number, (data: string) => string> {
  const journal = journalLines(memory)
  return {
    38: () => {
      openService(memory)
      return four(memory.day.all + 1)
    },
    39: () => {
      closeService(memory)
      return four(memory.day.all)
    },
    42: text => silent(writeServiceText(memory, unstyled(text))),
    44: () => '',
    45: () => '',
    46: data => storno(memory, data),
    48: data => open(memory, data),
    49: data => silent(sell(memory, soldLine(data))),
    51: () => subtotal(memory),
    53: data => payment(memory, data),
    54: text => silent(writeText(memory, unstyled(text))),
    56: () => {
      close(memory)
      return counts(memory, memory.day.fiscal)
    },
    60: () => silent(cancel(memory)),
    61: data => setClock(memory, data),
    62: () => shortStamp(memory.now()),
    69: data => reportSums(memory, data),
    70: data => cash(memory, data),
    74: data => told(memory, data),
    76: data => transaction(memory, data),
    84: data => silent(writeService(memory, [`[${data.slice(data.indexOf(';') + 1)}]`])),
    90: () => `${memory.model},1.00BG 23NOV18 1000,FFFF,00000000,${memory.serial},${memory.fiscalMemory}`,
    92: () => silent(writeService(memory, ['-'.repeat(42)])),
    103: () => sums(memory),
    106: () => '',
    109: () => silent(printDuplicate(memory)),
    113: () => documentNumber(memory.lastDocument),
    119: journal,
  }
}

/** Commands that answer with no data. */
const silent = (_: unknown): string => ''
const four = (number: number): string => String(number).padStart(4, '0')
const counts = ({ day }: FiscalMemory, of: number): string => `${four(day.all)},${four(of)}`

/** The font before a text: TAB, its number, flags, a comma. */
const unstyled = (text: string): string => text.replace(/^\t[0-3][BHI]*,/, '')

/** `op,password,till[,I][,УНП]`; without anything it tells the number of the last УНП. */
function open(memory: FiscalMemory, data: string): string {
  if (data === '') return memory.lastUnp?.split('-')[2] ?? ''
  const [operator = '', password = '', till = '', ...rest] = data.split(',')
  refuseWhen(!/^\d{1,5}$/.test(till), 'syntax')
  const unp = rest.find(part => part !== 'I') ?? null
  openSale(memory, { operator: checkOperator(memory, operator, password), unp })
  return `${four(memory.day.all + 1)},${four(memory.day.fiscal + 1)}`
}

const REASONS = 'ERT'

/** `op,password,till[,Iinvoice][,УНП],<E|R|T>document[,УНП of it,DDMMYYhhmmss,fiscal memory][#reason]` */
function storno(memory: FiscalMemory, data: string): string {
  const [said = ''] = data.split('#')
  const [operator = '', password = '', till = '', ...rest] = said.split(',')
  refuseWhen(!/^\d{1,5}$/.test(till), 'syntax')
  const at = rest.findIndex(part => /^[ERT]\d{1,7}$/.test(part))
  const [what = '', originalUnp, moment, fiscalMemory] = rest.slice(at)
  refuseWhen(at < 0 || (fiscalMemory === undefined) !== (originalUnp === undefined), 'syntax')
  const reason = REASONS.indexOf(what[0] ?? '') as 0 | 1 | 2
  const document = Number(what.slice(1))
  const opening = {
    operator: checkOperator(memory, operator, password),
    unp: rest.slice(0, at).find(part => !part.startsWith('I') || part.includes('-')) ?? originalUnp ?? null,
    reason,
  }
  if (fiscalMemory === undefined) copyReceipt(memory, document, opening)
  else {
    refuseWhen(!/^\d{8}$/.test(fiscalMemory), 'syntax')
    const original = { document, unp: originalUnp ?? null, at: soldAt(moment ?? ''), fiscalMemory }
    openStorno(memory, { ...opening, original })
  }
  return `${four(memory.day.all + 1)},${four(memory.day.storno + 1)}`
}

function soldAt(moment: string): string {
  const [, day, month, year, hour, minute, second] =
    /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(moment) ?? []
  const at = year === undefined ? null : plain(`20${year}-${month}-${day}T${hour}:${minute}:${second}`)
  if (!at) throw new Refused('syntax')
  return isoOf(at)
}

const SALE = /^([^\t]*)\t([А-З])(-?\d{1,8}(?:\.\d{1,2})?)(?:\*(\d{1,8}(?:\.\d{1,3})?)(?:#.{1,8})?)?$/su

/** `[text][LF text]TAB letter price[*quantity]` */
function soldLine(data: string) {
  const [, name = '', letter = '', price, quantity = '1'] = SALE.exec(data) ?? []
  refuseWhen(price === undefined || name.split('\n').some(part => part.length > 42), 'syntax')
  return {
    name,
    group: LETTERS.indexOf(letter) + 1,
    price: Math.round(Number(price) * 100),
    thousandths: Math.round(Number(quantity) * 1_000),
  }
}

const byGroup = (receipt: Receipt): number[] =>
  Array.from({ length: 8 }, (_, at) => sumOf(receipt.lines.filter(line => line.group === at + 1)))

function subtotal(memory: FiscalMemory): string {
  const receipt = openReceipt(memory)
  refuseWhen(receipt.isPaymentStarted, 'payment_started')
  return [receipt.total, ...byGroup(receipt)].join(',')
}

const MODES: Record<string, string> = {
  P: 'В БРОЙ',
  N: 'КРЕДИТ',
  C: 'ЧЕК',
  D: 'ДЕБИТНА КАРТА',
  r: 'БАНКОВ ПРЕВОД',
}
const OTHER_MODES = 'IJKLijklmnopqs'

/** `[text]TAB[mode amount]`; nothing after TAB pays all in cash. */
function payment(memory: FiscalMemory, data: string): string {
  const [, said = ''] = /\t(.*)$/su.exec(data) ?? [null, 'X']
  const [, mode = 'P', amount] = /^([A-Za-z])?\+?(\d{1,8}(?:\.\d{1,2})?)?$/.exec(said) ?? [null, '?']
  refuseWhen(!MODES[mode] && !OTHER_MODES.includes(mode), 'syntax')
  const cents = amount === undefined ? null : Math.round(Number(amount) * 100)
  const { due, change } = pay(memory, mode, cents, MODES[mode] ?? 'ДРУГО ПЛАЩАНЕ')
  return change > 0 ? `R${change}` : `D${due}`
}

function setClock(memory: FiscalMemory, data: string): string {
  const to = momentOf(data)
  if (!to) throw new Refused('syntax')
  const last = memory.journal.at(-1)
  refuseWhen(memory.receipt !== null || (last !== undefined && isoOf(to) < last.at), 'not_allowed')
  const drift = memory.now().until(to)
  const { now } = memory
  memory.now = () => now().add(drift).round('second')
  memory.conditions.delete('clock-unset')
  return ''
}

function reportSums(memory: FiscalMemory, data: string): string {
  refuseWhen(!/^[02]N?$/.test(data), 'syntax')
  const { number, sold } = report(memory, reportName(data) as 'x' | 'z')
  return [four(number), sold.reduce((all, cents) => all + cents, 0), ...sold].join(',')
}

function cash(memory: FiscalMemory, data: string): string {
  refuseWhen(!/^[+-]?\d{0,8}(?:\.\d{1,2})?$/.test(data), 'syntax')
  moveCash(memory, Math.round(Number(data) * 100))
  const { cash: held, cashIn, cashOut } = memory.day
  return ['P', held, cashIn, cashOut].join(',')
}

const NEVER = '0,01-01-2000 00:00:00,0'

/** The status once more, how much of it waits to be printed, or what the tax office has not been sent. */
function told(memory: FiscalMemory, data: string): string {
  if (data === 'L') return '0'
  if (data !== 'R') return ''
  const blocked = memory.conditions.has('day-blocked') ? '1,01-01-2026 00:00:00,1500' : NEVER
  return `${memory.lastDocument},(${NEVER}),(${blocked})`
}

function transaction(memory: FiscalMemory, data: string): string {
  const receipt = memory.receipt ?? memory.last
  const isOpen = memory.receipt !== null || memory.isServiceOpen
  const paid = data === 'T' ? [money(receipt?.paid ?? 0)] : []
  return [isOpen ? 1 : 0, receipt?.lines.length ?? 0, money(receipt?.total ?? 0), ...paid].join(',')
}

function sums(memory: FiscalMemory): string {
  const receipt = memory.receipt ?? memory.last
  const groups = receipt ? byGroup(receipt) : Array.from({ length: 8 }, () => 0)
  return [memory.receipt?.isPaymentStarted === false ? 1 : 0, ...groups, 0, '0000000000'].join(',')
}
