import { type Bill, lineForBill } from './bills.ts'
import { type Cents, cents, MOST } from './money.ts'
import { type BasketLine, MOST_LINES, MOST_UNITS, type Override } from './payments.ts'
import { type Service, SPEEDS, type Speed } from './services.ts'

/** A line laid aside: a bill by its id, or a service with the price that the customer was told. */
export type KeptLine =
  | { billId: string }
  | { serviceId: string; speed: Speed; quantity: number; price: Cents | null; override?: Override }

/**
 * A basket laid aside until its customer is back. It keeps the id of its payment: a second person's yes to a price stays good,
 * and paid from two places it is paid once.
 */
export type KeptBasket = {
  paymentId: string
  payerId: string | null
  paidBy: string | null
  lines: KeptLine[]
}

export const keptLine = ({ service, bill, speed, quantity, price, override }: BasketLine): KeptLine =>
  bill
    ? { billId: bill.id }
    : { serviceId: service.id, speed, quantity, price, ...(override && { override }) }

/** The shape in which a basket is stored: JSON has no bigint, amounts are texts of cents. */
export const storedBasket = (kept: KeptBasket): Record<string, unknown> => ({
  ...kept,
  lines: kept.lines.map(line =>
    'billId' in line ? line : { ...line, price: line.price === null ? null : line.price.toString() },
  ),
})

/** Reads what was stored; null where it is no basket. */
export function readBasket(stored: unknown): KeptBasket | null {
  if (!isObject(stored)) return null
  const { paymentId, payerId = null, paidBy = null, lines } = stored
  if (!isId(paymentId) || !(payerId === null || isId(payerId)) || !(paidBy === null || isText(paidBy)))
    return null
  if (!Array.isArray(lines) || lines.length > MOST_LINES) return null
  const read = lines.map(readLine)
  return read.every(line => line !== null) ? { paymentId, payerId, paidBy, lines: read } : null
}

function readLine(stored: unknown): KeptLine | null {
  if (!isObject(stored)) return null
  if (isId(stored['billId'])) return { billId: stored['billId'] }
  const { serviceId, quantity } = stored
  const speed = SPEEDS.find(known => known === stored['speed'])
  const price = readPrice(stored['price'])
  const override = readOverride(stored['override'])
  if (!isId(serviceId) || !speed || price === undefined || override === null) return null
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > MOST_UNITS)
    return null
  return { serviceId, speed, quantity, price, ...(override && { override }) }
}

function readPrice(stored: unknown): Cents | null | undefined {
  if (stored === null) return null
  if (!isText(stored) || !/^\d{1,10}$/.test(stored)) return undefined
  const price = cents(BigInt(stored))
  return price <= MOST ? price : undefined
}

/** Undefined where there is none, null where it is no override. */
function readOverride(stored: unknown): Override | undefined | null {
  if (stored === undefined) return undefined
  if (!isObject(stored)) return null
  const { reason, confirmationId } = stored
  return isText(reason) && isId(confirmationId) ? { reason, confirmationId } : null
}

/**
 * The lines of a basket as they can be paid now, in their order; `lost` are the ids of services that are offered no longer and
 * of bills that no longer wait for their money.
 */
export function linesOf(
  kept: readonly KeptLine[],
  services: readonly Service[],
  openBills: readonly Bill[],
): { lines: BasketLine[]; lost: string[] } {
  const lines: BasketLine[] = []
  const lost: string[] = []
  for (const line of kept) {
    if ('billId' in line) {
      const bill = openBills.find(known => known.id === line.billId)
      if (bill) lines.push(lineForBill(bill))
      else lost.push(line.billId)
      continue
    }
    const { serviceId, ...rest } = line
    const service = services.find(known => known.id === serviceId)
    if (service) lines.push({ service, ...rest })
    else lost.push(serviceId)
  }
  return { lines, lost }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 300
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)
