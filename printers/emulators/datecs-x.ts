import { journalOf, searched } from './datecs-x-journal.ts'
import {
  byGroup,
  identity,
  information,
  receiptStatus,
  STATUS,
  sums,
  type Told,
  transaction,
  withSummerTime,
} from './datecs-x-told.ts'
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
  writeText,
} from './fiscal-receipt.ts'
import { isoOf, momentOf, money, stampOf } from './fiscal-text.ts'
import { type Conduct, commandsNamed, type Dialect, type FiscalEmulator, islEmulator } from './isl.ts'
import { statusBytes } from './isl-status.ts'

/**
 * Datecs of group C (FP-700X, FP-700XE, FMP-350X, FMP-55X, WP-500X, WP-50X, DP-25X, DP-150X, DP-05C), with eight status bytes.
 * After the maker's Programmer's Manual for these models, version 2.08.
 */
export function datecsXEmulator(settings: FiscalSettings = {}, conduct: Conduct = {}): FiscalEmulator {
  const memory = newFiscalMemory({ model: 'FP-700X', ...settings }, '0')
  return islEmulator(memory, dialectOf(memory), conduct)
}

const NAMES: Record<number, string> = {
  38: 'service-open',
  39: 'service-close',
  42: 'service-text',
  43: 'storno',
  44: 'feed',
  45: 'pc-mode',
  46: 'cut',
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
  86: 'last-record',
  90: 'identity',
  92: 'rule',
  99: 'eik',
  103: 'sums',
  106: 'drawer',
  109: 'duplicate',
  123: 'info',
  124: 'search',
  125: 'journal',
}

export const datecsXCommands = commandsNamed(NAMES)

function dialectOf(memory: FiscalMemory): Dialect {
  const commands = commandsOf(memory)
  return {
    framing: { digits: 4 },
    nameOf: (command, data) =>
      command === 69 ? data.slice(0, 1).toLowerCase() : (NAMES[command] ?? 'unknown'),
    textOf: bytes => new TextDecoder('windows-1251').decode(bytes),
    execute(command, data) {
      const known = commands[command]
      if (!known) throw new Refused('unknown_command')
      return fields([0, ...known(data.split('\t'))])
    },
    refusal: (_, why) => (why === 'unknown_command' ? '' : fields([ERRORS[why] ?? NOT_POSSIBLE])),
    status: why => statusBytes(memory, why, STATUS),
  }
}

/** Every field ends with a TAB. */
const fields = (told: Told): string => told.map(field => `${field}\t`).join('')

function commandsOf(memory: FiscalMemory): Record<number, (given: string[]) => Told> {
  const done = (_: unknown): Told => []
  return {
    38: () => {
      openService(memory)
      return [memory.lastDocument + 1]
    },
    39: () => {
      closeService(memory)
      return [memory.lastDocument]
    },
    42: ([text = '']) => done(writeServiceText(memory, text)),
    43: given => storno(memory, given),
    44: () => [],
    45: () => [],
    46: () => [],
    48: given => open(memory, given),
    49: given => [sell(memory, soldLine(given)).document],
    51: () => subtotal(memory),
    53: given => payment(memory, given),
    54: ([text = '']) => done(writeText(memory, text)),
    56: () => [close(memory).document],
    60: () => done(cancel(memory)),
    61: ([text = '']) => done(setClock(memory, text)),
    62: () => [withSummerTime(memory.now())],
    69: ([kind = '']) => reportSums(memory, kind),
    70: given => cash(memory, given),
    74: ([option = '']) => receiptStatus(memory, option),
    76: () => transaction(memory),
    84: ([, text = '']) => done(writeService(memory, [`[${text}]`])),
    86: () => [stampOf(memory.now())],
    90: () => identity(memory),
    92: () => done(writeService(memory, ['-'.repeat(42)])),
    99: () => [memory.eik],
    103: () => sums(memory),
    106: () => [],
    109: () => done(printDuplicate(memory)),
    123: ([option = '']) => information(memory, option),
    124: given => searched(memory, given),
    125: journalOf(memory),
  }
}

/** `operator, password, УНП, till, [I]`, or the same without УНП. */
function open(memory: FiscalMemory, given: string[]): Told {
  const [operator = '', password = '', third = '', fourth = ''] = given
  const isNamed = third.includes('-')
  refuseWhen(!/^\d{1,5}$/.test(isNamed ? fourth : third), 'syntax')
  const opening = { operator: checkOperator(memory, operator, password), unp: isNamed ? third : null }
  return [openSale(memory, opening).document]
}

