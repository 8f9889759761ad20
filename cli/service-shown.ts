import type { FiscalRevenue, ServiceShown } from '../office/services/show-service.ts'
import { showDay } from '../rules/dates.ts'
import { taxLetter } from '../rules/fiscal.ts'
import { showEuro } from '../rules/money.ts'
import { type Service, speedsOf } from '../rules/services.ts'
import type { Door } from './door.ts'
import { answer, answerTable } from './output/answer.ts'

/** Its name, then its fees and terms, then what the town said of its fiscal receipt. */
export function answerService({ service, fiscal }: ServiceShown, door: Door): void {
  const words = door.words.services
  const fees = speedsOf(service).map(speed => ({ speed, ...service.fees[speed] }))
  if (door.options.json) {
    answer(door, serviceJson(service, fiscal), '')
    return
  }
  const rows = fees.map(({ speed, cents, term }) => ({
    speed: words.fee[speed],
    amount: service.pricing === 'open' || cents == null ? words.pricings.open : showEuro(cents, door.lang),
    term: term ? `${term.amount} ${words.terms[term.unit]}` : '–',
  }))
  const text = (key: string, title: string) => ({ key, title, kind: 'text' as const })
  const plain = { name: 'service', totals: null }
  answerTable(door, {
    ...plain,
    title: `${service.code} ${service.name[door.lang]}`,
    subtitle: [service.department.name[door.lang], ...(fiscal.length > 0 ? [] : [words.neverFiscal])],
    columns: [text('speed', words.speed), text('amount', words.amount), text('term', words.term)],
    rows,
  })
  if (fiscal.length === 0) return
  answerTable(door, {
    ...plain,
    title: '',
    subtitle: [],
    columns: [text('from', words.from), text('fiscal', words.fiscal), text('ground', words.ground)],
    rows: fiscal.map(({ validFrom, taxGroup, ground }) => ({
      from: showDay(validFrom, door.lang),
      fiscal: taxGroup === null ? words.noFiscal : taxLetter(taxGroup),
      ground,
    })),
  })
}

const serviceJson = (service: Service, fiscal: readonly FiscalRevenue[]) => ({
  code: service.code,
  name: service.name,
  department: service.department.name,
  pricing: service.pricing,
  needs_payer: service.needsPayer,
  tax_group: service.taxGroup,
  fees: Object.fromEntries(
    speedsOf(service).map(speed => [
      speed,
      { cents: service.fees[speed]?.cents ?? null, term: service.fees[speed]?.term ?? null },
    ]),
  ),
  fiscal: fiscal.map(({ validFrom, taxGroup, ground }) => ({
    valid_from: validFrom.toString(),
    tax_group: taxGroup,
    ground,
  })),
})
