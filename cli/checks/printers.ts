import { asc, eq } from 'drizzle-orm'
import { openDatabase } from '../../db/open.ts'
import { fiscalDesks } from '../../db/schema/fiscal.ts'
import { printerProfiles } from '../../db/schema/printing.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { screens as bg } from '../../locales/bg/screens.ts'
import { screens as en } from '../../locales/en/screens.ts'
import { describeFault } from '../../locales/texts.ts'
import { PRINTER, type Printer } from '../../office/print/lookup.ts'
import { deviceOf } from '../../printers/printer.ts'
import { isProblem, parseLine } from '../../printers/transports/line.ts'
import type { Door } from '../door.ts'
import { accessAdvice } from './access.ts'
import type { Finding, Look } from './finding.ts'

/**
 * Every desk's printer and fiscal device, asked over its line without printing. One that is reached from another machine
 * shows as absent here; one on which an agent prints is not asked.
 */
export async function checkPrinters(door: Door, look: Look): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { desk, printer } of await printersOfDesks(look)) findings.push(await check(door, desk, printer))
  return findings
}

/** The state is told to anybody: a fiscal device asks for its operator only when it works. */
const ANYBODY = { operator: 1, password: '' }

async function check(door: Door, desk: number, printer: Printer): Promise<Finding> {
  const { name, profile, line, townProfile, printedBy } = printer
  const what = door.words.doctor.printer(desk)
  if (printedBy === 'agent')
    return { what, found: [name, profile, line, door.words.printedBy.agent].join(', '), advice: null }
  const { fault, warnings } = await deviceOf({ profile, line, townProfile, fiscal: ANYBODY }).health()
  const told = warnings.map(warning => (door.lang === 'bg' ? bg : en).desk.printerWarnings[warning])
  const advice = fault && [describeFault(fault, door.lang), accessTo(door, line, fault.code)]
  return {
    what,
    found: [name, profile, line, ...told].join(', '),
    advice: advice?.filter(Boolean).join('\n      ') ?? null,
  }
}

function accessTo(door: Door, line: string, code: string): string {
  const address = parseLine(line)
  if (code !== 'no_permission' || isProblem(address) || !('path' in address)) return ''
  return accessAdvice(door, address.path) ?? ''
}

async function printersOfDesks({ town, login }: Look): Promise<{ desk: number; printer: Printer }[]> {
  const { db, close } = openDatabase(town.place, login, 'gishe doctor', 1)
  const withProfile = eq(printerProfiles.name, printers.profile)
  const columns = { desk: desks.number, printer: PRINTER }
  try {
    const own = await db
      .select(columns)
      .from(desks)
      .innerJoin(printers, eq(printers.id, desks.printerId))
      .leftJoin(printerProfiles, withProfile)
      .orderBy(asc(desks.number))
    const fiscal = await db
      .select(columns)
      .from(fiscalDesks)
      .innerJoin(desks, eq(desks.id, fiscalDesks.deskId))
      .innerJoin(printers, eq(printers.id, fiscalDesks.printerId))
      .leftJoin(printerProfiles, withProfile)
    const others = fiscal.filter(
      one => !own.some(other => other.desk === one.desk && other.printer.id === one.printer.id),
    )
    return [...own, ...others].sort((a, b) => a.desk - b.desk)
  } catch {
    return []
  } finally {
    await close()
  }
}
