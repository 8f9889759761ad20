import { listServices } from '../../office/services/list-services.ts'
import { setFee } from '../../office/services/set-fee.ts'
import { setFiscal } from '../../office/services/set-fiscal.ts'
import { setPayer } from '../../office/services/set-payer.ts'
import { showService } from '../../office/services/show-service.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { parseTaxGroup, taxLetter } from '../../rules/fiscal.ts'
import { showEuro } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { readDay } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { findServices, type Pricing, type Service, SPEEDS, speedsOf } from '../../rules/services.ts'
import { amountOf } from '../amounts.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { answerService } from '../service-shown.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

const MOST_FOUND = 50
const PAYER = ['required', 'optional']

export const servicesCommands = () => [
  declare('services list', (given, door) =>
    withSession(door, 'services.see', async session =>
      show(await listServices(session.ctx()), door, given.has('csv')),
    ),
  ),
  declare('services find', (given, door) =>
    withSession(door, 'services.see', async session => {
      const found = findServices(await listServices(session.ctx()), given.arg('text'), door.lang, MOST_FOUND)
      if (found.length === 0) throw refusal('service.unknown', { code: given.arg('text') })
      show(found, door, given.has('csv'))
    }),
  ),
  declare('services show', (given, door) =>
    withSession(door, 'services.see', async session =>
      answerService(await showService(session.ctx(), given.arg('code')), door),
    ),
  ),
  declare(
    'services set-fiscal',
    (given, door) => {
      if (given.has('none') === given.has('tax-group'))
        throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--tax-group', '--none'))
      return withSession(door, 'services.set_fiscal', session => markFiscal(session, given, door))
    },
    { required: ['ground'] },
  ),
  declare('services set-fee', (given, door) =>
    withSession(door, 'services.set_fee', session => set(session, given, door)),
  ),
  declare('services set-payer', (given, door) => {
    const asked = given.arg('whether')
    if (!PAYER.includes(asked))
      throw new WrongUsage(door.lang, usage => usage.notOneOf('set-payer', asked, PAYER))
    return withSession(door, 'services.set_payer', async session => {
      const input = { code: given.arg('code'), needsPayer: asked === 'required' }
      const { code, needsPayer } = await setPayer(session.ctx(), input)
      answer(door, { code, needs_payer: needsPayer }, door.words.payerSet(code, needsPayer))
    })
  }),
]

function show(services: readonly Service[], door: Door, csv: boolean): void {
  const words = door.words.services
  const fee = (service: Service, speed: (typeof SPEEDS)[number]) => service.fees[speed]?.cents ?? null
  const table: Table = {
    name: 'services',
    title: '',
    subtitle: [],
    columns: [
      { key: 'code', title: words.code, kind: 'text' },
      { key: 'name', title: words.name, kind: 'text' },
      { key: 'department', title: words.department, kind: 'text' },
      { key: 'pricing', title: words.pricing, kind: 'text' },
      { key: 'fiscal', title: words.fiscal, kind: 'text', spare: true },
      ...SPEEDS.map(speed => ({ key: speed, title: words.fee[speed], kind: 'money' as const })),
    ],
    rows: services.map(service => ({
      code: service.code,
      name: service.name[door.lang],
      department: service.department.name[door.lang],
      pricing: door.options.json || csv ? service.pricing : words.pricings[service.pricing],
      fiscal: service.taxGroup === null ? '' : taxLetter(service.taxGroup),
      ...Object.fromEntries(speedsOf(service).map(speed => [speed, fee(service, speed)])),
    })),
    totals: null,
  }
  answerTable(door, table, csv)
}

async function set(session: Session, given: Given<'services set-fee'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const asked = given.text('speed') ?? 'normal'
  const speed = SPEEDS.find(known => known === asked)
  if (!speed) throw new WrongUsage(door.lang, usage => usage.notOneOf('--speed', asked, SPEEDS))
  const from = given.text('from') ?? 'today'
  const validFrom = readDay(from, ctx.today)
  if (!validFrom) throw refusal('period.wrong', { text: from })
  const amount = given.optionalArg('amount')
  if (amount === undefined && !given.has('open'))
    throw new WrongUsage(door.lang, usage => usage.missingArgument('amount'))
  const fee = amount === undefined ? null : amountOf(amount)
  const pricing: Pricing = given.has('open') ? 'open' : given.has('per-unit') ? 'per_unit' : 'fixed'
  const { code } = await setFee(ctx, { code: given.arg('code'), speed, pricing, fee, validFrom })
  answer(
    door,
    { code, speed, pricing, fee_cents: fee, valid_from: validFrom.toString() },
    door.words.feeSet(
      code,
      fee === null ? door.words.services.pricings.open : showEuro(fee, door.lang),
      showDay(validFrom, door.lang),
    ),
  )
}

async function markFiscal(session: Session, given: Given<'services set-fiscal'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const typed = given.text('tax-group')
  const taxGroup = typed === undefined ? null : parseTaxGroup(typed)
  if (typed !== undefined && taxGroup === null)
    throw new WrongUsage(door.lang, usage => usage.notOneOf('--tax-group', typed, [...'АБВГДЕЖЗ']))
  const from = given.text('from') ?? 'today'
  const validFrom = readDay(from, ctx.today)
  if (!validFrom) throw refusal('period.wrong', { text: from })
  const { code } = await setFiscal(ctx, {
    code: given.arg('code'),
    taxGroup,
    validFrom,
    ground: given.text('ground') ?? '',
  })
  answer(
    door,
    { code, tax_group: taxGroup, valid_from: validFrom.toString() },
    door.words.fiscalSet(code, taxGroup === null ? null : taxLetter(taxGroup), showDay(validFrom, door.lang)),
  )
}
