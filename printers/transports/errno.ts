import { Fault, type FaultCode } from '../fault.ts'

const CODES: Record<string, FaultCode> = {
  ENOENT: 'no_device',
  ENODEV: 'no_device',
  ENXIO: 'no_device',
  ENOTFOUND: 'no_device',
  EACCES: 'no_permission',
  EPERM: 'no_permission',
  EROFS: 'no_permission',
  EBUSY: 'busy',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  ECONNREFUSED: 'no_answer',
  EHOSTUNREACH: 'no_answer',
  EHOSTDOWN: 'no_answer',
  ENETUNREACH: 'no_answer',
  ENETDOWN: 'no_answer',
  ETIMEDOUT: 'no_answer',
  EAI_AGAIN: 'no_answer',
  EISDIR: 'bad_settings',
  ENOTDIR: 'bad_settings',
}

/** The fault behind an error of the operating system; what has no name of its own is a broken line. */
export function faultOfSystem(error: unknown, sentBytes: boolean): Fault {
  if (error instanceof Fault) return error
  const detail = error instanceof Error ? error.message : String(error)
  const code = CODES[systemCode(error)] ?? 'line_broken'
  return new Fault(code, { detail, sentBytes })
}

/** ENOENT, EAGAIN …; of several tried addresses the first that says something. */
export function systemCode(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(systemCode).find(code => code !== '') ?? ''
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
