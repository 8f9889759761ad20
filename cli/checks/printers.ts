import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { asc, eq } from 'drizzle-orm'
import { openDatabase } from '../../db/open.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { describeFault } from '../../locales/texts.ts'
import { deviceOf } from '../../printers/printer.ts'
import { isProblem, parseLine } from '../../printers/transports/line.ts'
import type { Door } from '../door.ts'
import type { Finding, Look } from './finding.ts'

/** Every desk's printer, asked over its line without printing. A printer that is reached from another machine shows as absent here. */
export async function checkPrinters(door: Door, look: Look): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { desk, name, profile, line } of await printersOfDesks(look)) {
    const { fault } = await deviceOf({ profile, line }).health()
    const advice =
      fault && [describeFault(fault, door.lang), groupAdvice(line, fault.code)].filter(Boolean).join(' ')
    findings.push({ what: door.words.doctor.printer(desk), found: `${name}, ${profile}, ${line}`, advice })
  }
  return findings
}

async function printersOfDesks({ town, login }: Look) {
  const { db, close } = openDatabase(town.place, login, 'gishe doctor', 1)
  try {
    return await db
      .select({ desk: desks.number, name: printers.name, profile: printers.profile, line: printers.line })
      .from(desks)
      .innerJoin(printers, eq(printers.id, desks.printerId))
      .orderBy(asc(desks.number))
  } catch {
    return []
  } finally {
    await close()
  }
}

const GROUPS: Record<string, string> = { serial: 'dialout', usb: 'lp' }

/** The exact command that lets this user at the device, where its group is the usual one. */
function groupAdvice(line: string, code: string): string {
  const address = parseLine(line)
  const group = isProblem(address) ? undefined : GROUPS[address.kind]
  if (code !== 'no_permission' || !group || isProblem(address) || !('path' in address)) return ''
  const mode = statSync(address.path, { throwIfNoEntry: false })?.mode
  return `sudo usermod -aG ${group} ${userInfo().username}${mode ? ` (${address.path}: ${(mode & 0o777).toString(8)})` : ''}`
}