/** `operator, password, till, reason, document, moment, fiscal memory, [I], [invoice], [reason in words], УНП` */
function storno(memory: FiscalMemory, given: string[]): Told {
  const [
    operator = '',
    password = '',
    till = '',
    reason = '',
    document = '',
    moment = '',
    fiscalMemory = '',
  ] = given
  const unp = given[10] ?? ''
  const at = momentOf(moment)
  const isWhole = /^\d{1,5}$/.test(till) && /^[012]$/.test(reason) && /^\d{1,7}$/.test(document)
  refuseWhen(!isWhole || !at || !/^\d{8}$/.test(fiscalMemory), 'syntax')
  refuseWhen(unp === '', 'syntax')
  const original = { document: Number(document), at: at ? isoOf(at) : null, fiscalMemory, unp }
  const opening = {
    operator: checkOperator(memory, operator, password),
    unp,
    reason: Number(reason) as 0 | 1 | 2,
  }
  return [openStorno(memory, { ...opening, original }).document]
}

/** `name, tax group, price, [quantity], [discount], [its value], department, [unit]`; discounts are not known here. */
function soldLine([
  name = '',
  group = '',
  price = '',
  quantity = '',
  discount = '',
  ,
  department = '0',
]: string[]) {
  const isWhole =
    name !== '' && name.length <= 72 && /^[1-8]$/.test(group) && /^\d{1,2}$/.test(department || '0')
  const isPriced = /^-?\d{1,7}(?:\.\d{1,2})?$/.test(price) && /^(?:\d{1,6}(?:\.\d{1,3})?)?$/.test(quantity)
  refuseWhen(!isWhole || !isPriced || !/^0?$/.test(discount), 'syntax')
  return {
    name,
    group: Number(group),
    price: Math.round(Number(price) * 100),
    thousandths: Math.round(Number(quantity || '1') * 1_000),
  }
}

function subtotal(memory: FiscalMemory): Told {
  const receipt = openReceipt(memory)
  refuseWhen(receipt.isPaymentStarted, 'payment_started')
  return [receipt.document, money(receipt.total), ...byGroup(receipt)]
}

const MODES = ['В БРОЙ', 'КРЕДИТНА КАРТА', 'ДЕБИТНА КАРТА', 'ДРУГО 3', 'ДРУГО 4', 'ДРУГО 5']

function payment(memory: FiscalMemory, [mode = '', amount = '']: string[]): Told {
  refuseWhen(!/^[0-5]$/.test(mode) || !/^(?:\d{1,7}(?:\.\d{1,2})?)?$/.test(amount), 'syntax')
  const cents = amount === '' ? null : Math.round(Number(amount) * 100)
  const { due, change } = pay(memory, mode, cents, MODES[Number(mode)] ?? '')
  return change > 0 ? ['R', money(change)] : ['D', money(due)]
}

function setClock(memory: FiscalMemory, text: string): void {
  const to = momentOf(text)
  if (!to) throw new Refused('syntax')
  const last = memory.journal.at(-1)
  refuseWhen(memory.receipt !== null, 'receipt_open')
  refuseWhen(last !== undefined && isoOf(to) < last.at, 'not_allowed')
  const drift = memory.now().until(to)
  const { now } = memory
  memory.now = () => now().add(drift).round('second')
  memory.conditions.delete('clock-unset')
}

function reportSums(memory: FiscalMemory, kind: string): Told {
  refuseWhen(kind !== 'X' && kind !== 'Z', 'syntax')
  const { number, sold, reversed } = report(memory, kind === 'Z' ? 'z' : 'x')
  return [number, ...sold.map(money), ...reversed.map(money)]
}

function cash(memory: FiscalMemory, [kind = '', amount = '0']: string[]): Told {
  refuseWhen(!/^[01]$/.test(kind) || !/^(?:\d{1,7}(?:\.\d{1,2})?)?$/.test(amount), 'syntax')
  moveCash(memory, Math.round(Number(amount) * 100) * (kind === '1' ? -1 : 1))
  return [money(memory.day.cash), money(memory.day.cashIn), money(memory.day.cashOut)]
}

const NOT_POSSIBLE = -111003
const ERRORS: Partial<Record<Why, number>> = {
  syntax: -111002,
  no_paper: -112006,
  cover_open: -112007,
  print_fault: -112008,
  overheated: -100402,
  password: -102002,
  locked: -101017,
  receipt_open: -111015,
  service_open: -111046,
  receipt_closed: -111016,
  payment_started: -111018,
  not_paid: -111050,
  paid_too_much: -111063,
  change_in_storno: -111094,
  no_cash: -111017,
  negative: -111021,
  tax_group: -111005,
  too_many: -111019,
  day_over: -111024,
  header: -102010,
  clock: -112004,
  not_found: -100004,
  no_more: -100003,
  journal_full: -105010,
  memory_full: -100114,
}
