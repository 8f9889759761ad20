import { randomUUIDv7 } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'
import { egnCheck, eikCheck } from '../rules/identifiers.ts'
import { foldName } from '../rules/parties.ts'

const words = (text: string): string[] => text.split(' ')
const MEN = words(
  'Георги Иван Димитър Николай Петър Христо Александър Йордан Васил Стефан Тодор Стоян Ангел Атанас Красимир Пламен Ивайло Валентин Емил Любомир Борис Мартин Кирил Даниел Симеон Веселин Румен Светослав Владимир Михаил Асен Илия Антон Кристиян Калоян Захари Милен Огнян Цветан Радослав Константин Орлин Здравко Мехмед Хасан Ахмед Юсеин Али Мустафа Велин Манол Спас Щерьо Горан',
)
const WOMEN = words(
  'Мария Иванка Елена Йорданка Пенка Мариана Росица Надежда Десислава Виктория Радка Гергана Силвия Стефка Маргарита Цветанка Анна Даниела Снежана Ваня Диана Петя Величка Румяна Христина Биляна Кремена Теодора Александра Габриела Йоана Симона Невена Зорница Рада Веска Фатме Айше Емине Севдалина Златка Калина Ралица Лиляна Юлия Бойка Щиляна Яница',
)
const ROOTS = words(
  'Иван Георги Димитр Петр Никол Христ Стоян Тодор Илие Ангел Атанас Васил Стефан Йордан Кол Марин Петк Алекс Михайл Попо Радк Кост Манол Гроздан Желязк Чобан Терзи Казандж Бояджи Хаджи Карадж Узун Кехай Чауш Шехт Пехливан Гадж Джамбаз Щер Кьос Балтадж Дерменджи Златар Ковач Тенекедж Делчев Ботуш Ракид Ярем Жабленс Въжар Глав Сирак Бакърджи Мутафчи Самардж Дюлгер Калфи Чолак Топал Карагьоз Сърмаджи Пейч',
)
const ENDINGS: [man: string, woman: string, weight: number][] = [
  ['ов', 'ова', 6],
  ['ев', 'ева', 3],
  ['ски', 'ска', 1],
  ['чев', 'чева', 1],
  ['иев', 'иева', 2],
  ['аров', 'арова', 1],
]
const FIRMS = words(
  'Слънце Родопи Перелик Изгрев Гранит Орфей Здравец Еделвайс Малина Бор Строй Транс Агро Тех Инвест Консулт',
)
const FORMS = words('ЕООД ООД ЕТ АД ДЗЗД СД')

/** The same numbers every time: what is measured today can be measured again. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** So many people as a town has them: a few names are everybody's, most are of few. Numbers are right and invented. */
export async function fillRegister(sql: postgres.Sql, count: number): Promise<void> {
  const stream =
    await sql`copy parties (id, kind, identifier_kind, identifier, name, name_folded, address) from stdin`.writable()
  await pipeline(Readable.from(rowsOf(count)), stream)
}

/** Some of the numbers that `fillRegister` gives out. */
export const egnAt = (at: number): string => {
  const born = [
    at % 100,
    1 + (((at / 100) | 0) % 12),
    1 + (((at / 1200) | 0) % 28),
    ((at / 33_600) | 0) % 1000,
  ]
  const nine = born.map((part, place) => String(part).padStart(place === 3 ? 3 : 2, '0')).join('')
  return `${nine}${egnCheck(nine)}`
}

function* rowsOf(count: number): Generator<string> {
  const roll = dice(7)
  for (let at = 0; at < count; at++) {
    const isFirm = at % 16 === 15
    const name = isFirm ? firm(roll) : person(roll)
    const eight = String(10_000_000 + at)
    const identifier = isFirm ? `${eight}${eikCheck(eight)}` : egnAt(at)
    const kind = isFirm ? 'organisation\teik' : 'person\tegn'
    yield `${randomUUIDv7()}\t${kind}\t${identifier}\t${name}\t${foldName(name)}\tул. Първа ${at % 90}\n`
  }
}

/** The first are far more frequent than the last, as names are. */
const often = <T>(all: readonly T[], roll: () => number): T => all[Math.floor(all.length * roll() ** 2)] as T

function person(roll: () => number): string {
  const isMan = roll() < 0.49
  const family = () => {
    const ending = often(ENDINGS, roll)
    return often(ROOTS, roll) + ending[isMan ? 0 : 1]
  }
  const first = often(isMan ? MEN : WOMEN, roll)
  const father = often(MEN, roll).replace(/[аьй]$/, '') + (isMan ? 'ов' : 'ова')
  const last = roll() < 0.04 ? `${family()}-${family()}` : family()
  return `${first} ${father} ${last}`
}

const firm = (roll: () => number): string =>
  `„${often(FIRMS, roll)} ${often(FIRMS, roll)} ${1990 + Math.floor(roll() * 36)}“ ${often(FORMS, roll)}`
