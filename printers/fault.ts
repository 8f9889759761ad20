/** What can go wrong between us and paper, one list for all makes and lines; texts for it are in locales. */
export const faultCodes = [
  'no_answer',
  'out_of_paper',
  'cover_open',
  'offline',
  'busy',
  'no_device',
  'no_permission',
  'line_broken',
  'disk_full',
  'timeout',
  'bad_settings',
  'cutter',
  'overheated',
  'device_error',
  'refused',
  'receipt_open',
  'unlike_total',
  'day_not_closed',
  'memory_full',
  'clock',
  'password',
  'too_late',
  'no_agent',
  'another_device',
] as const

export type FaultCode = (typeof faultCodes)[number]

/** No waiting mends these: the paper is given up until a person has put it right. */
const HOPELESS: readonly FaultCode[] = ['bad_settings', 'refused', 'unlike_total', 'too_late']
export const isHopeless = (code: FaultCode): boolean => HOPELESS.includes(code)

/**
 * A fault of a device or its line. `detail` is the device's or the system's own word for it, for the administrator.
 * `sentBytes` is true when any byte of a paper may have reached the printer: then only a person may ask for a reprint.
 */
export class Fault extends Error {
  readonly code: FaultCode
  readonly detail: string | null
  readonly sentBytes: boolean
  constructor(code: FaultCode, { detail = null, sentBytes = false }: FaultFacts = {}) {
    super(detail === null ? code : `${code}: ${detail}`)
    this.name = 'Fault'
    this.code = code
    this.detail = detail
    this.sentBytes = sentBytes
  }
}

type FaultFacts = { detail?: string | null; sentBytes?: boolean }

/** Any thrown thing as a fault of which it is known whether the paper was touched; what is no fault is a broken line. */
export function asFault(error: unknown, sentBytes?: boolean): Fault {
  if (error instanceof Fault)
    return new Fault(error.code, { detail: error.detail, sentBytes: sentBytes ?? error.sentBytes })
  return new Fault('line_broken', { detail: String(error), sentBytes: sentBytes ?? true })
}
