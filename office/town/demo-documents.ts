import { randomUUIDv7 } from 'node:crypto'
import { documentKinds } from '../../db/schema/registers.ts'
import { departments } from '../../db/schema/town.ts'
import { ZONE } from '../../rules/dates.ts'
import { type DocumentEntered, type EnteredDocument, enterDocument } from '../documents/enter-document.ts'
import type { Tx } from '../transaction.ts'

type Told = {
  direction: EnteredDocument['direction']
  kind: string
  subject: string
  /** A name of the invented register; nobody of a document for the house. */
  who: string | null
  channel?: EnteredDocument['channel']
  daysAgo: number
  department: string
  sheets?: number
  foreignNumber?: string
  /** The subject of the document that it answers. */
  answers?: string
}

type Person = { id: string; name: string }

/**
 * Documents of the last weeks of a demo town, so that lists, searches and cases have something in them: as the given member of staff
 * registered them, day after day.
 */
export async function inventDocuments(
  tx: Tx,
  people: readonly Person[],
  registeredBy: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const [kinds, units] = await Promise.all([tx.select().from(documentKinds), tx.select().from(departments)])
  const by = { who: { id: registeredBy } }
  const entered = new Map<string, DocumentEntered & { id: string }>()
  const enter = async (told: Told) => {
    const day = today.subtract({ days: told.daysAgo })
    const kind = kinds.find(one => one.code === told.kind)
    const person = people.find(one => one.name === told.who)
    const answered = told.answers === undefined ? undefined : entered.get(told.answers)
    // A town may have taken out what is shipped: then it has fewer of these.
    if (!kind || (told.who !== null && !person) || (told.answers !== undefined && !answered)) return
    const departmentId = units.find(unit => unit.code === told.department)?.id ?? null
    const document: EnteredDocument = {
      id: randomUUIDv7(),
      registerId: null,
      direction: told.direction,
      kind: { id: kind.id, name: kind.nameBg, letters: kind.letters, nomenclatureId: kind.nomenclatureId },
      channel: told.channel ?? null,
      subject: told.subject,
      day,
      receivedAt: at(day),
      registeredAt: at(day),
      case: answered
        ? { caseId: answered.caseId }
        : { opens: { id: randomUUIDv7(), departmentId, nomenclatureId: kind.nomenclatureId } },
      answersId: answered?.id ?? null,
      parties: person ? [{ partyId: person.id, name: person.name, role: ROLE[told.direction] }] : [],
      sheets: told.sheets ?? null,
      attachments: null,
      attachmentsNote: null,
      foreignNumber: told.foreignNumber ?? null,
      foreignDay: told.foreignNumber === undefined ? null : day.subtract({ days: 2 }),
      foreignUri: null,
      departmentId,
      content: 'demo',
    }
    entered.set(told.subject, { ...(await enterDocument(tx, by, document)), id: document.id })
  }
  const inOrder = DEMO_DOCUMENTS.toSorted((a, b) => b.daysAgo - a.daysAgo)
  await Promise.all(inOrder.filter(told => told.answers === undefined).map(enter))
  await Promise.all(inOrder.filter(told => told.answers !== undefined).map(enter))
}

const ROLE = { incoming: 'sender', outgoing: 'recipient', internal: 'sender' } as const

/** Twenty past ten: also at the first hour of a day, what came yesterday came in the past. */
const at = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from('10:20') }).toInstant()

const incoming = (
  daysAgo: number,
  kind: string,
  subject: string,
  who: string,
  department: string,
  more: Partial<Told> = {},
): Told => ({ direction: 'incoming', channel: 'desk', daysAgo, kind, subject, who, department, ...more })

const reply = (
  daysAgo: number,
  kind: string,
  subject: string,
  who: string,
  department: string,
  answers: string,
): Told => ({
  direction: 'outgoing',
  daysAgo,
  kind,
  subject,
  who,
  department,
  answers,
})

const internal = (daysAgo: number, kind: string, subject: string, department: string): Told => ({
  direction: 'internal',
  daysAgo,
  kind,
  subject,
  who: null,
  department,
})

const LAMPS = 'Неработещо улично осветление на ул. „Дичо Петров“'
const ROAD = 'Ремонт на пътя за Момчиловци'
const TREES = 'Отсичане на две дървета в двора на блок 14'
const PARKING = 'Нови места за паркиране на бул. „България“'
const NOISE = 'Шум от заведение след 23 часа'
const BOOKS = 'Дарение на книги за читалището'

