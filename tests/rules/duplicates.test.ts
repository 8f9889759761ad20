import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressKey,
  DUPLICATE_FROM,
  isOneErrorApart,
  type Known,
  likenessOf,
  phoneKey,
} from '../../rules/duplicates.ts'
import { soundOf } from '../../rules/latin.ts'

const known = (name: string, more: Partial<Known> = {}): Known => ({
  kind: 'person',
  identifierKind: null,
  identifier: null,
  name,
  ekatte: null,
  street: null,
  phone: null,
  email: null,
  ...more,
})
const egn = (digits: string) => ({ identifierKind: 'egn', identifier: digits }) as const
const eik = (digits: string) => ({ kind: 'organisation', identifierKind: 'eik', identifier: digits }) as const

const FATHER = known('Николай Захариев Аврамов', { street: 'ул. Роженска 2', ekatte: '49014' })
const SON = known('Захари Николаев Аврамов', { street: 'ул. Роженска 2', ekatte: '49014' })

describe('records that are shown as one written twice', () => {
  const phone = '0888 000 101'
  test.each<[string, Known, Known, string[]]>([
    [
      'one name and telephone, one of them without a number',
      known('Асен Димитров Кехайов', { phone, ...egn('7523169263') }),
      known('Асен Димитров Кехайов', { phone: '+359 888 000 101' }),
      ['same_name', 'same_phone'],
    ],
    [
      'a typing error and the address otherwise abbreviated',
      known('Елена Христова Узунова', { street: 'ул. Перелик № 5, ап. 12', ekatte: '67653' }),
      known('Елена Хрисотва Узунова', { street: 'ул.Перелик 5 ап.12', ekatte: '67653' }),
      ['name_typing_error', 'same_address'],
    ],
    [
      'a maiden name and the same e-mail',
      known('Анна Руменова Гаджева', { email: 'Anna@example.bg' }),
      known('Анна Руменова Петрова-Гаджева', { email: 'anna@example.bg' }),
      ['name_shorter', 'same_email'],
    ],
    [
      'an initial, the telephone and the settlement',
      known('А. Кехайов', { phone, ekatte: '67653' }),
      known('Асен Кехайов', { phone, ekatte: '67653' }),
      ['name_initial', 'same_phone', 'same_settlement'],
    ],
    [
      'Latin letters of a foreign passport',
      known('Jordan Radichev', { phone }),
      known('Йордан Радичев', { phone }),
      ['name_in_other_letters', 'same_phone'],
    ],
    [
      'the family name first',
      known('Кехайов Асен Димитров', { phone }),
      known('Асен Димитров Кехайов', { phone }),
      ['name_in_other_order', 'same_phone'],
    ],
    [
      'ten digits that one desk read as a ЕГН and another as a ЛНЧ',
      known('Али Мехмед', egn('9900001204')),
      known('Али Мехмед', { identifierKind: 'lnch', identifier: '9900001204' }),
      ['same_number', 'same_name'],
    ],
    [
      'a branch with 13 digits and its company with 9',
      known('„Слънце 2005“ ЕООД', eik('175074752')),
      known('Слънце-2005', eik('1750747520019')),
      ['same_company', 'same_name'],
    ],
    [
      'a ЕГН with two digits changed by the hand that typed it',
      known('Росица Илиева Бечева', { phone, ...egn('7523169263') }),
      known('Росица Илиева Бечева', { phone, ...egn('7523196263') }),
      ['same_name', 'same_phone', 'numbers_differ'],
    ],
    [
      'a full name twice and nothing else of either',
      known('Величка Славова Данева'),
      known('Величка Славова Данева'),
      ['same_name', 'nothing_else_known'],
    ],
  ])('%s', (_, one, other, reasons) => {
    const likeness = likenessOf(one, other)
    expect(likeness.score).toBeGreaterThanOrEqual(DUPLICATE_FROM)
    for (const reason of reasons) expect(likeness.reasons).toContain(reason)
    expect(likenessOf(other, one)).toEqual(likeness)
  })
})

