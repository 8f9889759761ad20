import { randomUUIDv7 } from 'node:crypto'
import { findBills } from '../../office/bills/find-bills.ts'
import { issueBill } from '../../office/bills/issue-bill.ts'
import type { FoundBill } from '../../office/bills/lookup.ts'
import { withdrawBill } from '../../office/bills/withdraw-bill.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { showEuro } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { readDay } from '../../rules/reports/periods.ts'
import { amountOf } from '../amounts.ts'
import { serviceAsked } from '../basket.ts'
import { billMeant } from '../bills.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { partyMeant } from '../parties.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const billsCommands = () => [
  declare('bills issue', (given, door) =>
    withSession(door, 'bills.issue', session => issue(session, given, door)),
  ),
  declare('bills list', (given, door) =>
    withSession(door, 'bills.see', async session => {
      const text = given.optionalArg('text') ?? ''
      list(await findBills(session.ctx(), { text, limit: 500 }), door, given.has('csv'))
    }),
  ),
  declare(
    'bills withdraw',
    (given, door) =>
      withSession(door, 'bills.withdraw', async session => {
        const { id } = await billMeant(session, given.arg('number'))
        const bill = await withdrawBill(session.ctx(), { billId: id, reason: given.text('reason') ?? '' })
        answer(door, billJson(bill), door.words.billWithdrawn(bill.number))
      }),
    { required: ['reason'] },
  ),
]

async function issue(session: Session, given: Given<'bills issue'>, door: Door): Promise<void> {
  const amount = given.text('amount')
  const bill = await issueBill(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    kind: 'request',
    number: given.arg('number'),
    subject: await subjectTyped(session, given, door),
    amount: amount === undefined ? null : amountOf(amount),
    payerId: given.has('payer') ? (await partyMeant(session, given.text('payer') ?? '')).id : null,
    dueOn: dueDay(session, given.text('due')),
  })
  const due = bill.dueOn && showDay(bill.dueOn, door.lang)
  answer(
    door,
    billJson(bill),
    door.words.billIssued(
      bill.number,
      bill.name,
      showEuro(bill.amount, door.lang),
      bill.payer?.name ?? '–',
      due ?? '–',
    ),
  )
}

/** A service of the catalogue, or a department and what it is for. */
async function subjectTyped(session: Session, given: Given<'bills issue'>, door: Door) {
  const [service, department, name] = [given.text('service'), given.text('department'), given.text('name')]
  if (service !== undefined && department !== undefined)
    throw new WrongUsage(door.lang, usage => usage.conflict('--service', '--department'))
  if (department !== undefined && name !== undefined) return { department, name }
  if (service === undefined)
    throw new WrongUsage(door.lang, usage =>
      usage.missingOption(department === undefined ? '--service' : '--name'),
    )
  const asked = serviceAsked(service, await listServices(session.ctx()))
  return { serviceId: asked.service.id, speed: asked.speed, quantity: asked.quantity }
}

function dueDay(session: Session, text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined) return null
  const day = readDay(text, session.ctx().today)
  if (!day) throw refusal('period.wrong', { text })
  return day
}

function list(bills: readonly FoundBill[], door: Door, csv: boolean): void {
  const { bills: words } = door.words
  const forPrograms = door.options.json || csv
  answerTable(
    door,
    {
      name: 'bills',
      title: '',
      subtitle: [],
      columns: [
        { key: 'number', title: words.number, kind: 'text' },
        { key: 'payer', title: words.payer, kind: 'text' },
        { key: 'name', title: words.name, kind: 'text' },
        { key: 'due', title: words.due, kind: 'text' },
        { key: 'state', title: words.state, kind: 'text' },
        { key: 'amount', title: words.amount, kind: 'money' },
      ],
      rows: bills.map(bill => ({
        number: bill.number,
        payer: bill.payer?.name ?? null,
        name: bill.name,
        due: bill.dueOn && (forPrograms ? bill.dueOn.toString() : showDay(bill.dueOn, door.lang)),
        state: forPrograms
          ? bill.isOpen
            ? 'open'
            : 'settled'
          : words.states[bill.isOpen ? 'open' : 'settled'],
        amount: bill.amount,
      })),
      totals: null,
    },
    csv,
  )
}

const billJson = (bill: FoundBill) => ({
  id: bill.id,
  number: bill.number,
  name: bill.name,
  payer: bill.payer?.name ?? null,
  department: bill.department.code,
  amount_cents: bill.amount,
  due: bill.dueOn?.toString() ?? null,
  open: bill.isOpen,
})