/** All invented; the people are those of the invented register. */
const DEMO_DOCUMENTS: readonly Told[] = [
  incoming(24, 'signal', LAMPS, 'Елена Христова Узунова', 'ecology', { channel: 'email', sheets: 1 }),
  incoming(23, 'proposal', PARKING, 'Георги Иванов Георгиев', 'transport', { sheets: 2 }),
  incoming(22, 'letter', ROAD, 'Николай Захариев Аврамов', 'transport', { channel: 'post', sheets: 3 }),
  incoming(21, 'application', TREES, 'Мария Петрова Чаушева', 'ecology', { sheets: 2 }),
  incoming(20, 'complaint', NOISE, 'Биляна Людмилова Кьосева', 'trade', { channel: 'portal' }),
  incoming(19, 'letter', BOOKS, 'Анна-Мария Руменова Гаджева', 'general', { channel: 'email' }),
  incoming(
    18,
    'declaration',
    'Деклариране на наследствен имот в Момчиловци',
    'Йордан Стоянов Радичев',
    'taxes',
    { sheets: 4 },
  ),
  incoming(17, 'plea', 'Еднократна помощ за лечение', 'Фатме Юсеинова Мехмедова', 'social', { sheets: 5 }),
  incoming(
    16,
    'information-request',
    'Разходи за зимно поддържане на пътищата',
    'Красимир Тодоров Шехтов',
    'general',
    { channel: 'email' },
  ),
  incoming(15, 'letter', 'Покана за среща по горски пътища', '„Момчиловска къща“ ООД', 'agriculture', {
    channel: 'ssev',
    foreignNumber: 'ИЗХ-114',
  }),
  incoming(14, 'signal', 'Паднал камък над улица „Арда“ в Могилица', 'Стоян Манолов Чолаков', 'ecology', {
    channel: 'mayoralty',
  }),
  incoming(13, 'application', 'Заверка на проект за ограда', 'Росица Илиева Бечева', 'tsu', { sheets: 6 }),
  incoming(
    12,
    'invoice',
    'Фактура за размножаване на бюлетини',
    '„Перелик Строй Инженеринг“ ЕООД',
    'elections',
    { channel: 'post', foreignNumber: '0000001207' },
  ),
  incoming(11, 'proposal', 'Пейки край реката в Смилян', 'Петър Петров Петров', 'ecology', {
    channel: 'mayoralty',
  }),
  incoming(10, 'complaint', 'Неправилно изчислена такса за отпадъци', 'Десислава Николаева Горова', 'taxes', {
    sheets: 2,
  }),
  incoming(9, 'letter', 'Уточнение на граница между два имота', 'Захари Николаев Аврамов', 'tsu', {
    sheets: 3,
  }),
  incoming(8, 'application', 'Издаване на карта за паркиране', 'Мехмед Али Юсеинов', 'transport'),
  incoming(7, 'signal', 'Изоставен автомобил пред детска градина', 'Юлия Огнянова Щерева', 'ecology', {
    channel: 'portal',
  }),
  incoming(6, 'plea', 'Разсрочване на задължение за наем', 'Цветан Ангелов Джамбазов', 'property', {
    sheets: 2,
  }),
  incoming(5, 'letter', 'Писмо за съгласуване на водопровод', '„Перелик Строй Инженеринг“ ЕООД', 'tsu', {
    channel: 'ssev',
    foreignNumber: '22-04-17',
    sheets: 8,
  }),
  incoming(
    4,
    'application',
    'Разрешение за ползване на тротоар пред магазин',
    '„Момчиловска къща“ ООД',
    'trade',
    { sheets: 3 },
  ),
  incoming(3, 'signal', 'Теч от шахта на ул. „Спартак“', 'Тодор Красимиров Шехтов', 'ecology', {
    channel: 'email',
  }),
  incoming(2, 'letter', 'Благодарност за ремонта на училището', 'Величка Славова Данева', 'general', {
    channel: 'post',
  }),
  incoming(1, 'proposal', 'Зимен празник в Широка лъка', 'Иванка Асенова Пехливанова', 'general', {
    channel: 'mayoralty',
  }),
  internal(20, 'memo', 'Зимни гуми за служебните автомобили', 'general'),
  internal(12, 'protocol', 'Заседание на комисията по чл. 88 от ЗМСМА', 'property'),
  internal(6, 'report', 'Постъпления от такси за третото тримесечие', 'taxes'),
  reply(16, 'reply', 'Осветлението е поправено', 'Елена Христова Узунова', 'ecology', LAMPS),
  reply(12, 'notice', 'Проверка на заведението', 'Биляна Людмилова Кьосева', 'trade', NOISE),
  reply(9, 'permit', 'Разрешение за отсичане на дърветата', 'Мария Петрова Чаушева', 'ecology', TREES),
  reply(
    5,
    'reply',
    'Местата за паркиране са за следващата година',
    'Георги Иванов Георгиев',
    'transport',
    PARKING,
  ),
]
