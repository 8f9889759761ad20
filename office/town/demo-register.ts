import { randomUUIDv7 } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { favourites } from '../../db/schema/baskets.ts'
import { bills } from '../../db/schema/bills.ts'
import { parties } from '../../db/schema/parties.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { desks } from '../../db/schema/town.ts'
import { egnCheck, eikCheck, lnchCheck } from '../../rules/identifiers.ts'
import { cents } from '../../rules/money.ts'
import { foldName } from '../../rules/parties.ts'
import type { Tx } from '../transaction.ts'
import { inventDocuments } from './demo-documents.ts'
import { inventKiosks } from './demo-kiosks.ts'

const BUILDER = '„Перелик Строй Инженеринг“ ЕООД'
const LONG_NAME = 'Александрина-Виктория Константинова Хаджихристова-Караиванова'

type Party = typeof parties.$inferInsert
type Told = [name: string, ekatte: string, address: string, phone?: string, email?: string]

/**
 * What makes a demo town live: people, what they owe, and the services at the digits of the first desk. Where there is somebody
 * in the register already, nothing is added; nor before there is staff to issue bills.
 */
export async function fillDemo(tx: Tx, today: Temporal.PlainDate, documents: boolean): Promise<void> {
  const [[somebody], [clerk], [desk], offered] = await Promise.all([
    tx.select({ id: parties.id }).from(parties).limit(1),
    tx.select({ id: staff.id }).from(staff).where(eq(staff.post, 'clerk')).limit(1),
    tx.select({ id: desks.id }).from(desks).orderBy(asc(desks.number)).limit(1),
    tx.select().from(services),
  ])
  if (somebody || !clerk || !desk) return
  const [people] = await Promise.all([
    inventPeople(tx, offered, clerk.id, today),
    tx.insert(favourites).values(
      DEMO_FAVOURITES.map((code, at) => ({
        deskId: desk.id,
        digit: at + 1,
        serviceId: named(offered, code).id,
        speed: 'normal',
      })),
    ),
  ])
  if (documents) {
    await inventDocuments(tx, people, clerk.id, today)
    await inventKiosks(tx, clerk.id, today)
  }
}

/** People who do not exist, and what they owe to whoever is said to have issued it; the register is empty until then. */
export async function inventPeople(
  tx: Tx,
  offered: Service[],
  issuedBy: string,
  today: Temporal.PlainDate,
): Promise<Party[]> {
  const people = demoParties()
  await Promise.all([
    tx.insert(parties).values(people),
    tx.insert(bills).values(billsOf(people, offered, issuedBy, today)),
  ])
  return people
}

type Service = typeof services.$inferSelect

function named(offered: Service[], code: string): Service {
  const service = offered.find(known => known.code === code)
  if (!service) throw new Error(`the shipped catalogue has no service ${code}`)
  return service
}

const billsOf = (people: Party[], offered: Service[], issuedBy: string, today: Temporal.PlainDate) =>
  DEMO_BILLS.map(({ number, code, cents: amount, payer, dueInDays }) => {
    const service = named(offered, code)
    return {
      id: randomUUIDv7(),
      kind: 'request' as const,
      number,
      payerId: people.find(party => party.name === payer)?.id ?? null,
      serviceId: service.id,
      departmentId: service.departmentId,
      name: service.nameBg,
      paymentCode: service.paymentCode,
      amountCents: cents(amount),
      dueOn: dueInDays === null ? null : today.add({ days: dueInDays }),
      issuedBy,
    }
  })

/**
 * People and organisations of the demo town, all invented. Their numbers pass every check and belong to nobody real: the ЕГН are
 * of days of birth from 2061 on, ЛНЧ and ЕИК begin with 99, far beyond those that were given out.
 */
const demoParties = (): Party[] => [
  ...PEOPLE.map((told, at) => partyOf(told, 'person', { kind: 'egn', digits: egnOf(at) })),
  ...FOREIGNERS.map((told, at) => partyOf(told, 'person', { kind: 'lnch', digits: lnchOf(at) })),
  ...WITHOUT_NUMBER.map(told => partyOf(told, 'person', null)),
  ...ORGANISATIONS.map((told, at) => partyOf(told, 'organisation', { kind: 'eik', digits: eikOf(at) })),
]

