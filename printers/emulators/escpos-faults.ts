import { EscposEmulator } from './escpos.ts'
import type { EscposFaults, EscposMake } from './escpos-make.ts'
import type { FaultName, ScriptedFault } from './faults.ts'

/** What a receipt printer's faults may wait for; it knows no commands, places are bytes of paper. */
export const escposCommands: readonly string[] = []

/** A receipt printer whose faults are written in the language of all emulators. */
export class ScriptedEscpos extends EscposEmulator {
  constructor(make: EscposMake, faults: readonly ScriptedFault[]) {
    const slow = faults.find(({ name }) => name === 'slow')?.value
    super({ ...make, ...(slow ? { bytesPerSecond: slow } : {}) })
    for (const fault of faults) this.cause(fault)
  }

  /** Makes something go wrong now, or at its byte of paper. */
  cause({ name, times, value, where }: ScriptedFault): void {
    if (name === 'unplug' && !where) this.onDrop()
    else if (name === 'reset' && !where) this.reset()
    else
      this.set(FAULTS[name]?.({ times, value, at: where ? this.printed().length + where.nth : null }) ?? {})
    const lasting = LASTING[name]
    if (lasting && value !== null && !where) setTimeout(() => this.set({ [lasting]: false }), value).unref()
  }

  /** New paper, cover closed, everything in order. */
  mend(): void {
    this.set({ ...MENDED, garbage: [] })
  }
}

type Given = { times: number; value: number | null; at: number | null }

const FAULTS: Partial<Record<FaultName, (given: Given) => Partial<EscposFaults>>> = {
  'paper-out': ({ at }) => (at === null ? { paperOut: true } : { paperOutAt: at }),
  'near-end': () => ({ nearEnd: true }),
  'cover-open': ({ at }) => (at === null ? { coverOpen: true } : { coverOpenAt: at }),
  overheated: () => ({ overheated: true }),
  offline: () => ({ offline: true }),
  cutter: () => ({ cutterJam: true }),
  mute: () => ({ mute: true }),
  busy: () => ({ busy: true }),
  chunks: () => ({ byteByByte: true }),
  unplug: ({ at }) => ({ unplugAt: at }),
  reset: ({ at }) => ({ resetAt: at }),
  'reply-lost': ({ times }) => ({ repliesLost: times }),
  dropped: ({ value }) => ({ losesEvery: value ?? 100 }),
  garbage: ({ value }) => ({ garbage: [0xff, 0x00, 0x7e, 0x03].slice(0, value ?? 4) }),
}

/** What passes by itself after the time that was given. */
const LASTING: Partial<Record<FaultName, keyof EscposFaults>> = {
  'paper-out': 'paperOut',
  'cover-open': 'coverOpen',
  offline: 'offline',
  mute: 'mute',
  busy: 'busy',
}

const MENDED: Partial<EscposFaults> = {
  paperOut: false,
  nearEnd: false,
  coverOpen: false,
  offline: false,
  cutterJam: false,
  overheated: false,
  mute: false,
  busy: false,
  paperOutAt: null,
  coverOpenAt: null,
  repliesLost: 0,
  losesEvery: null,
  byteByByte: false,
}
