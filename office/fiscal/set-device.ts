import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { fiscalDevices } from '../../db/schema/fiscal.ts'
import { printers } from '../../db/schema/town.ts'
import { readDeviceNumber } from '../../rules/fiscal.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { printerNamed } from '../print/lookup.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'

const SetDevice = z.object({
  /** The printer that is a fiscal device. */
  printer: textInput(1, 40),
  /** On its seal. */
  number: z.string(),
  operator: z.int().min(1).max(30),
  /** Of that operator, as the device knows it. */
  password: z.string(),
})
export type SetDevice = z.input<typeof SetDevice>

/** Whether a printer can be one; drivers are known to the printers, which the office does not import. */
export type IsFiscal = (printer: { profile: string; townProfile: unknown; line: string }) => boolean

/**
 * Makes a printer a fiscal device, or changes who works with it. Refuses what is no number of a device or no password, an
 * unknown printer, one that is no fiscal device, a number that another device has, and another number once it has sales:
 * their УНП begin with it.
 */
export async function setDevice(
  ctx: Ctx,
  raw: SetDevice,
  isFiscal: IsFiscal,
): Promise<{ printer: string; number: string; added: boolean }> {
  authorise(ctx, 'fiscal.set')
  const { printer: name, number: typed, operator, password } = parseInput(SetDevice, raw)
  const number = readDeviceNumber(typed)
  if (!number) throw refusal('fiscal.number_wrong', { text: typed })
  if (!/^[0-9]{1,8}$/.test(password)) throw refusal('fiscal.password_wrong', {})
  return inTransaction(ctx, async tx => {
    const [, printer, taken] = await Promise.all([
      oneAtATime(tx, DEVICES),
      printerNamed(tx, name),
      deviceNumbered(tx, number),
    ])
    if (!isFiscal(printer)) throw refusal('fiscal.not_a_device', { name })
    if (taken && taken.printerId !== printer.id)
      throw refusal('fiscal.number_taken', { number, printer: taken.name })
    const before = await deviceOfPrinter(tx, printer.id)
    if (before?.hasSales && before.number !== number)
      throw refusal('fiscal.number_has_sales', { printer: name, number: before.number })
    const set = { deviceNumber: number, operator, operatorPassword: password }
    await Promise.all([
      before
        ? tx.update(fiscalDevices).set(set).where(eq(fiscalDevices.printerId, printer.id))
        : tx.insert(fiscalDevices).values({ printerId: printer.id, ...set }),
      writeLogbook(tx, ctx, 'fiscal.set', {
        subjectId: printer.id,
        facts: {
          printer: name,
          before: before && { number: before.number, operator: before.operator },
          after: { number, operator },
        },
      }),
    ])
    return { printer: name, number, added: !before }
  })
}

/** Whoever sets a device up is alone with the list of them. */
const DEVICES = 'fiscal devices'

async function deviceNumbered(tx: Tx, number: string) {
  const [found] = await tx
    .select({ printerId: fiscalDevices.printerId, name: printers.name })
    .from(fiscalDevices)
    .innerJoin(printers, eq(printers.id, fiscalDevices.printerId))
    .where(eq(fiscalDevices.deviceNumber, number))
  return found
}

async function deviceOfPrinter(tx: Tx, printerId: string) {
  const [found] = await tx
    .select({
      number: fiscalDevices.deviceNumber,
      operator: fiscalDevices.operator,
      hasSales: sql<boolean>`exists (select from fiscal_series s where s.printer_id = fiscal_devices.printer_id)`,
    })
    .from(fiscalDevices)
    .where(eq(fiscalDevices.printerId, printerId))
  return found
}
