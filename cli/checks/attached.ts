import { existsSync, readFileSync } from 'node:fs'
import { type Attached, attachedDevices } from '../../printers/attached.ts'
import { linkFor, nameOf, RULES_HEADER, ruleFor, rulesFile } from '../../printers/udev.ts'
import type { Door } from '../door.ts'
import { writeWhole } from '../output/write-whole.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { accessAdvice, RULES_PATH } from './access.ts'
import type { Finding } from './finding.ts'

/** What hangs on the USB sockets and may be a printer, with the rule that names it for good where there is none yet. */
export async function checkAttached(door: Door): Promise<Finding[]> {
  const devices = await attachedDevices()
  return devices.map(device => finding(door, device, devices))
}

function finding(door: Door, device: Attached, all: readonly Attached[]): Finding {
  const { doctor: words } = door.words
  const { kind, node, serial, socket } = device
  const link = linkFor(device, all)
  const isNamed = existsSync(link)
  const line = `${kind}:${link}`
  const rule = words.rule(`gishe doctor --udev ${RULES_PATH}`, line)
  const access = accessAdvice(door, node)
  return {
    what: words.attached,
    found: [nameOf(device), isNamed ? line : node, serial ? `№ ${serial}` : words.socket(socket)].join(', '),
    advice: null,
    hints: [...(isNamed ? [] : [`${rule}\n      ${ruleFor(device, all)}`]), ...(access ? [access] : [])],
  }
}

/** Writes the rules of these devices, instead of those that were written so before; nothing where there are none. */
export function writeRules(door: Door, file: string, devices: readonly Attached[]): void {
  if (devices.length === 0) return
  if (existsSync(file) && !isOurs(file)) throw new WrongUsage(door.lang, usage => usage.fileOfAnother(file))
  writeWhole(door, file, rulesFile(devices))
}

function isOurs(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').startsWith(RULES_HEADER)
  } catch {
    return false
  }
}
