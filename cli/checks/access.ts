import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import type { Door } from '../door.ts'

const GROUP_MAY_READ_AND_WRITE = 0o060

/** Where the rules of this machine's printers belong: after the system's own, which number the ports of a device. */
export const RULES_PATH = '/etc/udev/rules.d/70-gishe-printers.rules'

/** The exact command that lets this user at the device; null where it may be opened. */
export function accessAdvice(door: Door, path: string): string | null {
  if (mayOpen(path)) return null
  const { doctor: words } = door.words
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return null
  const group = groupNamed(stat.gid)
  const belongs = group !== null && stat.gid !== 0 && (stat.mode & GROUP_MAY_READ_AND_WRITE) === 0o060
  return belongs
    ? words.joinGroup(`sudo usermod -aG ${group} ${userInfo().username}`)
    : words.writeRules(`sudo gishe doctor --udev ${RULES_PATH}`)
}

function mayOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

function groupNamed(gid: number): string | null {
  try {
    const lines = readFileSync('/etc/group', 'utf8').split('\n')
    return lines.map(line => line.split(':')).find(([, , id]) => id === String(gid))?.[0] ?? null
  } catch {
    return null
  }
}
