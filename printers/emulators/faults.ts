/**
 * What can be made to go wrong with an emulated device, in one small language for all of them:
 * `NAME[*TIMES][=VALUE][@WHERE]`. WHERE is the name of a command, with `#2` for its second time, or a number: the nth command,
 * byte or line, as the table says (a receipt printer counts bytes of paper). Without it the fault is there from the beginning.
 * So `paper-out@3` ends the paper after three lines, `nak*2@sale` says NAK to the first two sales, `syn=20s@z` is busy with the
 * Z report for twenty seconds.
 */
export type ScriptedFault = {
  name: FaultName
  times: number
  value: number | null
  text: string | null
  where: Where | null
}

export type Where = { nth: number; command: string | null }

type Shape = {
  value: 'ms' | 'count' | 'cents' | 'text' | null
  /** What a plain number after @ counts. */
  counts: 'line' | 'byte' | 'command' | null
  of: 'all' | 'escpos' | 'fiscal'
  /** The command that is meant where none is named. */
  at?: string
}

const state = { value: null, counts: 'command', of: 'all' } as const satisfies Shape

const SHAPES = {
  'paper-out': { value: 'ms', counts: 'line', of: 'all' },
  'near-end': state,
  'cover-open': { ...state, value: 'ms' },
  overheated: state,
  'print-fault': { ...state, of: 'fiscal' },
  unplug: { value: null, counts: 'byte', of: 'all' },
  mute: { ...state, value: 'ms' },
  reset: { ...state, value: 'ms' },
  chunks: { value: 'count', counts: null, of: 'all' },
  dropped: { ...state, value: 'count' },
  garbage: { ...state, value: 'count' },
  noise: { ...state, of: 'fiscal' },
  'reply-lost': state,
  offline: { ...state, value: 'ms', of: 'escpos' },
  busy: { ...state, value: 'ms', of: 'escpos' },
  cutter: { ...state, of: 'escpos' },
  slow: { value: 'count', counts: null, of: 'escpos' },
  nak: { ...state, of: 'fiscal' },
  syn: { ...state, value: 'ms', of: 'fiscal' },
  lost: { ...state, of: 'fiscal' },
  'reset-before': { ...state, value: 'ms', of: 'fiscal' },
  'day-blocked': { ...state, of: 'fiscal' },
  'memory-near-full': { ...state, of: 'fiscal' },
  'memory-full': { ...state, of: 'fiscal' },
  'journal-near-full': { ...state, of: 'fiscal' },
  'journal-full': { ...state, of: 'fiscal' },
  'clock-unset': { ...state, of: 'fiscal' },
  clock: { value: 'ms', counts: null, of: 'fiscal' },
  password: { value: 'text', counts: null, of: 'fiscal' },
  'wrong-total': { ...state, value: 'cents', of: 'fiscal', at: 'sale' },
} as const satisfies Record<string, Shape>

export type FaultName = keyof typeof SHAPES
export const faultNames = Object.keys(SHAPES) as FaultName[]

/** The faults that an emulator of this kind can play. */
export const faultNamesOf = (kind: 'escpos' | 'fiscal'): FaultName[] =>
  faultNames.filter(name => SHAPES[name].of === 'all' || SHAPES[name].of === kind)

export type FaultProblem = { piece: string }
export const isFaultProblem = (read: ScriptedFault | FaultProblem): read is FaultProblem => 'piece' in read

const FORM = /^([a-z-]+)(?:\*(\d+))?(?:=([^@]+))?(?:@(?:(\d+)|([a-z][a-z-]*)(?:#(\d+))?))?$/

/** Reads one fault; what cannot be read, or what a device of this kind does not know, comes back as the piece that is wrong. */
export function parseFault(
  text: string,
  kind: 'escpos' | 'fiscal',
  commands: readonly string[],
): ScriptedFault | FaultProblem {
  const [, name = '', times = '1', typed, nth, command, which] = FORM.exec(text.trim()) ?? []
  if (!isNameOf(kind, name)) return { piece: name || text }
  const { value: unit, counts, at }: Shape = SHAPES[name]
  const value = typed === undefined || unit === null ? null : readValue(typed, unit)
  if (typed !== undefined && value === null) return { piece: `=${typed}` }
  if (command !== undefined && !commands.includes(command)) return { piece: `@${command}` }
  if (nth !== undefined && counts === null) return { piece: `@${nth}` }
  return {
    name,
    times: Number(times),
    value: typeof value === 'number' ? value : null,
    text: typeof value === 'string' ? value : null,
    where: whereOf(nth, command ?? (nth === undefined ? at : undefined), which),
  }
}

const isNameOf = (kind: 'escpos' | 'fiscal', name: string): name is FaultName =>
  (faultNamesOf(kind) as string[]).includes(name)

const whereOf = (nth?: string, command?: string, which = '1'): Where | null => {
  if (command !== undefined) return { nth: Number(which), command }
  return nth === undefined ? null : { nth: Number(nth), command: null }
}

const MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

function readValue(typed: string, unit: 'ms' | 'count' | 'cents' | 'text'): number | string | null {
  if (unit === 'text') return typed
  if (unit !== 'ms') return /^-?\d{1,9}$/.test(typed) ? Number(typed) : null
  const [, number, scale = 's'] = /^(-?\d{1,6})(ms|s|m|h)?$/.exec(typed) ?? []
  return number === undefined ? null : Number(number) * MS[scale as keyof typeof MS]
}

/** The faults of a device while it works: which of them is due now. */
export type FaultPlan = {
  /** A command came: counts it for all faults. To be called once for each, before `due`. */
  arrive(command: string): void
  /** The fault, where it is due at the command that arrived last; a fault without a place is due `times` times from the first. */
  due(name: FaultName): ScriptedFault | null
  /** The places of faults that count lines or bytes, and settings that hold from the beginning. */
  find(name: FaultName): ScriptedFault | null
  add(fault: ScriptedFault): void
  remove(name: FaultName): void
}

export function faultPlan(faults: readonly ScriptedFault[]): FaultPlan {
  let planned = faults.map(fault => ({ fault, seen: 0, hit: false }))
  return {
    arrive(command) {
      for (const one of planned) {
        const { where, times } = one.fault
        one.hit = false
        if (where?.command && where.command !== command) continue
        one.seen++
        const first = where?.nth ?? 1
        one.hit = one.seen >= first && one.seen < first + times
      }
    },
    due: name => planned.find(one => one.hit && one.fault.name === name)?.fault ?? null,
    find: name => planned.find(one => one.fault.name === name)?.fault ?? null,
    add(fault) {
      planned.push({ fault, seen: 0, hit: false })
    },
    remove(name) {
      planned = planned.filter(one => one.fault.name !== name)
    },
  }
}
