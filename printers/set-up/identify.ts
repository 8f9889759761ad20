import type { FiscalWork } from '../device.ts'
import { datecsDevice } from '../drivers/datecs/driver.ts'
import { datecsXDevice } from '../drivers/datecs-x/driver.ts'
import type { FiscalOperator } from '../drivers/fiscal-settings.ts'
import { asFault, Fault } from '../fault.ts'
import { openLine } from '../printer.ts'
import type { FiscalFound } from './draft.ts'
import { atSpeed, isSerial, SPEEDS, speedOf } from './line-meant.ts'

/** A device answers or says that it is busy within 60 ms; it is asked five times. */
const SILENCE_MS = 200
const COLUMNS = 42

const MAKES = { 'datecs-fp': datecsDevice, 'datecs-fp-x': datecsXDevice } as const

/** Which fiscal device it is and at which speed it understands, found by asking each way. Throws why none was found. */
export async function identify(
  line: string,
  operator: FiscalOperator,
  onSpeed: (baud: number) => void,
): Promise<FiscalFound> {
  let why = new Fault('no_answer')
  for (const baud of isSerial(line) && speedOf(line) === null ? SPEEDS : [null]) {
    if (baud !== null) onSpeed(baud)
    const open = () => openLine(baud === null ? line : atSpeed(line, baud))
    for (const profile of ['datecs-fp', 'datecs-fp-x'] as const) {
      const device = MAKES[profile]({ open, operator, columns: COLUMNS, silence_ms: SILENCE_MS })
      const told = await identityOf(device.fiscal)
      if (!(told instanceof Fault)) return { ...told, profile, baud }
      if (told.code === 'no_device' || told.code === 'no_permission' || told.code === 'busy') throw told
      why = told
    }
  }
  throw why
}

async function identityOf(
  fiscal: FiscalWork | undefined,
): Promise<{ model: string; deviceNumber: string } | Fault> {
  if (!fiscal) return new Fault('no_answer')
  try {
    const { model, deviceNumber } = await fiscal.identity()
    return { model, deviceNumber }
  } catch (error) {
    return asFault(error, false)
  }
}