describe('records that are of two', () => {
  const phone = '0888 000 101'
  test.each<[string, Known, Known]>([
    ['father and son at one address', FATHER, SON],
    [
      'one name and no more',
      known('Иван Георгиев Иванов', { ekatte: '67653' }),
      known('Иван Георгиев Иванов', egn('7523169263')),
    ],
    [
      'one name in one town',
      known('Иван Георгиев Иванов', { ekatte: '67653', phone }),
      known('Иван Георгиев Иванов', { ekatte: '67653' }),
    ],
    ['a man and his wife', known('Стоян Петров', { phone }), known('Стояна Петрова', { phone })],
    [
      'a man and his sister',
      known('Иван Чавдаров Петров', { phone }),
      known('Иванка Чавдарова Петрова', { phone }),
    ],
    ['one telephone, another name', known('Иван Петров', { phone }), known('Мария Колева', { phone })],
    [
      'two full numbers',
      known('Иван Петров', { phone, ...egn('7523169263') }),
      known('Иван Петров', { phone, ...egn('8032056031') }),
    ],
    [
      'a person and the company of the same name',
      known('Асен Кехайов', { phone }),
      known('Асен Кехайов', { phone, kind: 'organisation' }),
    ],
    [
      'ten digits read twice, of people with nothing in common',
      known('Али Мехмед', egn('9900001204')),
      known('Иван Петров', { identifierKind: 'lnch', identifier: '9900001204' }),
    ],
    ['a first name alone', known('Иван', { phone }), known('Иван Петров', { phone })],
  ])('%s', (_, one, other) => {
    expect(likenessOf(one, other).score).toBeLessThan(DUPLICATE_FROM)
  })
})

test.each([
  ['петров', 'петрв', true],
  ['петров', 'птеров', true],
  ['петров', 'петроф', true],
  ['петров', 'петрова', false],
  ['ковашка', 'ковашки', false],
  ['иво', 'ива', false],
  ['петров', 'перто', false],
  ['петров', 'петров', false],
])('%s and %s one typing error apart: %s', (a, b, isApart) => {
  expect(isOneErrorApart(a, b)).toBe(isApart)
  expect(isOneErrorApart(b, a)).toBe(isApart)
})

test.each([
  [['Йордан', 'Yordan', 'Iordan', 'Jordan']],
  [['Щерева', 'Shtereva', 'Schereva']],
  [['Цветан', 'Tsvetan', 'Cvetan', 'Tzvetan']],
  [['Юлия', 'Yuliya', 'Julia', 'Iulia']],
  [['Александър', 'Aleksandar', 'Alexandar']],
  [['Христо', 'Hristo', 'Khristo']],
])('%s sound the same', names => {
  expect(new Set(names.map(name => soundOf(name.toLocaleLowerCase('bg')))).size).toBe(1)
})

test.each([
  ['0888 000 101', '888000101'],
  ['+359 888 000 101', '888000101'],
  ['00359888000101', '888000101'],
])('the telephone %s is %s', (written, key) => expect(phoneKey(written)).toBe(key))

test.each([
  ['ул. „Перелик“ № 5, вх. Б, ет. 3, ап. 12', 'перелик 5 б 3 12'],
  ['бул.България 14', 'българия 14'],
])('the address %s is %s', (written, key) => expect(addressKey(written)).toBe(key))

const someone = fc.record({
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  name: fc.constantFrom('Иван Петров', 'Иван Георгиев Петров', 'Ivan Petrov', 'И. Петров', '—', ''),
  phone: fc.constantFrom(null, '0888 000 101', '1'),
  street: fc.constantFrom(null, 'ул. Първа 1', 'ул.'),
  email: fc.constantFrom(null, 'a@b.bg'),
  ekatte: fc.constantFrom(null, '67653'),
  number: fc.constantFrom(null, '7523169263', '8032056031'),
})
const asKnown = ({
  number,
  ...rest
}: { number: string | null } & Omit<Known, 'identifier' | 'identifierKind'>): Known => ({
  ...rest,
  identifier: number,
  identifierKind: number === null ? null : 'egn',
})

test('whoever comes first, the likeness is the same and at most 100', () => {
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      const [one, other] = [asKnown(a), asKnown(b)]
      const likeness = likenessOf(one, other)
      expect(likeness).toEqual(likenessOf(other, one))
      expect(likeness.score).toBeGreaterThanOrEqual(0)
      expect(likeness.score).toBeLessThanOrEqual(100)
    }),
  )
})
