export type SerialAddress = {
  kind: 'serial'
  path: string
  baud: number
  dataBits: 5 | 6 | 7 | 8
  /** `mark` and `space`, as stop bits 1.5, are known to Windows only. */
  parity: 'none' | 'even' | 'odd' | 'mark' | 'space'
  stopBits: 1 | 1.5 | 2
  /** `dtrdsr`: the printer lowers the wire that reaches us as DSR while its buffer is full. */
  flow: 'none' | 'rtscts' | 'xonxoff' | 'dtrdsr'
  /** Any byte of the printer, not XON alone, lets us go on. */
  xany: boolean
  /** The port hangs up (lowers DTR) when it is closed; some devices restart at that. */
  hupcl: boolean
  /** No other program opens the port meanwhile. */
  lock: boolean
  /** How the wire is put when the port opens; as the system does it where nothing is said. */
  dtr: boolean | null
  rts: boolean | null
}

type Options = Omit<SerialAddress, 'kind' | 'path'>

const DEFAULTS: Options = {
  baud: 9600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
  xany: false,
  hupcl: false,
  lock: true,
  dtr: null,
  rts: null,
}

export type OptionProblem = { problem: 'option_unknown' | 'option_wrong'; piece: string }

/** `baud=115200&flow=rtscts` as options; what is not said is 9600 8N1 without flow control. */
export function serialOptions(query: string): Options | OptionProblem {
  let options = DEFAULTS
  for (const [name, value] of new URLSearchParams(query)) {
    const read = OPTIONS[name]
    if (!read) return { problem: 'option_unknown', piece: name }
    const given = read(value)
    if (!given) return { problem: 'option_wrong', piece: `${name}=${value}` }
    options = { ...options, ...given }
  }
  return options
}

const SLOWEST = 50
const FASTEST = 4_000_000
const isOn: Record<string, boolean> = { on: true, off: false }

const oneOf = <T extends string | number>(values: readonly T[], text: string): T | undefined =>
  values.find(value => String(value) === text)

/** What one option says; null where it says nothing that a port can be. */
const OPTIONS: Record<string, (value: string) => Partial<Options> | null> = {
  baud: value => {
    const baud = /^\d{2,7}$/.test(value) ? Number(value) : 0
    return baud >= SLOWEST && baud <= FASTEST ? { baud } : null
  },
  bits: value => whereGiven('dataBits', oneOf([5, 6, 7, 8] as const, value)),
  stop: value => whereGiven('stopBits', oneOf([1, 1.5, 2] as const, value)),
  parity: value => whereGiven('parity', oneOf(['none', 'even', 'odd', 'mark', 'space'] as const, value)),
  flow: value => whereGiven('flow', oneOf(['none', 'rtscts', 'xonxoff', 'dtrdsr'] as const, value)),
  xany: value => whereGiven('xany', isOn[value]),
  hupcl: value => whereGiven('hupcl', isOn[value]),
  lock: value => whereGiven('lock', isOn[value]),
  dtr: value => whereGiven('dtr', isOn[value]),
  rts: value => whereGiven('rts', isOn[value]),
}

const whereGiven = <K extends keyof Options>(
  name: K,
  value: Options[K] | undefined,
): Partial<Options> | null => (value === undefined ? null : ({ [name]: value } as Partial<Options>))
