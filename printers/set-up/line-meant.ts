import { isProblem, parseLine } from '../transports/line.ts'

/** The speeds that receipt printers are set to, the likelier first. */
export const SPEEDS = [115200, 57600, 38400, 19200, 9600, 4800, 2400, 1200] as const

/**
 * The line that a person means: written out as `parseLine` reads it, or only a device (/dev/ttyUSB0, /dev/usb/lp0, COM3) or
 * an address in the network. Null where it leads to no device.
 */
export function lineMeant(typed: string): string | null {
  const text = typed.trim()
  const line = /^[a-z]+:/.test(text) && !/^[a-z]+:\d+$/.test(text) ? text : lineOf(text)
  const address = parseLine(line)
  return isProblem(address) || !['serial', 'usb', 'tcp'].includes(address.kind) ? null : line
}

function lineOf(text: string): string {
  if (/^\/dev\/(usb\/)?lp\d/.test(text)) return `usb:${text}`
  if (text.startsWith('/') || /^COM\d+$/i.test(text)) return `serial:${text}`
  return `tcp://${text}`
}

export const isSerial = (line: string): boolean => line.startsWith('serial:')

/** The speed that was written into the line; null where it was left open. */
export function speedOf(line: string): number | null {
  const [, query = ''] = line.split('?')
  const baud = new URLSearchParams(query).get('baud')
  return baud === null ? null : Number(baud)
}

/** The same line at this speed, its other settings kept. */
export function atSpeed(line: string, baud: number): string {
  const [path, query = ''] = line.split('?')
  const settings = new URLSearchParams(query)
  settings.delete('baud')
  const others = [...settings].map(([name, value]) => `&${name}=${value}`)
  return `${path}?baud=${baud}${others.join('')}`
}

/** Whether two lines lead to one device, however it is spoken to. */
export function isSameDevice(one: string, other: string): boolean {
  const [a, b] = [parseLine(one), parseLine(other)]
  if (isProblem(a) || isProblem(b)) return false
  if (a.kind === 'tcp' || b.kind === 'tcp')
    return a.kind === 'tcp' && b.kind === 'tcp' && a.host === b.host && a.port === b.port
  return 'path' in a && 'path' in b && a.path === b.path
}
