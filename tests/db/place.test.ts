import { expect, test } from 'vitest'
import { placeOfUrl } from '../../db/place.ts'

const tlsOf = (mode: string) => placeOfUrl(`postgres://town:secret@db.example:5432/town${mode}`).place.tls

test.each([
  ['', 'prefer'],
  ['?sslmode=disable', 'off'],
  ['?sslmode=prefer', 'prefer'],
  ['?sslmode=require', 'require'],
  ['?sslmode=verify-ca', 'verify'],
  ['?sslmode=verify-full', 'verify'],
])('sslmode as libpq has it: %j is %s', (mode, tls) => {
  expect(tlsOf(mode)).toBe(tls)
})

test('a misspelt sslmode is refused: it must not pass for a weaker one', () => {
  for (const mode of ['verify_full', 'Require', '', 'constructor'])
    expect(() => tlsOf(`?sslmode=${mode}`), mode).toThrow(expect.objectContaining({ code: 'bad_url' }))
})

test.each([
  'town',
  'http://db/town',
  'postgres://db',
  'postgres://u:%zz@db/town',
  'postgres://db/town?sslrootcert=/nowhere',
])('%s is no address of a database', address => {
  expect(() => placeOfUrl(address)).toThrow(expect.objectContaining({ code: 'bad_url' }))
})
