import { expect, test } from 'vitest'
import { isLogin, readLogin } from '../../rules/logins.ts'

test.each([
  ['иванова', 'ivanova'],
  [' Иванова ', 'ivanova'],
  ['Щъркелова', 'shtarkelova'],
  ['Цачев', 'tsachev'],
  ['южен', 'yuzhen'],
  ['Кюстендил2', 'kyustendil2'],
  ['Ivanova', 'ivanova'],
])('%j signs in as %s', (typed, login) => {
  expect(readLogin(typed)).toBe(login)
  expect(isLogin(login)).toBe(true)
})

test.each(['', 'a', '1a', 'иванова', 'ivan ova', 'ivan-ova', 'Ivanova', 'a"; drop', 'a'.repeat(21)])(
  '%j is no login',
  text => {
    expect(isLogin(text)).toBe(false)
  },
)