type Owed = { number: string; code: string; cents: bigint; payer: string; dueInDays: number | null }

/** What some of them owe for requests that the registry holds. */
const DEMO_BILLS: Owed[] = [
  { number: 'УСЛ-2026-00412', code: '2016', cents: 511n, payer: 'Мария Петрова Чаушева', dueInDays: 14 },
  { number: 'УСЛ-2026-00415', code: '2037', cents: 358n, payer: 'Мария Петрова Чаушева', dueInDays: 14 },
  { number: 'УСЛ-2026-00431', code: '2076', cents: 205n, payer: 'Асен Димитров Кехайов', dueInDays: 10 },
  { number: 'УСЛ-2026-00438', code: '2112', cents: 1023n, payer: BUILDER, dueInDays: 7 },
  { number: 'УСЛ-2026-00439', code: '2054', cents: 46528n, payer: BUILDER, dueInDays: 7 },
  { number: 'УСЛ-2026-00447', code: '2396', cents: 256n, payer: BUILDER, dueInDays: 21 },
  { number: 'УСЛ-2026-00452', code: '2016', cents: 511n, payer: LONG_NAME, dueInDays: null },
  { number: 'УСЛ-2026-00460', code: '2057', cents: 153n, payer: 'Фатме Юсеинова Мехмедова', dueInDays: 5 },
  { number: 'УСЛ-2026-00466', code: '2396', cents: 256n, payer: 'Йордан Стоянов Радичев', dueInDays: 30 },
  { number: 'УСЛ-2026-00471', code: '2112', cents: 10226n, payer: '„Момчиловска къща“ ООД', dueInDays: 21 },
]

/** What the digits 1 to 5 put into the basket at the first desk. */
const DEMO_FAVOURITES = ['2016', '2037', '2076', '2109', '2396']

function partyOf(
  [name, ekatte, address, phone, email]: Told,
  kind: Party['kind'],
  identifier: { kind: NonNullable<Party['identifierKind']>; digits: string } | null,
): Party {
  return {
    id: randomUUIDv7(),
    kind,
    identifierKind: identifier?.kind ?? null,
    identifier: identifier?.digits ?? null,
    name,
    nameFolded: foldName(name),
    ekatte,
    address,
    phone: phone ?? null,
    email: email ?? null,
  }
}

/** Born on different days of the years 2061 to 2099. */
function egnOf(at: number): string {
  const born = Temporal.PlainDate.from('2061-02-03').add({ days: at * 431 })
  const nine = [born.year % 100, born.month + 40, born.day, (at * 37) % 100]
    .map(part => String(part).padStart(2, '0'))
    .join('')
    .concat('4')
  return `${nine}${egnCheck(nine)}`
}

const lnchOf = (at: number): string => `99000012${at}${lnchCheck(`99000012${at}`)}`
const eikOf = (at: number): string => `990001${10 + at}${eikCheck(`990001${10 + at}`)}`

const SMOLYAN = '67653'
const MOMCHILOVTSI = '49014'
const SHIROKA_LAKA = '83274'
const SMILYAN = '67547'
const MOGILITSA = '48814'

