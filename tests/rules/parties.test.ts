import { describe, expect, test } from 'vitest'
import { foldName, isEmail, isPhone, type PartyFacts, whyNotRegister } from '../../rules/parties.ts'

describe('a name as it is searched', () => {
  test.each([
    ['Иван Петров', ' иван петров'],
    ['  ИВАН   ПЕТРОВ ', ' иван петров'],
    ['Анна-Мария Йорданова', ' анна мария йорданова'],
    ['„Слънце-2005“ ЕООД', ' слънце 2005 еоод'],
    ['Ѝва Пётрова', ' ива петрова'],
    ['Ива́н', ' иван'],
    ["д'Артанян", ' д артанян'],
    ['John O’Neill', ' john o neill'],
    ['Йо\u0306ан', ' йоан'],
    ['И\u0306оан', ' йоан'],
    ['—', ''],
  ])('%s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test('letters of two alphabets that look alike are not the same', () => {
    expect(foldName('Maria')).not.toBe(foldName('Мaria'))
  })
})

describe('who may be written into the register', () => {
  const facts: PartyFacts = {
    kind: 'person',
    identifier: null,
    name: 'Иван Петров',
    phone: null,
    email: null,
  }
  const why = (more: Partial<PartyFacts>) => whyNotRegister({ ...facts, ...more })?.code

  test('a name is enough', () => expect(whyNotRegister(facts)).toBeNull())

  test('a person may have a ЕИК (ЕТ, self-employed), an organisation no personal number', () => {
    expect(why({ identifier: { kind: 'eik', digits: '175074752' } })).toBeUndefined()
    const identifier = { kind: 'egn', digits: '7523169263' } as const
    expect(why({ kind: 'organisation', identifier })).toBe('party.personal_number')
  })

  test('the first reason in the order of the form', () => {
    const wrong = { name: '-', phone: 'x', email: 'x' }
    expect(why(wrong)).toBe('party.name_needed')
    expect(why({ ...wrong, name: 'Ян' })).toBe('party.phone_wrong')
    expect(why({ email: 'x' })).toBe('party.email_wrong')
  })
})

test.each([
  ['0888 123 456', true],
  ['+359 (2) 987-65-43', true],
  ['0301/62-000', true],
  ['112', false],
  ['няма', false],
  ['0888 123 456 789 0123', false],
  ['12345x', false],
])('telephone %s: %s', (text, right) => expect(isPhone(text)).toBe(right))

test.each([
  ['ime@example.bg', true],
  ['a.b+c@mail.example.com', true],
  ['кмет@община.бг', true],
  ['ime@example', false],
  ['ime example.bg', false],
  ['a@b@c.bg', false],
  ['Иван <ivan@example.bg>', false],
])('e-mail %s: %s', (text, right) => expect(isEmail(text)).toBe(right))
