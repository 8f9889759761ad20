import {
  type BasketLine,
  lineFor,
  MOST_UNITS,
  parseQuantity,
  whyNotAdd,
  whyNotLine,
} from '../rules/payments.ts'
import { refusal, refuseIf } from '../rules/refusal.ts'
import { type Service, SPEEDS, type Speed, serviceWithCode } from '../rules/services.ts'
import { amountOf } from './amounts.ts'

/**
 * A line as a script writes it: `[quantity*]code[:speed][=amount]`, e.g. `2*2037:fast`, `2066=12,50`. An amount is given only
 * where the catalogue leaves it open.
 */
export function basketLine(text: string, services: readonly Service[]): BasketLine {
  const { service, speed, quantity, amount } = serviceAsked(text, services)
  if (amount !== undefined && service.pricing !== 'open')
    throw refusal('service.fixed_amount', { code: service.code })
  const line = lineFor(service, speed, quantity)
  const priced = amount === undefined ? line : { ...line, price: amountOf(amount) }
  refuseIf(whyNotLine(priced))
  return priced
}

type Asked = { service: Service; speed: Speed; quantity: number; amount: string | undefined }

/** Which service is to be paid, how soon and how many, in the same way. Refuses what is not offered, free or no number. */
export function serviceAsked(text: string, services: readonly Service[]): Asked {
  const asked = serviceWritten(text, services)
  refuseIf(whyNotAdd(asked.service, asked.speed))
  return asked
}

/** The same of a service that may be free. */
export function serviceWritten(text: string, services: readonly Service[]): Asked {
  const [, quantity = '1', code = '', speed = 'normal', amount] =
    /^(?:([^*]*)\*)?([^*:=]*)(?::([^:=]*))?(?:=(.*))?$/.exec(text.trim()) ?? []
  const service = serviceWithCode(services, code)
  if (!service) throw refusal('service.unknown', { code: code || text })
  const count = parseQuantity(quantity)
  if (count === null) throw refusal('quantity.out_of_range', { least: 1, most: MOST_UNITS })
  const known: Speed | undefined = SPEEDS.find(one => one === speed)
  if (!known) throw refusal('service.no_such_speed', { code, speed })
  return { service, speed: known, quantity: count, amount }
}
