import { isAbsolute } from 'node:path'
import { type SerialAddress, serialOptions } from './serial-options.ts'

/** Where a printer is: one line of settings, as the administrator types it. */
export type LineAddress =
  | SerialAddress
  | { kind: 'usb'; path: string }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'http'; url: string }
  | { kind: 'share'; path: string }
  | { kind: 'file'; path: string }
  | { kind: 'preview' }

const lineProblems = [
  'unknown_kind',
  'path_missing',
  'path_not_absolute',
  'host_missing',
  'port_wrong',
  'option_unknown',
  'option_wrong',
] as const

/** Why a line cannot be used, and the piece of it that is wrong. */
export type LineProblem = { problem: (typeof lineProblems)[number]; piece: string }

const RAW_PORT = 9100

/**
 * `serial:/dev/ttyUSB0?baud=9600&flow=rtscts` (9600 8N1 without flow control unless said), `usb:/dev/usb/lp0`,
 * `tcp://host:9100` or `tcp:host`, `http://host:8001/printers/dt123456` (https too), `share:\\computer\printer` (Windows),
 * `file:/path/to/papers.txt`, `preview:` (only shown on the screen).
 */
export function parseLine(text: string): LineAddress | LineProblem {
  const [, kind = '', rest = ''] = /^([a-z]+):(.*)$/.exec(text.trim()) ?? []
  if (/[\u0000-\u001f\u007f]/.test(rest)) return { problem: 'path_missing', piece: rest }
  if (kind === 'serial') return serial(rest)
  if (kind === 'usb') return atPath(rest, path => ({ kind: 'usb', path }))
  if (kind === 'file') return atPath(rest, path => ({ kind: 'file', path }))
  if (kind === 'share') return share(rest)
  if (kind === 'tcp') return tcp(rest)
  if (kind === 'http' || kind === 'https') return http(`${kind}:${rest}`, rest)
  if (kind === 'preview')
    return rest === '' ? { kind: 'preview' } : { problem: 'option_unknown', piece: rest }
  return { problem: 'unknown_kind', piece: text }
}

export const isProblem = (line: LineAddress | LineProblem): line is LineProblem => 'problem' in line

function atPath(path: string, address: (path: string) => LineAddress): LineAddress | LineProblem {
  if (path === '') return { problem: 'path_missing', piece: path }
  return isAbsolute(path) ? address(path) : { problem: 'path_not_absolute', piece: path }
}

function tcp(rest: string): LineAddress | LineProblem {
  const [, bracketed, plain, port = String(RAW_PORT)] =
    /^(?:\/\/)?(?:\[([0-9a-fA-F:.%\w]+)\]|([^\s:/?#[\]]*))(?::(.*?))?\/?$/.exec(rest) ?? []
  const host = bracketed ?? plain ?? ''
  if (host === '') return { problem: 'host_missing', piece: rest }
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0
  return number >= 1 && number <= 65535
    ? { kind: 'tcp', host, port: number }
    : { problem: 'port_wrong', piece: port }
}

/** A service that prints: its address and the path of the printer there, nothing else. */
function http(text: string, rest: string): LineAddress | LineProblem {
  const url = URL.parse(text)
  if (!url || !rest.startsWith('//')) return { problem: 'host_missing', piece: rest }
  const { origin, pathname, search, hash, username } = url
  if (username !== '') return { problem: 'option_unknown', piece: username }
  if (search !== '' || hash !== '') return { problem: 'option_unknown', piece: search || hash }
  const path = pathname.replace(/\/+$/, '')
  return path === '' ? { problem: 'path_missing', piece: rest } : { kind: 'http', url: `${origin}${path}` }
}

/** COM3 on Windows is no absolute path, so a serial path needs only to be there. */
function serial(rest: string): LineAddress | LineProblem {
  const [path = '', query = ''] = rest.split('?')
  if (path === '') return { problem: 'path_missing', piece: rest }
  const options = serialOptions(query)
  return 'problem' in options ? options : { kind: 'serial', path, ...options }
}

/** Written as Windows shows it. */
function share(rest: string): LineAddress | LineProblem {
  return /^\\\\[^\\/]+\\[^\\/]+$/.test(rest)
    ? { kind: 'share', path: rest }
    : { problem: rest === '' ? 'path_missing' : 'path_not_absolute', piece: rest }
}