const PEOPLE: Told[] = [
  ['Мария Петрова Чаушева', SMOLYAN, 'бул. България 14, вх. Б, ет. 3, ап. 8', '0888 000 101'],
  ['Асен Димитров Кехайов', SMOLYAN, 'ул. Дичо Петров 3', '0888 000 102', 'a.kehayov@example.bg'],
  ['Йордан Стоянов Радичев', MOMCHILOVTSI, 'ул. Бяла река 21'],
  ['Елена Христова Узунова', SMOLYAN, 'ул. Перелик 5, ап. 12'],
  ['Иван Георгиев Иванов', SMOLYAN, 'ул. Миньорска 2'],
  ['Иван Георгиев Иванов', SMILYAN, 'ул. Капитан Петко войвода 40'],
  ['Георги Иванов Георгиев', SMOLYAN, 'бул. България 80, ап. 3'],
  ['Иванка Асенова Пехливанова', SHIROKA_LAKA, 'ул. Капитан Петко войвода 7'],
  [LONG_NAME, SMOLYAN, 'ул. Полковник Дичо Петров 16, вх. А, ет. 5, ап. 14'],
  ['Стоян Манолов Чолаков', MOGILITSA, 'ул. Арда 11'],
  ['Росица Илиева Бечева', SMOLYAN, 'ул. Невястата 22'],
  ['Красимир Тодоров Шехтов', SMOLYAN, 'ул. Спартак 9', '0888 000 111'],
  ['Десислава Николаева Горова', SMOLYAN, 'ул. Хаджи Димитър 1, ап. 6'],
  ['Петър Петров Петров', SMILYAN, 'ул. Чепеларска 3'],
  ['Анна-Мария Руменова Гаджева', SMOLYAN, 'бул. България 3', '0888 000 114', 'anna.maria@example.bg'],
  ['Николай Захариев Аврамов', MOMCHILOVTSI, 'ул. Роженска 2'],
  ['Захари Николаев Аврамов', MOMCHILOVTSI, 'ул. Роженска 2'],
  ['Фатме Юсеинова Мехмедова', SMOLYAN, 'ул. Наталия 18, ап. 2'],
  ['Мехмед Али Юсеинов', SMOLYAN, 'ул. Наталия 18, ап. 2'],
  ['Величка Славова Данева', SHIROKA_LAKA, 'ул. Кунчова махала 4'],
  ['Тодор Красимиров Шехтов', SMOLYAN, 'ул. Спартак 9'],
  ['Юлия Огнянова Щерева', SMOLYAN, 'ул. Първи май 33'],
  ['Цветан Ангелов Джамбазов', SMILYAN, 'ул. Черешова река 1'],
  ['Ангел Цветанов Джамбазов', SMILYAN, 'ул. Черешова река 1', '0888 000 124'],
  ['Биляна Людмилова Кьосева', SMOLYAN, 'ул. Орфей 12, ап. 1'],
]

const FOREIGNERS: Told[] = [
  ['John Michael O’Neill', SHIROKA_LAKA, 'ул. Капитан Петко войвода 55'],
  ['Ελένη Παπαδοπούλου', SMOLYAN, 'ул. Бузлуджа 6'],
]

const WITHOUT_NUMBER: Told[] = [
  ['Наследници на Стою Карабиберов', MOGILITSA, 'ул. Арда 2'],
  ['Атанас Колев', SMOLYAN, 'бул. България 51'],
]

const ORGANISATIONS: Told[] = [
  [BUILDER, SMOLYAN, 'ул. Тракия 1', '0301 00 201', 'office@perelik-stroy.example.bg'],
  ['„Момчиловска къща“ ООД', MOMCHILOVTSI, 'ул. Роженска 15'],
  ['ЕТ „Асен Кехайов – Транспорт“', SMOLYAN, 'ул. Дичо Петров 3'],
  ['Народно читалище „Изгряло слънце – 1927“', SMILYAN, 'ул. Първа 1'],
  ['„Родопска пъстърва“ ЕООД', MOGILITSA, 'ул. Арда 30'],
  ['Етажна собственост бул. България 14, вх. Б', SMOLYAN, 'бул. България 14, вх. Б'],
  ['„Аптека Здравец 2005“ ООД', SMOLYAN, 'ул. Перелик 1'],
  ['Сдружение „Родители и деца за безопасни пътища в Средните Родопи“', SMOLYAN, 'ул. Хан Аспарух 4'],
  ['„Шехтов и синове“ СД', SMOLYAN, 'ул. Спартак 9'],
  ['„Зелени върхове Туризъм, Хотелиерство и Ресторантьорство“ АД', SMOLYAN, 'ул. Студенец 100'],
  ['Ловно-рибарско дружество „Сокол“', SMOLYAN, 'ул. Бели брези 8'],
]
